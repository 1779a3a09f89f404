"""Projections, communities, bridges, standings: small cases by hand, and against networkx."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import projection
from queries import Graph
from queries.analysis.bridges import bridges, cut_people
from queries.analysis.centrality import standings
from queries.analysis.communities import communities, modularity

EDGES = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)).filter(lambda ends: ends[0] != ends[1]), max_size=24)


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("mnopq")), max_size=30))
def test_join_counts_what_is_shared(pairs: list[tuple[str, str]]) -> None:
    joined = projection.join(pairs)
    seats = {who: {thing for one, thing in pairs if one == who} for who, _ in pairs}
    for a in seats:
        for b in seats:
            if a < b:
                shared = len(seats[a] & seats[b])
                assert joined.get_edge_data(a, b, {"shared": 0})["shared"] == shared
    assert set(joined) == set(seats)


def test_join_by_newman_gives_everybody_their_share_of_company() -> None:
    joined = projection.join([(who, "m") for who in "abcd"] + [("a", "n"), ("b", "n")], weighting="newman")
    # Somebody's strength is the number of things that they shared with anybody (Newman 2001).
    assert dict(joined.degree(weight="weight")) == pytest.approx({"a": 2.0, "b": 2.0, "c": 1.0, "d": 1.0})


def test_join_minimum_and_nothing() -> None:
    assert projection.join([("a", "m"), ("b", "m")], minimum=2).number_of_edges() == 0
    assert len(projection.join([])) == 0


@given(EDGES)
def test_bridges_are_networkxs_with_the_people_on_each_side(edges: list[tuple[int, int]]) -> None:
    graph = nx.Graph(edges)
    found = bridges(graph)
    assert {frozenset((one.a, one.b)) for one in found} == set(map(frozenset, nx.bridges(graph)))  # type: ignore[arg-type]
    for one in found:
        rest = nx.Graph(graph)
        rest.remove_edge(one.a, one.b)
        sides = tuple(len(nx.node_connected_component(rest, end)) for end in (one.a, one.b))
        assert one.parts == sides


@given(EDGES)
def test_cut_people_are_articulation_points(edges: list[tuple[int, int]]) -> None:
    graph = nx.Graph(edges)
    found = cut_people(graph)
    assert {one.id for one in found} == set(nx.articulation_points(graph))
    for one in found:
        pieces = [
            piece
            for piece in nx.connected_components(graph.subgraph(set(graph) - {one.id}))
            if piece & set(graph[one.id])
        ]
        assert one.pieces == len(pieces)
        assert one.cut_off == sum(map(len, pieces)) - max(map(len, pieces))


@given(EDGES, st.randoms())
def test_communities_part_the_nodes_whatever_their_order(edges: list[tuple[int, int]], random: object) -> None:
    graph = nx.Graph(edges)
    groups = communities(graph)
    assert sorted(node for group in groups for node in group) == sorted(graph)
    shuffled = list(edges)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert communities(nx.Graph([(b, a) for a, b in shuffled])) == groups


def test_communities_find_two_cliques_and_say_how_separate() -> None:
    graph = nx.barbell_graph(5, 0)
    assert communities(graph) == [[0, 1, 2, 3, 4], [5, 6, 7, 8, 9]]
    assert modularity(graph, communities(graph)) == pytest.approx(20 / 21 - 0.5)
    assert modularity(nx.empty_graph(3), [[0], [1], [2]]) == 0.0
    assert communities(nx.Graph()) == []


def test_standings_of_nobody_and_of_people_alone() -> None:
    assert standings(nx.Graph()) == []
    assert [(one.id, one.degree, one.betweenness) for one in standings(nx.empty_graph(2))] == [(0, 0, 0.0), (1, 0, 0.0)]


def test_networks_of_the_county(county: Graph) -> None:
    met = county.network(place="云澜县")
    named = {about["name"]: node for node, about in met.nodes(data=True)}
    # counted by hand: loaders/samples/README.md, question 11
    for name, times in {"林晓峰": 9, "吴海燕": 9, "周国平": 8, "孙建军": 8, "韩松": 7, "马德胜": 6}.items():
        assert met.edges[named["陈志远"], named[name]]["shared"] == times
    assert county.network(place="云澜县", minimum=9).degree[named["陈志远"]] == 2
    may = county.network(place="云澜县", since="2023-05", until="2023-05")
    assert {about["name"] for _, about in may.nodes(data=True)} == set(
        "陈志远 徐长河 赵丽华 杨帆 谢春生 许静 林晓峰 周国平 宋玉梅 蔡明辉 丁浩".split()  # noqa: SIM905
    )
    posts = county.network("posts", place="云澜县")
    assert posts.edges[named["王伟"], named["刘洋"]]["shared"] == 1
    early = county.network("posts", place="云澜县", until="2023-05")
    assert named["刘洋"] not in early


def test_the_whole_graph(embedded_county: Graph) -> None:
    counts = embedded_county.store.counts()
    whole = projection.whole(embedded_county.store, kinds=["Person", "Event"], relations=["ATTENDED", "HOLDS_POST"])
    labels = [about["label"] for _, about in whole.nodes(data=True)]
    assert (labels.count("Person"), labels.count("Event")) == (counts["Person"], counts["Event"])
    assert {key for *_, key in whole.edges(keys=True)} == {"ATTENDED"}
    assert not any(key.startswith("_") for _, about in whole.nodes(data=True) for key in about)
