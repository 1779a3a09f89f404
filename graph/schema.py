"""Constraints and indexes, from the ontology; the version of the schema, and how an older one becomes this one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from graph.errors import SchemaMismatch
from graph.ontology import ontology

VERSION = 1
"""Version of the graph's own shape; kept in the graph as `(:_Guanxi {id: 'schema', version})`."""

Migration = Callable[[Any], None]
MIGRATIONS: Mapping[int, Migration] = {}
"""By version: what makes the next version of it, in one transaction (its argument)."""


def statements() -> Iterator[str]:
    """Every constraint and index, `IF NOT EXISTS`: ids of nodes and relations are unique, names are looked up."""
    for label in (*ontology().kinds, *ontology().provenance["labels"], "_Guanxi"):
        yield f"CREATE CONSTRAINT {label.lower()}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"
    for relation in ontology().relations:
        yield f"CREATE CONSTRAINT {relation.lower()}_id IF NOT EXISTS FOR ()-[r:{relation}]-() REQUIRE r.id IS UNIQUE"
    for kind in ontology().kinds:
        yield f"CREATE INDEX {kind.lower()}_name IF NOT EXISTS FOR (n:{kind}) ON (n.name)"
    for prop in ("date", "jurisdiction"):
        yield f"CREATE INDEX event_{prop} IF NOT EXISTS FOR (n:Event) ON (n.{prop})"


def full_text() -> dict[str, tuple[str, str]]:
    """The full-text indexes: name → (label, property). `_names` holds an entity's name and aliases in one text."""
    names = {f"{kind.lower()}_names": (kind, "_names") for kind in ontology().kinds}
    return {"sentence_text": ("Sentence", "text"), **names}


def read_version(tx: Any) -> int | None:
    """The version that the graph says it has; None for a graph that nothing was written to."""
    found = [each["version"] for each in tx.run("MATCH (g:_Guanxi {id: 'schema'}) RETURN g.version AS version")]
    return found[0] if found else None


def write_version(tx: Any, version: int) -> None:
    """Let the graph say that it has `version`."""
    tx.run("MERGE (g:_Guanxi {id: 'schema'}) SET g.version = $version", {"version": version}).consume()


def check(version: int | None, address: str) -> None:
    """Raise SchemaMismatch unless the graph is new or has this version."""
    if version is None or version == VERSION:
        return
    state = f"The graph in {address} has schema {version}, this guanxi has {VERSION}."
    if version > VERSION:
        raise SchemaMismatch(f"{state} Upgrade guanxi: pip install -U guanxi")
    raise SchemaMismatch(f"{state} Run: guanxi migrate")


def migrate(
    session: Any, version: int | None, address: str, *, to: int = VERSION, steps: Mapping[int, Migration] = MIGRATIONS
) -> tuple[int, int] | None:
    """Take a graph of `version` through `steps` to version `to`, a transaction a step. Returns (from, to) or None."""
    if version is None or version == to:
        return None
    missing = [step for step in range(version, to) if step not in steps]
    if version > to or missing:
        raise SchemaMismatch(
            f"The graph in {address} has schema {version}, and there is no way from it to {to}. "
            "Load its records into a new graph: guanxi load RECORDS --db NEW"
        )
    for step in range(version, to):

        def work(tx: Any, step: int = step) -> None:
            steps[step](tx)
            write_version(tx, step + 1)

        session.execute_write(work)
    return version, to
