"""The way down the divisions: what was read in one piece is cut, and each lies in the one named right before it."""

from __future__ import annotations

from collections import defaultdict

from loaders.extraction.cutting import part_of
from loaders.extraction.draft import Draft, Entity, Relation, Span
from loaders.extraction.merging import unite
from loaders.extraction.rules.divisions import CAPITAL, IN_CAPITAL, encloses, in_capital, is_elsewhere, nested

CUT = ("Place", "Organization")
RULE, CAPITAL_RULE = "located_in.nested", "located_in.capital"
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
    _capital(draft)


def _cut(draft: Draft, index: int, entity: Entity, way: list[Span]) -> None:
    """The entity becomes the narrowest division; the wider ones become places of their own."""
    *wider, last = way
    known = {span for _, place in draft.of_kind("Place") for span in place.spans}
    for part in wider if entity.kind == "Place" else way:
        found = (part_of(draft, mention, entity.name, part) for mention in entity.spans)
        spans = [span for span in found if span and span not in known]
        if spans:
            draft.entities.append(Entity("Place", spans, entity.name[slice(*part)], entity.score, rule=RULE))
    moved = {mention: part_of(draft, mention, entity.name, last) or mention for mention in entity.spans}
    entity.name, entity.aliases, entity.rule = entity.name[slice(*last)], set(), RULE
    entity.spans = sorted(set(moved.values()))
    for relation in draft.relations:
        if index in (relation.source, relation.target):
            relation.evidence = [moved.get(span, span) for span in relation.evidence]


def _neighbours(draft: Draft) -> None:
    """A place that stands right after a division, with no mark between, lies in it."""
    known = draft.pairs("LOCATED_IN")
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


def _capital(draft: Draft) -> None:
    """What is held 在京 lies in Beijing: of several events of the sentence the one that is named nearest.

    Not where the reader has found another place for it.
    """
    events = [(index, span) for index, event in draft.of_kind("Event") for span in event.spans]
    placed = {relation.source for relation in draft.having("LOCATED_IN")}
    for place in in_capital(draft.text):
        start, end = draft.sentence(place[0])
        near = [(abs(span[0] - place[0]), index, span) for index, span in events if start <= span[0] < end]
        if near and not is_elsewhere(draft.text[start : place[0]]):
            _, event, words = min(near)
            if event not in placed:
                placed.add(event)
                evidence = [words, place]
                draft.relations.append(
                    Relation("LOCATED_IN", event, _beijing(draft, place), SURE, evidence, CAPITAL_RULE)
                )


def _beijing(draft: Draft, mention: Span) -> int:
    """The place Beijing, with one more mention by its short name."""
    known = (index for index, place in draft.of_kind("Place") if place.forms & {CAPITAL, IN_CAPITAL})
    index = next(known, len(draft.entities))
    if index == len(draft.entities):
        draft.entities.append(Entity("Place", [], CAPITAL, SURE, rule=CAPITAL_RULE))
    place = draft.entities[index]
    place.name, place.aliases = CAPITAL, {*place.forms, IN_CAPITAL} - {CAPITAL}
    place.spans = sorted({*place.spans, mention})
    return index
