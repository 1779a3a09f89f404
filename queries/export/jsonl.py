"""JSON lines: the records of the graph, article by article; `guanxi load` makes the same graph of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any

from graph.jsonl import write
from graph.records import Article, Entity, Evidence, Mention, Record, Relation, Sentence
from graph.store.base import Store
from graph.store.claims import Claims, EntityClaim, RelationClaim, RelationKey, unpack

_ARTICLES = "MATCH (a:Article) RETURN a.id AS id ORDER BY id"
_ABOUT = "MATCH (a:Article) WHERE a.id IN $ids RETURN a.id AS id, properties(a) AS properties, a._claims AS claims"
_SENTENCES = """\
MATCH (a:Article) WHERE a.id IN $ids MATCH (a)-[:HAS_SENTENCE]->(s:Sentence)
RETURN a.id AS article, s.start AS start, s.end AS end, s.text AS text ORDER BY article, start, end
"""
_MENTIONS = """\
MATCH (a:Article) WHERE a.id IN $ids MATCH (a)-[:HAS_SENTENCE]->(s:Sentence)-[m:MENTIONS]->(n)
RETURN DISTINCT a.id AS article, n.id AS entity, m.start AS start, m.end AS end, m.text AS text
ORDER BY article, entity, start, end
"""
_BATCH = 200
"""Articles that are read together."""


def records(store: Store) -> Iterator[Record]:
    """The records of every article, in order of the articles' ids."""
    ids = store.read(_ARTICLES)
    names = ids.column("id") if ids.rows else []
    for start in range(0, len(names), _BATCH):
        yield from _articles(store, names[start : start + _BATCH])


def _articles(store: Store, names: list[str]) -> Iterator[Record]:
    about = {row["id"]: row for row in store.read(_ABOUT, {"ids": names}).dicts()}
    sentences: dict[str, list[Sentence]] = defaultdict(list)
    for row in store.read(_SENTENCES, {"ids": names}).dicts():
        sentences[row["article"]].append(Sentence(**row))
    mentions: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for row in store.read(_MENTIONS, {"ids": names}).dicts():
        mentions[row["article"], row.pop("entity")].append(Mention(**row))
    for name in names:
        given = about[name]["properties"]
        yield Article(**{key: value for key, value in given.items() if key in Article.__struct_fields__})
        yield from sentences[name]
        claims = unpack(name, bytes(about[name]["claims"]))
        for entity, claim in sorted(claims.entities.items()):
            yield from _entity(entity, claim, mentions[name, entity])
        texts = {(one.start, one.end): one.text for one in sentences[name]}
        for key, relation in sorted(claims.relations.items()):
            yield from _relation(claims, key, relation, texts)


def _layers(values: dict[str, Any], skip: set[str]) -> list[dict[str, Any]]:
    """What an article says of a thing, as often as it disagrees: the first values, the second ones, …"""
    kept = {name: sorted(found, key=str) for name, found in values.items() if name not in skip and found}
    rows = zip_longest(*kept.values())
    return [{name: value for name, value in zip(kept, row, strict=True) if value is not None} for row in rows] or [{}]


def _entity(name: str, claim: EntityClaim, mentions: list[Mention]) -> Iterator[Entity]:
    names = sorted(str(one) for one in claim.values.get("name", ()))
    aliases = sorted(str(one) for one in claim.values.get("aliases", ()))
    layers = _layers(claim.values, {"name", "aliases"})
    for place, (called, properties) in enumerate(zip_longest(names, layers)):
        yield Entity(
            id=name,
            kind=claim.kind,
            name=called or names[0],
            aliases=aliases if place == 0 else [],
            mentions=mentions if place == 0 else [],
            properties=properties or {},
        )


def _relation(
    claims: Claims, key: RelationKey, claim: RelationClaim, texts: dict[tuple[int, int], str]
) -> Iterator[Relation]:
    spans = sorted(claim.evidence)
    rules = sorted(str(one) for one in claim.values.get("rules", ()))
    width = max(len(spans), len(rules))
    evidence = [
        Evidence(
            article=claims.article.id,
            start=spans[min(place, len(spans) - 1)][0],
            end=spans[min(place, len(spans) - 1)][1],
            text=texts[spans[min(place, len(spans) - 1)]],
            rule=rules[min(place, len(rules) - 1)],
        )
        for place in range(width)
    ]
    sure = sorted(float(one) for one in claim.values.get("confidence", ()))
    layers = _layers(claim.values, {"rules", "confidence", "seen"})
    for confidence, properties in zip_longest(sure, layers):
        yield Relation(
            type=key[0],
            source=key[1],
            target=key[2],
            evidence=evidence,
            confidence=sure[-1] if confidence is None else confidence,
            properties=properties or {},
        )


def export(store: Store, path: Path) -> list[Path]:
    """Write the records to `path`; returns it."""
    with path.open("wb") as out:
        write(records(store), out)
    return [path]
