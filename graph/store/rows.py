"""What the graph keeps of claims, as rows of properties: the same over Bolt and in the files of an import."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from graph.ids import sentence_id
from graph.ontology import RelationKind, ontology
from graph.store.claims import Claims, RelationClaim, RelationKey
from graph.store.tally import Tally, fold


def relation_id(key: RelationKey, claim: RelationClaim) -> str:
    """The id of a relation: a digest of its type and its ends."""
    parts = "\0".join((key[0], claim.source_kind, key[1], claim.target_kind, key[2]))
    return hashlib.blake2b(parts.encode(), digest_size=12).hexdigest()


def entity_properties(name: str, kind: str, tally: Tally, *, new: bool) -> dict[str, Any]:
    """What the graph keeps of an entity. A name that lost against another is an alias."""
    shown: dict[str, Any] = dict(fold(tally, ontology().kinds[kind].properties))
    others = sorted(map(str, {*tally.of("name"), *tally.of("aliases")} - {shown["name"]}))
    shown["aliases"] = others or None  # no list rather than an empty one, which neo4j-admin cannot import
    shown["_names"] = " | ".join((str(shown["name"]), *others))
    shown["id"], shown["_tally"] = name, tally.encode()
    return present(shown) if new else shown


def present(properties: Mapping[str, Any]) -> dict[str, Any]:
    """The properties that have a value."""
    return {name: value for name, value in properties.items() if value is not None}


def relation_properties(tally: Tally, kind: RelationKind) -> dict[str, Any]:
    """What the graph keeps of a relation, evidence and id apart."""
    seen = tally.of("seen")
    return {
        **fold(tally, kind.properties),
        "rules": sorted(tally.of("rules")),
        "confidence": max(tally.of("confidence")),
        "first_seen": min(seen) if seen else None,
        "last_seen": max(seen) if seen else None,
        "_tally": tally.encode(),
    }


def article_properties(claims: Claims) -> dict[str, Any]:
    """What the graph keeps of an article."""
    given = msgspec.structs.asdict(claims.article)
    return {**present(given), "_digest": claims.digest, "_claims": claims.packed}


def sentence_rows(claims: Claims) -> list[dict[str, Any]]:
    """One row a sentence: article, id, text, start, end."""
    article = claims.article.id
    return [
        {"article": article, "id": sentence_id(article, *span), "text": text, "start": span[0], "end": span[1]}
        for span, text in sorted(claims.sentences.items())
    ]


def mention_rows(claims: Claims) -> Iterable[dict[str, Any]]:
    """One row a mention: the shortest sentence that covers it, the entity, start, end, text."""
    spans = sorted(claims.sentences, key=lambda span: (span[1] - span[0], span))
    for start, end, given, entity in sorted(
        claims.mentions, key=lambda each: (each[0], each[1], each[3], each[2] or "")
    ):
        span = next(span for span in spans if span[0] <= start and end <= span[1])
        text = given or _cut(claims.sentences[span], start - span[0], end - span[0])
        yield {
            "sentence": sentence_id(claims.article.id, *span),
            "entity": entity,
            "start": start,
            "end": end,
            "text": text,
        }


def _cut(sentence: str, start: int, end: int) -> str:
    """The characters of a mention, without the line breaks inside."""
    return sentence[start:end].replace("\r", "").replace("\n", "")
