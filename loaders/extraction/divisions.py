"""The way down the divisions: what was read in one piece is cut, and each lies in the one named right before it."""

from __future__ import annotations

from collections import defaultdict

from loaders.extraction.cutting import part_of
from loaders.extraction.draft import Draft, Entity, Relation, Span
from loaders.extraction.merging import unite
from loaders.extraction.rules.divisions import encloses, nested

CUT = ("Place", "Organization")
RULE = "located_in.nested"
SURE = 0.9
"""The share of such neighbours that are annotated as one within the other (see rules/divisions.py)."""


def divisions(draft: Draft) -> None:
    """Cuts what is several divisions in one, then relates divisions to what stands right after them.

    A village that acts (大庙街道孤山村召开) is an organization, and lies where a village lies: it is a place too.
    """
    for index, entity in draft.of_kind(*CUT):
        if way := nested(entity.name):
            _cut(draft, index, entity, way)
    for kind in CUT:
        unite(draft, kind)
    _neighbours(draft)


def _cut(draft: Draft, index: int, entity: Entity, way: list[Span]) -> None:
    """The entity becomes the narrowest division; the wider ones become places of their own."""
    *wider, last = way
    known = {span for _, place in draft.of_kind("Place") for span in place.spans}
    for part in wider if entity.kind == "Place" else way:
        found = (part_of(draft, mention, entity.name, part) for mention in entity.spans)
        spans = [span for span in found if span and span not in known]
        if spans:
            draft.entities.append(Entity("Place", spans, entity.name[slice(*part)], entity.score))
    moved = {mention: part_of(draft, mention, entity.name, last) or mention for mention in entity.spans}
    entity.name, entity.aliases = entity.name[slice(*last)], set()
    entity.spans = sorted(set(moved.values()))
    for relation in draft.relations:
        if index in (relation.source, relation.target):
            relation.evidence = [moved.get(span, span) for span in relation.evidence]


def _neighbours(draft: Draft) -> None:
    """A place that stands right after a division, with no mark between, lies in it."""
    known = {(relation.source, relation.target) for relation in draft.having("LOCATED_IN")}
    ending: dict[int, list[tuple[int, Span]]] = defaultdict(list)
    for index, entity in draft.of_kind("Place"):
        for span in entity.spans:
            ending[span[1]].append((index, span))
    for index, entity in draft.of_kind("Place"):
        for span in entity.spans:
            for outer, before in ending.get(span[0], ()):
                pair = index, outer
                if outer != index and pair not in known and encloses(draft.words(before), draft.words(span)):
                    known.add(pair)
                    draft.relations.append(Relation("LOCATED_IN", *pair, SURE, [span, before], RULE))
