"""Constraints stand before the first write; the graph knows its version."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from graph import schema
from graph.errors import SchemaMismatch
from graph.ontology import ontology
from tests.conftest import wipe
from tests.graph.samples import article

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.store.bolt import BoltStore


def test_every_id_is_unique(store: BoltStore) -> None:
    store.load(article("a#1"))
    table = store.read("SHOW CONSTRAINTS YIELD labelsOrTypes, properties, type RETURN labelsOrTypes, properties, type")
    unique = {labels[0] for labels, properties, kind in table.rows if properties == ["id"] and "UNIQUENESS" in kind}
    assert {*ontology().kinds, *ontology().relations, "Article", "Sentence"} <= unique


def test_names_and_texts_are_indexed(store: BoltStore) -> None:
    store.load(article("a#1"))
    names = set(store.read("SHOW INDEXES YIELD name RETURN name").column("name"))
    assert {
        "person_name",
        "event_date",
        "event_jurisdiction",
        "sentence_text",
        *(f"{kind.lower()}_names" for kind in ontology().kinds),
    } <= names


@pytest.fixture
def versioned(store: BoltStore) -> Iterator[BoltStore]:
    """A loaded store whose version is put back afterwards."""
    store.load(article("a#1"))
    yield store
    _say(store, schema.VERSION)
    wipe(store)


def _say(store: BoltStore, version: int) -> None:
    with store._session(store._writer, "WRITE") as session:
        session.execute_write(schema.write_version, version)


def test_a_newer_graph_is_refused(versioned: BoltStore) -> None:
    _say(versioned, schema.VERSION + 1)
    with pytest.raises(SchemaMismatch, match="Upgrade guanxi"):
        versioned.check_version()


def test_an_older_graph_names_the_command(versioned: BoltStore) -> None:
    _say(versioned, schema.VERSION - 1)
    with pytest.raises(SchemaMismatch, match="guanxi migrate"):
        versioned.check_version()


def test_migration_goes_step_by_step(versioned: BoltStore) -> None:
    _say(versioned, -1)

    def mark(tx: Any) -> None:
        tx.run("MATCH (p:Person) SET p.steps = coalesce(p.steps, 0) + 1").consume()

    with versioned._session(versioned._writer, "WRITE") as session:
        steps = {-1: mark, 0: mark}
        assert schema.migrate(session, -1, "here", to=1, steps=steps) == (-1, 1)
        assert schema.migrate(session, 1, "here", to=1, steps=steps) is None
    assert versioned.read("MATCH (p:Person) RETURN p.steps").rows == ((2,),)
    versioned.check_version()


def test_without_a_way_the_records_are_loaded_anew(versioned: BoltStore) -> None:
    _say(versioned, -7)
    with pytest.raises(SchemaMismatch, match="guanxi load"):
        versioned.migrate()


def test_this_version_needs_no_migration(versioned: BoltStore) -> None:
    assert versioned.migrate() is None
