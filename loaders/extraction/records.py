"""A draft to records: ids, offsets into the source, and for every relation the sentences that say so."""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter
from pathlib import Path

from graph import records
from graph.ids import scope
from graph.records import Record
from loaders.articles.model import SourceArticle
from loaders.extraction.draft import Draft, Entity, Relation, Span
from loaders.resolution.identity import identify

ONLY_WITH_RELATIONS = ("Post", "Matter")
"""Kinds that mean nothing by themselves: a title that nobody holds, a matter that nobody answers for."""


def records_of(article: SourceArticle, draft: Draft) -> Iterator[Record]:
    """The records of one article, in the order of the format; the same draft gives the same records."""
    yield records.Article(
        id=article.id,
        title=article.title,
        source=article.source,
        place=article.place,
        published=article.published,
        url=article.url,
        sha256=article.sha256,
        path=file_name(article),
        start=article.start,
        end=article.end,
    )
    yield from _sentences(article, draft)
    ids = _ids(article, draft)
    yield from _entities(article, draft, ids)
    yield from _relations(article, draft, ids)


def file_name(article: SourceArticle) -> str | None:
    """The article's file as folder and name: enough to tell two apart, and nothing about the machine."""
    return None if article.path == "-" else "/".join(Path(article.path).resolve().parts[-2:])


def _sentences(article: SourceArticle, draft: Draft) -> Iterator[Record]:
    for span in draft.sentences:
        start, end = article.source_span(*span)
        yield records.Sentence(article=article.id, start=start, end=end, text=article.source_text(*span))


def _ids(article: SourceArticle, draft: Draft) -> list[str]:
    within = scope(place=article.place, source=article.source, article=article.id)
    return [
        identify(entity.kind, entity.name, entity.properties, within=within, article=article.id)
        for entity in draft.entities
    ]


def _entities(article: SourceArticle, draft: Draft, ids: list[str]) -> Iterator[Record]:
    joined = {end for relation in draft.relations for end in (relation.source, relation.target)}
    together: dict[str, list[Entity]] = {}
    for index, entity in enumerate(draft.entities):
        if entity.kind not in ONLY_WITH_RELATIONS or index in joined:
            together.setdefault(ids[index], []).append(entity)
    for key, entities in together.items():
        first = entities[0]
        spans = sorted({span for entity in entities for span in entity.spans})
        forms = {form for entity in entities for form in entity.forms}
        properties = {name: value for entity in reversed(entities) for name, value in entity.properties.items()}
        yield records.Entity(
            id=key,
            kind=first.kind,
            name=_name(first),
            aliases=sorted(forms - {_name(first)}) if first.kind not in ONLY_WITH_RELATIONS else [],
            mentions=[_mention(article, draft, span) for span in spans],
            properties=dict(sorted(properties.items())),
        )


def _name(entity: Entity) -> str:
    """A post is called by its organization and title; anything else by its own name."""
    organization = entity.properties.get("organization") if entity.kind == "Post" else None
    return f"{organization or ''}{entity.name}"


def _mention(article: SourceArticle, draft: Draft, span: Span) -> records.Mention:
    start, end = article.source_span(*span)
    return records.Mention(article=article.id, start=start, end=end, text=draft.words(span))


def _relations(article: SourceArticle, draft: Draft, ids: list[str]) -> Iterator[Record]:
    together: dict[tuple[str, str, str], list[Relation]] = {}
    for relation in draft.relations:
        source, target = ids[relation.source], ids[relation.target]
        if source != target:
            together.setdefault((relation.type, source, target), []).append(relation)
    for (type_, source, target), relations in together.items():
        properties = {name: value for relation in reversed(relations) for name, value in relation.properties.items()}
        yield records.Relation(
            type=type_,
            source=source,
            target=target,
            evidence=_evidence(article, draft, relations),
            confidence=round(max(relation.confidence for relation in relations), 4),
            properties=dict(sorted(properties.items())),
        )


def _evidence(article: SourceArticle, draft: Draft, relations: list[Relation]) -> list[records.Evidence]:
    """The sentences that hold the mentions, in text order, each once for every rule that read it there."""
    found: dict[tuple[Span, str], None] = {}
    for relation in relations:
        for start, _ in relation.evidence:
            found[draft.sentence(start), relation.rule] = None
    return [
        records.Evidence(article=article.id, start=start, end=end, text=article.source_text(*span), rule=rule)
        for span, rule in sorted(found, key=itemgetter(0))
        for start, end in [article.source_span(*span)]
    ]
