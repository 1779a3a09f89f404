"""The Cypher that questions are written in gives the same rows on both stores: those of cypher_cases.json."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from neo4j.graph import Node, Relationship
from neo4j.graph import Path as GraphPath
from neo4j.time import Date, DateTime

from graph.errors import GuanxiError

if TYPE_CHECKING:
    from collections.abc import Iterator

    import neo4j

    from graph.store.bolt import BoltStore

DATA = json.loads((Path(__file__).parent / "cypher_cases.json").read_text(encoding="utf-8"))


def test_the_reference_cases(store: BoltStore) -> None:
    _fill(store)
    assert len(DATA["cases"]) > 60
    assert list(_wrong(store)) == []


def _fill(store: BoltStore) -> None:
    def work(tx: neo4j.ManagedTransaction) -> None:
        for statement in DATA["fixture"]:
            query, parameters = statement if isinstance(statement, list) else (statement, {})
            tx.run(query, parameters).consume()

    with store._session(store._writer, "WRITE") as session:
        session.execute_write(work)
        session.run("MATCH (g:_Guanxi) DETACH DELETE g").consume()  # some cases count every node
    store._version = None


def _wrong(store: BoltStore) -> Iterator[tuple[str, Any]]:
    for case in DATA["cases"]:
        try:
            rows = [[_plain(value) for value in row] for row in store.read(case["query"], case["params"]).rows]
        except GuanxiError as error:
            rows = [[str(error)]]
        expected = case["expect"]
        if not case["ordered"]:
            rows, expected = sorted(rows), sorted(expected)
        if rows != expected:
            yield case["name"], rows


def _plain(value: Any) -> Any:
    """A value as the cases write it: {"~node": [labels, properties]} and the like."""
    match value:
        case Node():
            return {"~node": [sorted(value.labels), dict(value.items())]}
        case Relationship():
            return {"~rel": [value.type, dict(value.items())]}
        case GraphPath():
            return {"~path": [node["id"] for node in value.nodes]}
        case DateTime():
            return {"~datetime": value.iso_format().replace(".000000000", "")}
        case Date():
            return {"~date": value.iso_format()}
        case list():
            return [_plain(each) for each in value]
        case dict():
            return {key: _plain(each) for key, each in value.items()}
    return value
