"""What holds for a list of names holds for each: the few of a roster that the reader missed."""

from __future__ import annotations

from collections import defaultdict

from loaders.extraction.draft import Draft, Relation, Span
from loaders.extraction.rules.enumerations import lists

SHARED = ("ATTENDED", "SPOKE_AT")
MAJORITY = 0.6
"""Share of a list that must be found at an event before the rest is taken to be there."""
DISCOUNT = 0.9
"""How much less sure a shared relation is than those it follows."""


def enumerations(draft: Draft) -> None:
    """Adds the relations of a list's missing members where most of the list has them."""
    cover = [span for _, entity in draft.of_kind("Post", "Organization", "Place") for span in entity.spans]
    for kind in ("Person", "Organization"):
        owner = {span: index for index, entity in draft.of_kind(kind) for span in entity.spans}
        others = [span for span in cover if span not in owner]
        for run in lists(draft.text, sorted(owner), others, draft.sentences):
            members = {owner[span]: span for span in run}
            for type_ in SHARED if kind == "Person" else SHARED[1:]:
                _share(draft, type_, members)


def _share(draft: Draft, type_: str, members: dict[int, Span]) -> None:
    held: dict[int, dict[int, Relation]] = defaultdict(dict)
    for relation in draft.having(type_):
        if relation.source in members:
            held[relation.target][relation.source] = relation
    busy = {source for relations in held.values() for source in relations}
    for event, relations in held.items():
        if len(relations) < 2 or len(relations) < MAJORITY * len(members):
            continue
        sure = DISCOUNT * sum(relation.confidence for relation in relations.values()) / len(relations)
        evidence = next(iter(relations.values())).evidence
        for member in sorted(members.keys() - busy):
            rule = f"{type_.lower()}.enumeration"
            draft.relations.append(Relation(type_, member, event, sure, [members[member], *evidence], rule))
