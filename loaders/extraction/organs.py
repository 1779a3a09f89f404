"""Organizations as the genre means them: pairs cut in two, stationed bodies whole, no classes, no document numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from loaders.extraction.cutting import part_of
from loaders.extraction.draft import Draft, Entity, Span
from loaders.extraction.merging import drop, unite
from loaders.extraction.rules.organs import is_document_number, is_generic, pair, stationed

PAIR, STATIONED = "organization.pair", "organization.stationed"


def organs(draft: Draft) -> None:
    """Makes 省纪委驻省水利厅纪检组 one and 市委市政府 two, then drops what names no organization.

    That are classes, numbers of documents and people.
    """
    _station(draft)
    for index, entity in draft.of_kind("Organization"):
        if parts := pair(entity.name):
            _cut(draft, index, entity, *parts)
    people = {span for _, entity in draft.of_kind("Person") for span in entity.spans}
    drop(
        draft,
        {
            index
            for index, entity in draft.of_kind("Organization")
            if is_generic(entity.name)
            or all(is_document_number(draft.text, span) or span in people for span in entity.spans)
        },
    )
    unite(draft, "Organization")


def _station(draft: Draft) -> None:
    """Organizations named within the name of a body stationed with another become that body; relations follow."""
    named = [span for _, entity in draft.of_kind("Organization", "Place") for span in entity.spans]
    for whole in stationed(draft.text, named):
        bodies = draft.of_kind("Organization")
        inside = {i: {span for span in e.spans if whole[0] <= span[0] and span[1] <= whole[1]} for i, e in bodies}
        if any(inside.values()) and whole not in set().union(*inside.values()):
            score = max(entity.score for index, entity in bodies if inside[index])
            name = "".join(draft.words(whole).split())
            draft.entities.append(Entity("Organization", [whole], name, score, rule=STATIONED))
            _move(draft, inside, whole)
            _cut_titles(draft, whole)


def _move(draft: Draft, inside: Mapping[int, set[Span]], whole: Span) -> None:
    """What rests on a mention inside the whole is said of the newest entity; other mentions keep theirs."""
    new = len(draft.entities) - 1
    for relation in draft.relations:
        mine = {end: inside.get(end, set()) & set(relation.evidence) for end in (relation.source, relation.target)}
        moved = set().union(*mine.values())
        relation.source, relation.target = (new if mine[end] else end for end in (relation.source, relation.target))
        relation.evidence = [whole if span in moved else span for span in relation.evidence]
    for index, spans in inside.items():
        draft.entities[index].spans = [span for span in draft.entities[index].spans if span not in spans]
    drop(draft, {index for index in inside if not draft.entities[index].spans})


def _cut_titles(draft: Draft, whole: Span) -> None:
    """A title that begins within the name is what stands after it; 纪检组长 is the 组长, with a character of both."""
    for index, post in draft.of_kind("Post"):
        cut = {(a, b): (whole[1] - (b - whole[1] == 1), b) for a, b in post.spans if whole[0] <= a < whole[1] < b}
        if cut:
            post.spans = [cut.get(span, span) for span in post.spans]
            post.name = draft.words(post.spans[0])
            for relation in draft.relations:
                if index in (relation.source, relation.target):
                    relation.evidence = [cut.get(span, span) for span in relation.evidence]


def _cut(draft: Draft, index: int, entity: Entity, committee: Span, government: Span) -> None:
    """The entity becomes the committee; the government is new and shares its relations."""
    second = len(draft.entities)
    starts, ends = (
        {span: part_of(draft, span, entity.name, part) or span for span in entity.spans}
        for part in (committee, government)
    )
    name = entity.name[slice(*government)]
    draft.entities.append(Entity(entity.kind, list(ends.values()), name, entity.score, rule=PAIR))
    for relation in list(draft.relations):
        if index in (relation.source, relation.target):
            source, target = (second if end == index else end for end in (relation.source, relation.target))
            evidence = [ends.get(span, span) for span in relation.evidence]
            properties = dict(relation.properties)
            draft.relations.append(
                replace(relation, source=source, target=target, evidence=evidence, properties=properties)
            )
            relation.evidence = [starts.get(span, span) for span in relation.evidence]
    entity.name, entity.spans, entity.aliases = entity.name[slice(*committee)], list(starts.values()), set()
    entity.rule = PAIR
