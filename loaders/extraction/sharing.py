"""What holds for a list of names holds for each: the few of a roster that the reader missed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Sequence

from loaders.extraction.draft import Draft, Relation, Span
from loaders.extraction.rules.enumerations import lists, mask, of_those_present

SHARED = ("ATTENDED", "SPOKE_AT")
MAJORITY = 0.6
"""Share of a list that must be found at an event before the rest is taken to be there."""
NEAR = 20
"""So many names of a long list, at its start or at its end, are asked: by one of these stands the verb, and the reader
sees no more than a window at a time."""
DISCOUNT = 0.9
"""How much less sure a shared relation is than those it follows."""


def enumerations(draft: Draft) -> None:
    """Adds the relations of a list's missing members where most of the list has them."""
    cover = draft.cover()
    known = mask(draft.text, cover)
    for kind in ("Person", "Organization"):
        owner = {span: index for index, entity in draft.of_kind(kind) for span in entity.spans}
        others = [span for span in cover if span not in owner]
        for run in lists(draft.text, sorted(owner), others, draft.sentences):
            members = {owner[span]: span for span in run}
            if kind == "Person" and of_those_present(draft.text, known, run[0][0]):
                _present(draft, members)
            for type_ in SHARED if kind == "Person" else SHARED[1:]:
                _share(draft, type_, members)


def _present(draft: Draft, members: dict[int, Span]) -> None:
    """Whoever a list of those present names attended the event named last before it."""
    head = min(members.values())[0]
    before = [(span, index) for index, event in draft.of_kind("Event") for span in event.spans if span[1] <= head]
    if not before:
        return
    named, event = max(before)
    busy = {relation.source for relation in draft.having("ATTENDED")}
    for member in sorted(members.keys() - busy):
        sure = DISCOUNT * draft.entities[member].score
        draft.relations.append(
            Relation("ATTENDED", member, event, sure, [members[member], named], "attended.list_of_those_present")
        )


def _share(draft: Draft, type_: str, members: dict[int, Span]) -> None:
    held: dict[int, dict[int, Relation]] = defaultdict(dict)
    for relation in draft.having(type_):
        if relation.source in members:
            held[relation.target][relation.source] = relation
    busy = {source for relations in held.values() for source in relations}
    for event, relations in held.items():
        if len(relations) < 2 or not _is_shared(list(members), relations):
            continue
        sure = DISCOUNT * sum(relation.confidence for relation in relations.values()) / len(relations)
        evidence = next(iter(relations.values())).evidence
        for member in sorted(members.keys() - busy):
            rule = f"{type_.lower()}.enumeration"
            draft.relations.append(Relation(type_, member, event, sure, [members[member], *evidence], rule))


def _is_shared(members: Sequence[int], held: Container[int]) -> bool:
    """Whether most of a list is found at the event, or most of what stands nearest to the verb before or after it."""
    parts = (members[:NEAR], members[-NEAR:]) if len(members) > NEAR else (members,)
    return any(sum(member in held for member in part) >= MAJORITY * len(part) for part in parts)
