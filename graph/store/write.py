"""Claims into the graph and out of it, in one transaction: the sum of what comes and what goes, applied once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from graph.ontology import ontology
from graph.store import statements
from graph.store.claims import Claims, RelationClaim, RelationKey, evidence_ids
from graph.store.rows import (
    article_properties,
    entity_properties,
    mention_rows,
    present,
    relation_id,
    relation_properties,
    sentence_rows,
)
from graph.store.tally import Tally

_FEW = 3
"""Pieces of evidence that the server sorts into a list by itself; with more, the list is fetched and written anew."""


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
            known = self.entities[entity.kind]
            if name not in known:
                known[name] = Tally()
            known[name].add(entity.values, times)
        for key, relation in claims.relations.items():
            self._relation(claims.article.id, key, relation, times)

    def _relation(self, article: str, key: RelationKey, claim: RelationClaim, times: int) -> None:
        group = (key[0], claim.source_kind, claim.target_kind)
        found, name = self.relations[group], relation_id(key, claim)
        if name not in found:
            found[name] = _RelationChange((key[1], key[2]))
        change = found[name]
        change.tally.add(claim.values, times)
        (change.come if times > 0 else change.gone).update(evidence_ids(article, claim))


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
        tally = changes[name].onto(there.get(name))
        if tally.number <= 0:
            vanished.append(name)
        else:
            (changed if name in there else new).append(entity_properties(name, kind, tally, new=name not in there))
    if new:
        tx.run(statements.entities_created(kind), {"rows": new})
    if changed:
        tx.run(statements.entities_changed(kind), {"rows": changed})
    return vanished


def _relations(tx: Transaction, change: Change) -> None:
    for relation in sorted({group[0] for group in change.relations}):
        groups = {group: found for group, found in sorted(change.relations.items()) if group[0] == relation}
        there = _read(tx, relation, {name: each for found in groups.values() for name, each in found.items()})
        for group, found in groups.items():
            _group(tx, group, found, there)


def _read(
    tx: Transaction, relation: str, changes: Mapping[str, _RelationChange]
) -> dict[str, tuple[str, list[str] | None]]:
    """Tallies of those that are there, by id; with the evidence, where so much changes that it is made anew here."""
    whole = sorted(name for name, each in changes.items() if len(each.come) + len(each.gone) > _FEW)
    found = tx.run(statements.relations_read(relation), {"ids": sorted(changes), "whole": whole})
    return {each["id"]: (each["tally"], each["evidence"]) for each in found}


def _group(
    tx: Transaction,
    group: tuple[str, str, str],
    found: Mapping[str, _RelationChange],
    there: Mapping[str, tuple[str, list[str] | None]],
) -> None:
    """Create, change and delete the relations of one type between two kinds."""
    new: list[dict[str, Any]] = []
    changed: dict[str, dict[str, Any]] = {}
    anew: dict[str, dict[str, Any]] = {}
    vanished: list[str] = []
    for name, each in sorted(found.items()):
        known, evidence = there.get(name, (None, None))
        tally = each.tally.onto(known)
        if tally.number <= 0:
            vanished.append(name)
            continue
        properties = relation_properties(tally, ontology().relations[group[0]])
        if known is None:
            shown = present({"id": name, "evidence": sorted(each.come), **properties})
            new.append({"source": each.ends[0], "target": each.ends[1], "properties": shown})
        elif evidence is None:
            come, gone = sorted(each.come), sorted(each.gone - each.come)
            changed[name] = {"properties": properties, "come": come, "gone": gone}
        else:
            anew[name] = {**properties, "evidence": sorted(({*evidence} - each.gone) | each.come)}
    if new:
        tx.run(statements.relations_created(*group), {"rows": new})
    if changed:
        tx.run(statements.relations_changed(group[0]), {"ids": list(changed), "rows": changed})
    if anew:
        tx.run(statements.relations_made_anew(group[0]), {"ids": list(anew), "rows": anew})
    if vanished:
        tx.run(statements.relations_deleted(group[0]), {"ids": vanished})


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
