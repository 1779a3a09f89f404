"""Exports that make the graph again: records and Cypher scripts, whatever the text."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from graph import jsonl
from graph.records import Article, Entity, Evidence, Record, Relation, Sentence
from graph.store.base import Rejected
from queries.export.cypher import literal, statements
from queries.export.flat import printable
from queries.export.writing import write_from
from tests.conftest import wipe
from tests.queries.conftest import records as sample_records

if TYPE_CHECKING:
    from graph.store.bolt import BoltStore

HOSTILE = "王\"伟'\\u0022\\ \u0001\u2028\x0b\U0001f600𠮷\n\r\t`${x}//*"


def tiny() -> list[Record]:
    """One article about somebody with a hostile name, in records."""
    told = Sentence(article="a#1", start=0, end=9, text="他出席并主持会议。")
    proof = [Evidence(article="a#1", start=0, end=9, text=told.text, rule=rule) for rule in ("r1", "r2")]
    who = Entity(
        id="person:x/1", kind="Person", name=HOSTILE, aliases=["甲", HOSTILE * 2], properties={"jurisdiction": "县"}
    )
    what = Entity(id="event:x/1", kind="Event", name="会", properties={"kind": "meeting", "date": "2020-09"})
    attended = Relation(
        type="ATTENDED",
        source=who.id,
        target=what.id,
        evidence=proof,
        confidence=0.5,
        properties={"rank": 2, "open": True},
    )
    return [
        Article(id="a#1", title=HOSTILE, published="2020-09-30", place="县", sha256="0" * 64, end=9),
        told,
        who,
        what,
        attended,
        msgspec.structs.replace(attended, type="CHAIRED", confidence=1.0, properties={}),
    ]


def seen(store: BoltStore) -> list[Any]:
    """All that people can see of a graph: nodes and relations with their properties."""

    def shown(properties: dict[str, Any]) -> dict[str, Any]:
        return {key: value for key, value in properties.items() if not key.startswith("_")}

    nodes = store.read(
        "MATCH (n) WHERE n.id IS NOT NULL AND NOT n:_Guanxi RETURN labels(n), properties(n) ORDER BY n.id"
    )
    links = store.read(
        "MATCH (a)-[r]->(b) RETURN a.id, type(r), b.id, properties(r) ORDER BY a.id, type(r), b.id, r.start, r.end"
    )
    return [
        [(label, shown(about)) for label, about in nodes.rows],
        [(*ends, shown(about)) for *ends, about in links.rows],
    ]


def run(store: BoltStore, statement: str) -> None:
    with store._session(store._writer, "WRITE") as session:
        session.execute_write(lambda tx: tx.run(statement).consume())


def test_records_make_the_same_graph_again(embedded: BoltStore, tmp_path: Path) -> None:
    store = embedded
    store.load(sample_records())
    before = store.checksum()
    (path,) = write_from(store, "jsonl", tmp_path / "records.jsonl")
    wipe(store)
    rejected: list[Rejected] = []
    report = store.load(jsonl.read([path], reject=rejected.append))
    assert (report.loaded, rejected, report.rejected) == (30, [], ())
    assert store.checksum() == before
    assert store.load(jsonl.read([path], reject=rejected.append)).unchanged == 30


def test_records_keep_an_article_that_disagrees_with_itself(embedded: BoltStore, tmp_path: Path) -> None:
    records = tiny()
    who, link = records[2], records[4]
    assert isinstance(who, Entity)
    assert isinstance(link, Relation)
    again = Entity(id=who.id, kind="Person", name="乙", properties={"jurisdiction": "市"})
    twice = msgspec.structs.replace(link, confidence=0.75, properties={"rank": 3})
    embedded.load([*records, again, twice])
    before = embedded.checksum()
    (path,) = write_from(embedded, "jsonl", tmp_path / "records.jsonl")
    wipe(embedded)
    assert embedded.load(jsonl.read([path], reject=lambda _: None)).loaded == 1
    assert embedded.checksum() == before


def test_cypher_script_makes_the_same_graph_in_each_store(store: BoltStore) -> None:
    store.load(tiny())
    before, script = seen(store), list(statements(store))
    assert all(statement.endswith(";\n") for statement in script)
    wipe(store)
    for statement in script * 2:  # twice: a script may be run again
        run(store, statement.rstrip(";\n"))
    assert seen(store) == before


def test_literals_are_read_back_by_each_store(store: BoltStore) -> None:
    values = [
        HOSTILE,
        "\\",
        "\\\\u0041",
        'a"b',
        "",
        0,
        -5,
        2.5,
        True,
        None,
        [1, 2],
        ["甲", HOSTILE],
        {"k": [HOSTILE, None]},
    ]
    for value in values:
        assert store.read(f"RETURN {literal(value)} AS v").rows == ((value,),)


@given(st.text() | st.integers() | st.booleans() | st.none() | st.floats(allow_nan=False, allow_infinity=False))
def test_literals_hold_nothing_that_ends_them_early(value: Any) -> None:
    text = literal(value)
    if isinstance(value, str):
        assert "".join(json.loads(part) for part in text.split(" + ")) == value or " + " in value
        assert all(char.isprintable() for char in text)
        assert "\\\\u" not in text
    elif isinstance(value, float):
        assert math.isclose(float(text), value)


def test_xml_formats_survive_characters_that_xml_cannot_hold(embedded: BoltStore, tmp_path: Path) -> None:
    embedded.load(tiny())
    for form in ("graphml", "gexf"):
        (path,) = write_from(embedded, form, tmp_path / f"x.{form}")
        read = nx.read_graphml(path) if form == "graphml" else nx.read_gexf(path)
        label = next(about["label"] for _, about in read.nodes(data=True) if "𠮷" in about["label"])
        assert label.split() == printable(HOSTILE).split()
