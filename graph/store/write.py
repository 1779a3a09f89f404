"""Claims into the graph and out of it, in one transaction: the sum of what comes and what goes, applied once."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

import msgspec

from graph.ids import sentence_id
from graph.ontology import RelationKind, ontology
from graph.store import statements
from graph.store.claims import Claims, RelationClaim, RelationKey, evidence_ids
from graph.store.tally import Tally, fold


class Transaction(Protocol):
    """What is asked of the driver's transaction."""

    def run(self, query: str, parameters: dict[str, Any] | None = None) -> Any: ...


@dataclass(slots=True)
class _RelationChange:
    """What a batch does to one relation."""

    ends: tuple[str, str]
    tally: Tally = field(default_factory=Tally)
    come: set[str] = field(default_factory=set)
    gone: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Change:
    """The sum of the claims that come and of those that go."""

    entities: dict[str, dict[str, Tally]] = field(default_factory=lambda: defaultdict(dict))
    relations: dict[tuple[str, str, str], dict[str, _RelationChange]] = field(default_factory=lambda: defaultdict(dict))

    def add(self, claims: Claims, times: int = 1) -> None:
        """Count one article's claims in (1) or out (-1)."""
        for name, entity in claims.entities.items():
            self.entities[entity.kind].setdefault(name, Tally()).add(entity.values, times)
        for key, relation in claims.relations.items():
            self._relation(claims.article.id, key, relation, times)

    def _relation(self, article: str, key: RelationKey, claim: RelationClaim, times: int) -> None:
        group = (key[0], claim.source_kind, claim.target_kind)
        change = self.relations[group].setdefault(relation_id(key, claim), _RelationChange((key[1], key[2])))
        change.tally.add(claim.values, times)
        (change.come if times > 0 else change.gone).update(evidence_ids(article, claim))


def relation_id(key: RelationKey, claim: RelationClaim) -> str:
    """The id of a relation: a digest of its type and its ends."""
    parts = "\0".join((key[0], claim.source_kind, key[1], claim.target_kind, key[2]))
    return hashlib.blake2b(parts.encode(), digest_size=12).hexdigest()


def apply(tx: Transaction, come: Sequence[Claims], gone: Sequence[Claims]) -> None:
    """Put the articles `come` into the graph and take `gone` out; one that is in both is replaced."""
    change = Change()
    for claims in gone:
        change.add(claims, -1)
    for claims in come:
        change.add(claims)
    vanished = {
        kind: _entities(tx, kind, change.entities[kind]) for kind in ontology().kinds if kind in change.entities
    }
    if gone:
        tx.run(statements.SENTENCES_DELETED, {"ids": [claims.article.id for claims in gone]})
        tx.run(statements.ARTICLES_DELETED, {"ids": [claims.article.id for claims in gone]})
    _relations(tx, change)
    for kind, ids in vanished.items():
        if ids:
            tx.run(statements.entities_deleted(kind), {"ids": ids})
    _articles(tx, come)


def _entities(tx: Transaction, kind: str, changes: Mapping[str, Tally]) -> list[str]:
    """Create and change entities of one kind. Returns the ids of those that nobody claims any more."""
    ids = sorted(changes)
    there = {each["id"]: each["tally"] for each in tx.run(statements.entities_locked(kind), {"ids": ids})}
    new: list[dict[str, Any]] = []
    changed: list[dict[str, Any]] = []
    vanished: list[str] = []
    for name in ids:
        tally = Tally.decode(there.get(name))
        tally.merge(changes[name])
        if tally.number <= 0:
            vanished.append(name)
        else:
            (changed if name in there else new).append(entity_properties(name, kind, tally, new=name not in there))
    if new:
        tx.run(statements.entities_created(kind), {"rows": new})
    if changed:
        tx.run(statements.entities_changed(kind), {"rows": changed})
    return vanished


def entity_properties(name: str, kind: str, tally: Tally, *, new: bool) -> dict[str, Any]:
    """What the graph keeps of an entity. A name that lost against another is an alias."""
    shown: dict[str, Any] = dict(fold(tally, ontology().kinds[kind].properties))
    others = sorted(map(str, {*tally.of("name"), *tally.of("aliases")} - {shown["name"]}))
    shown["aliases"] = others or None  # no list rather than an empty one, which neo4j-admin cannot import
    shown["_names"] = " | ".join((str(shown["name"]), *others))
    if new:
        shown = {key: value for key, value in shown.items() if value is not None}
    return {"id": name, **shown, "_tally": tally.encode()}


def _relations(tx: Transaction, change: Change) -> None:
    there: dict[str, str] = {}
    for relation in sorted({group[0] for group in change.relations}):
        ids = sorted(name for group, found in change.relations.items() if group[0] == relation for name in found)
        there.update((each["id"], each["tally"]) for each in tx.run(statements.relations_read(relation), {"ids": ids}))
    for group, found in sorted(change.relations.items()):
        _group(tx, group, found, there)


def _group(
    tx: Transaction, group: tuple[str, str, str], found: Mapping[str, _RelationChange], there: Mapping[str, str]
) -> None:
    """Create, change and delete the relations of one type between two kinds."""
    new: list[dict[str, Any]] = []
    changed: dict[str, dict[str, Any]] = {}
    vanished: list[str] = []
    for name, each in sorted(found.items()):
        tally = Tally.decode(there.get(name))
        tally.merge(each.tally)
        if tally.number <= 0:
            vanished.append(name)
        elif name in there:
            properties = relation_properties(tally, ontology().relations[group[0]])
            come, gone = each.come, each.gone - each.come
            changed[name] = {"properties": properties, "come": sorted(come), "gone": sorted(gone)}
        else:
            shown = relation_properties(tally, ontology().relations[group[0]])
            properties = {"id": name, "evidence": sorted(each.come), **_present(shown)}
            new.append({"source": each.ends[0], "target": each.ends[1], "properties": properties})
    if new:
        tx.run(statements.relations_created(*group), {"rows": new})
    if changed:
        tx.run(statements.relations_changed(group[0]), {"ids": list(changed), "rows": changed})
    if vanished:
        tx.run(statements.relations_deleted(group[0]), {"ids": vanished})


def _present(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if value is not None}


def relation_properties(tally: Tally, kind: RelationKind) -> dict[str, Any]:
    """What the graph keeps of a relation, evidence and id apart."""
    seen = sorted(str(date) for date in tally.of("seen"))
    return {
        **fold(tally, kind.properties),
        "rules": sorted(str(rule) for rule in tally.of("rules")),
        "confidence": max(float(sure) for sure in tally.of("confidence")),
        "first_seen": seen[0] if seen else None,
        "last_seen": seen[-1] if seen else None,
        "_tally": tally.encode(),
    }


def article_properties(claims: Claims) -> dict[str, Any]:
    """What the graph keeps of an article."""
    given = msgspec.structs.asdict(claims.article)
    return {**_present(given), "_digest": claims.digest, "_claims": claims.packed}


def _articles(tx: Transaction, come: Sequence[Claims]) -> None:
    """Articles, their sentences, and the mentions in these."""
    if not come:
        return
    tx.run(statements.ARTICLES_CREATED, {"rows": [article_properties(claims) for claims in come]})
    sentences = [row for claims in come for row in sentence_rows(claims)]
    if sentences:
        tx.run(statements.SENTENCES_CREATED, {"rows": sentences})
    by_kind: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for claims in come:
        for row in mention_rows(claims):
            by_kind[claims.entities[row["entity"]].kind].append(row)
    for kind, rows in sorted(by_kind.items()):
        tx.run(statements.mentions_created(kind), {"rows": rows})


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
