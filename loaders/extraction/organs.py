"""Organizations as the genre means them: pairs cut in two, classes and numbers of documents left out."""

from __future__ import annotations

from dataclasses import replace

from loaders.extraction.cutting import part_of
from loaders.extraction.draft import Draft, Entity, Span
from loaders.extraction.merging import NOBODY, join, unite
from loaders.extraction.rules.organs import is_document_number, is_generic, pair, stationed


def organs(draft: Draft) -> None:
    """Cuts 市委市政府 in two, then drops what names no organization: classes, numbers of documents, people."""
    _station(draft)
    for index, entity in draft.of_kind("Organization"):
        if parts := pair(entity.name):
            _cut(draft, index, entity, *parts)
    people = {span for _, entity in draft.of_kind("Person") for span in entity.spans}
    _drop(
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
    """Mentions within the name of a body stationed with another become one of that body; relations follow."""
    named = [span for _, entity in draft.of_kind("Organization", "Place") for span in entity.spans]
    for whole in stationed(draft.text, named):
        within = {span for span in named if whole[0] <= span[0] and span[1] <= whole[1]}
        if whole in within:
            continue
        holders = [(index, entity) for index, entity in draft.of_kind("Organization") if within & set(entity.spans)]
        if holders:
            draft.entities.append(Entity("Organization", [whole], draft.words(whole), max(e.score for _, e in holders)))
            _move(draft, {index for index, _ in holders}, within, whole)


def _move(draft: Draft, holders: set[int], within: set[Span], whole: Span) -> None:
    """What rests on a mention within the whole is said of the newest entity; other mentions keep theirs."""
    new = len(draft.entities) - 1
    for relation in draft.relations:
        if any(span in within for span in relation.evidence):
            relation.source = new if relation.source in holders else relation.source
            relation.target = new if relation.target in holders else relation.target
            relation.evidence = [whole if span in within else span for span in relation.evidence]
    empty = set()
    for index in holders:
        entity = draft.entities[index]
        entity.spans = [span for span in entity.spans if span not in within]
        if not entity.spans:
            empty.add(index)
    _drop(draft, empty)


def _cut(draft: Draft, index: int, entity: Entity, committee: Span, government: Span) -> None:
    """The entity becomes the committee; the government is new and shares its relations."""
    second = len(draft.entities)
    starts, ends = (
        {span: part_of(draft, span, entity.name, part) or span for span in entity.spans}
        for part in (committee, government)
    )
    draft.entities.append(Entity(entity.kind, list(ends.values()), entity.name[slice(*government)], entity.score))
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


def _drop(draft: Draft, nobody: set[int]) -> None:
    if nobody:
        join(draft, [NOBODY if index in nobody else index for index in range(len(draft.entities))])
