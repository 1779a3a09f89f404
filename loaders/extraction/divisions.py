"""The way down the divisions: a place read in one piece is cut, and each lies in the one named right before it."""

from __future__ import annotations

from loaders.extraction.draft import Draft, Entity, Relation, Span
from loaders.extraction.merging import join
from loaders.extraction.rules.divisions import encloses, nested

RULE = "located_in.nested"
SURE = 0.95
"""The share of such neighbours that are annotated as one within the other (see rules/divisions.py)."""


def divisions(draft: Draft) -> None:
    """Cuts places that are several divisions in one, then relates divisions to what stands right after them."""
    for _, entity in draft.of_kind("Place"):
        if way := nested(entity.name):
            _cut(draft, entity, way)
    first: dict[str, int] = {}
    home = list(range(len(draft.entities)))
    for index, entity in draft.of_kind("Place"):
        home[index] = first.setdefault(entity.name, index)
    join(draft, home)
    _neighbours(draft)


def _cut(draft: Draft, entity: Entity, way: list[Span]) -> None:
    """The entity becomes the narrowest division; the wider ones become entities of their own."""
    whole = [span for span in entity.spans if draft.words(span) == entity.name and span[1] - span[0] == way[-1][1]]
    *wider, (last, _) = way
    for start, end in wider if whole else ():
        spans = [(at + start, at + end) for at, _ in whole]
        draft.entities.append(Entity("Place", spans, entity.name[start:end], entity.score))
    moved = {span: (span[0] + last, span[1]) for span in whole}
    entity.name, entity.aliases = entity.name[last:], set()
    entity.spans = sorted({moved.get(span, span) for span in entity.spans})
    for relation in draft.relations:
        relation.evidence = [moved.get(span, span) for span in relation.evidence]


def _neighbours(draft: Draft) -> None:
    """A place that stands right after a division, with no mark between, lies in it."""
    known = {(relation.source, relation.target) for relation in draft.having("LOCATED_IN")}
    ending = {span[1]: (index, span) for index, entity in draft.of_kind("Place") for span in entity.spans}
    for index, entity in draft.of_kind("Place"):
        for span in entity.spans:
            outer, before = ending.get(span[0], (index, span))
            pair = index, outer
            if outer == index or pair in known or not encloses(draft.words(before), draft.words(span)):
                continue
            known.add(pair)
            draft.relations.append(Relation("LOCATED_IN", *pair, SURE, [span, before], RULE))
