"""Questions: limits of rows and time, what users are told, and none of the graph's own bookkeeping."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import pytest

from graph.errors import GuanxiError, LimitExceeded, QueryError, ReadOnlyViolation
from graph.store.clean import INTERNAL
from tests.graph.samples import article

if TYPE_CHECKING:
    from graph.store.bolt import BoltStore

ENDLESS = "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN sum(a * b) AS x"
MANY = "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN a, b"


def test_columns_and_rows_are_the_drivers(store: BoltStore) -> None:
    table = store.read("UNWIND $xs AS x RETURN x, [x, x + 1] AS pair, {y: x} AS map", {"xs": [1, 2]})
    assert table.columns == ("x", "pair", "map")
    assert table.rows == ((1, [1, 2], {"y": 1}), (2, [2, 3], {"y": 2}))
    assert not table.truncated


@pytest.mark.parametrize(("limit", "rows", "truncated"), [(2, 2, True), (3, 3, False), (4, 3, False), (0, 0, True)])
def test_rows_are_limited(store: BoltStore, limit: int, rows: int, truncated: bool) -> None:
    table = store.read("UNWIND [1, 2, 3] AS x RETURN x", limit=limit)
    assert (table.columns, len(table), table.truncated) == (("x",), rows, truncated)


def test_a_cut_answer_costs_no_more_than_its_rows(store: BoltStore) -> None:
    table = store.read(MANY, limit=5, timeout=60)
    assert (len(table), table.truncated) == (5, True)
    assert store.read("RETURN 1 AS x").rows == ((1,),)


def test_time_is_limited_and_the_server_stops(store: BoltStore) -> None:
    began = time.monotonic()
    with pytest.raises(LimitExceeded, match="took more than"):
        store.read(ENDLESS, timeout=1)
    assert time.monotonic() - began < 30
    deadline = time.monotonic() + 30
    with store._session(store._writer, "WRITE") as session:
        while [row for row in session.run("SHOW TRANSACTIONS").data() if "UNWIND range" in str(row["currentQuery"])]:
            assert time.monotonic() < deadline
            time.sleep(0.2)


@pytest.mark.parametrize(
    ("question", "kind", "said"),
    [
        ("MATCH (n RETURN n", QueryError, r"no Cypher.*1[:,] ?(column )?(9|10)"),
        ("MATCH (n)\nWHERE n.x =\nRETURN n", QueryError, r"line [23]"),
        ("RETURN nobody", QueryError, "nobody.*not defined"),
        ("RETURN $x", QueryError, r"parameter is missing: .*x.*-p name=value"),
        ("RETURN 1/0", QueryError, "by zero"),
        ("RETURN date('x')", QueryError, "(?s)parse"),
        ("CALL no.such.thing()", QueryError, "no.such.thing"),
        ("", QueryError, "."),
        ("CREATE (:Person {id: 'x'})", ReadOnlyViolation, "only read"),
        ("MATCH (n:Person) SET n.name = 'x'", ReadOnlyViolation, "only read"),
    ],
)
def test_what_is_wrong_is_said(store: BoltStore, question: str, kind: type[GuanxiError], said: str) -> None:
    store.load(article("a#1"))
    with pytest.raises(kind, match=said) as error:
        store.read(question)
    assert type(error.value) is kind


@pytest.mark.parametrize(
    "question",
    [
        "MATCH (n) RETURN n",
        "MATCH (n)-[r]->(m) RETURN r",
        "MATCH p = (:Article)-[*1..2]->() RETURN p",
        "MATCH (n) RETURN properties(n) AS p",
        "MATCH (n) RETURN collect(n) AS all",
        "MATCH (n) RETURN {node: n, deep: [[n]]} AS m",
        "MATCH (n:Person) RETURN n {.*} AS m",
        "MATCH (n) RETURN keys(n) AS k",
    ],
)
def test_bookkeeping_is_not_shown(store: BoltStore, question: str) -> None:
    store.load(article("a#1"))
    table = store.read(question)
    assert len(table)
    assert not {name for name in INTERNAL if name in repr(_plain(table.rows))}


def _plain(value: Any) -> Any:
    """Everything inside an answer, nodes and paths opened."""
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if hasattr(value, "nodes") and hasattr(value, "relationships"):
        return [_plain(list(value.nodes)), _plain(list(value.relationships))]
    if hasattr(value, "items"):
        return dict(value.items())
    return value


@pytest.mark.parametrize(
    ("index", "words", "found"),
    [
        ("sentence_text", "防汛", 1),
        ("sentence_text", '"防汛工作"', 1),
        ("sentence_text", "汛防", 0),
        ("person_names", "远山", 1),
        ("person_names", "别称", 1),
        ("person_names", "山远", 0),
        ("event_names", "防汛工作会议", 1),
    ],
)
def test_full_text_finds_words_of_two_characters(store: BoltStore, index: str, words: str, found: int) -> None:
    store.load(article("a#1"))
    question = "CALL db.index.fulltext.queryNodes($index, $words) YIELD node RETURN node.id"
    assert len(store.read(question, {"index": index, "words": words})) == found
    store.retract(["a#1"])
    assert len(store.read(question, {"index": index, "words": words})) == 0
