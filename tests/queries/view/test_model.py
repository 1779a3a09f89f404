"""Data of a picture: one order, nothing internal, nothing twice; and how much of it fits."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.view.limit import fitted, period, within
from queries.view.model import GraphArticle, GraphData, GraphEdge, GraphNode, GraphSentence, LeftOut
from tests.queries.view import synthetic


@given(st.randoms(use_true_random=False))
def test_the_order_of_the_parts_does_not_matter(rng: random.Random) -> None:
    whole = synthetic.graph(30, seed=2)
    nodes, edges, lines = list(whole.nodes), list(whole.edges), list(whole.sentences.values())
    for part in (nodes, edges, lines):
        rng.shuffle(part)
    again = GraphData.of(nodes, edges, lines, title=whole.title)
    assert again == whole
    assert list(again.sentences) == list(whole.sentences)


def test_internal_properties_and_loose_ends_are_dropped() -> None:
    data = GraphData.of(
        [GraphNode("a", "Person", "甲", (), {"_tally": 1, "jurisdiction": "乙县"}), GraphNode("a", "Person", "甲")],
        [GraphEdge("a", "nobody", "ATTENDED"), GraphEdge("a", "a", "PART_OF", {"_claims": 2, "role": "chair"})],
        [GraphSentence("unused", "句", GraphArticle("x"))],
        focus=["a", "nobody", "a"],
    )
    assert len(data.nodes) == 1
    assert [(edge.target, dict(edge.properties)) for edge in data.edges] == [("a", {"role": "chair"})]
    assert data.sentences == {}
    assert data.focus == ("a",)


def test_a_relation_given_twice_rests_on_both() -> None:
    nodes = [GraphNode("a", "Person", "甲"), GraphNode("b", "Event", "乙")]
    one = GraphEdge("a", "b", "ATTENDED", {"rank": 1}, ("s1",), 0.6, ("r1",), "2020-02-01", "2020-03-01")
    two = GraphEdge("a", "b", "ATTENDED", {"rank": 1, "role": "chair"}, ("s2", "s1"), 0.9, ("r2",), "2020-01-01", None)
    (edge,) = GraphData.of(nodes, [one, two]).edges
    assert edge.evidence == ("s1", "s2")
    assert (edge.confidence, edge.rules, edge.first_seen, edge.last_seen) == (
        0.9,
        ("r1", "r2"),
        "2020-01-01",
        "2020-03-01",
    )
    assert edge.properties == {"rank": 1, "role": "chair"}


def test_what_fits_is_left_alone() -> None:
    data = synthetic.graph(40)
    assert fitted(data) is data
    assert fitted(data, max_nodes=40) is data


def test_the_most_relevant_part() -> None:
    data = synthetic.graph(200)
    part = fitted(data, max_nodes=50)
    degree = {node.id: sum(node.id in (edge.source, edge.target) for edge in data.edges) for node in data.nodes}
    assert len(part.nodes) == 50
    assert part.left_out == LeftOut(200, len(data.edges))
    kept = {node.id for node in part.nodes}
    assert min(degree[name] for name in kept) >= max(degree[name] for name in degree.keys() - kept)
    assert all(edge.source in kept and edge.target in kept for edge in part.edges)
    assert set(part.sentences) == {name for edge in part.edges for name in edge.evidence}


def test_what_is_nearest_to_the_focus_comes_first() -> None:
    nodes = [GraphNode(name, "Person", name) for name in "abcdefgh"]
    edges = [GraphEdge(a, b, "KNOWS") for a, b in ("ab", "bc", "cd", "de", "df", "dg", "dh")]
    part = fitted(GraphData.of(nodes, edges, focus=["a"]), max_nodes=3)
    assert {node.id for node in part.nodes} == {"a", "b", "c"}


def test_more_than_the_limit_gives_the_comfortable_part() -> None:
    nodes = [GraphNode(f"n{i}", "Person", "甲") for i in range(5001)]
    part = fitted(GraphData.of(nodes, []))
    assert (len(part.nodes), part.left_out) == (2000, LeftOut(5001, 0))


@pytest.mark.parametrize(
    ("since", "until", "kept"),
    [
        (None, None, "abcdef"),
        ("2020", None, "abc"),
        ("2020-06", "2020-06", "abc"),
        (None, "2019", "d"),
        ("2020-06-16", None, "bc"),
        ("2021", "2022", ""),
    ],
)
def test_a_period(since: str | None, until: str | None, kept: str) -> None:
    dates = {"a": "2020-06-15", "b": "2020-06", "c": "2020", "d": "2019-12-31", "e": "--06-15", "f": None}
    nodes = [GraphNode(name, "Event", name, (), {"date": when} if when else {}) for name, when in dates.items()]
    edges = [GraphEdge("p", name, "ATTENDED") for name in dates]
    whole = replace(GraphData.of([*nodes, GraphNode("p", "Person", "p")], edges), left_out=LeftOut(9, 9))
    data = within(whole, period(since, until))
    assert data.left_out == LeftOut(9, 9)
    assert "".join(edge.target for edge in data.edges) == kept
    assert {node.id for node in data.nodes} - {"p"} == set(kept)
