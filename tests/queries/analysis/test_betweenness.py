"""Betweenness: the same as networkx's, on every graph; and within the stated error where sources are drawn."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse

from queries.analysis.betweenness import betweenness
from queries.analysis.twins import quotient
from tests.queries.analysis.shapes import network


@st.composite
def graphs(draw: st.DrawFn) -> nx.Graph[int]:
    """Unions of cliques and single edges, as meetings make them, with loops and lone nodes."""
    made: nx.Graph[int] = nx.Graph()
    nodes = st.integers(0, 13)
    made.add_nodes_from(draw(st.lists(nodes, max_size=4)))
    for group in draw(st.lists(st.lists(nodes, min_size=1, max_size=6), max_size=7)):
        made.add_edges_from((a, b) for a in group for b in group)
    return made


@given(graphs())
def test_the_same_as_networkx(graph: nx.Graph[int]) -> None:
    found = betweenness(graph)
    assert found.exact
    assert found.values == pytest.approx(nx.betweenness_centrality(graph), abs=1e-12)


@given(graphs())
def test_classes_are_the_closed_twins(graph: nx.Graph[int]) -> None:
    graph.remove_edges_from(list(nx.selfloop_edges(graph)))
    nodes = list(graph)
    matrix = sparse.csr_array(nx.to_scipy_sparse_array(graph, nodelist=nodes)) if nodes else sparse.csr_array((0, 0))
    member = quotient(matrix.astype(np.int64)).member
    for i, a in enumerate(nodes):
        for j, b in enumerate(nodes):
            same = {a, *graph[a]} == {b, *graph[b]}
            assert (member[i] == member[j]) == same


def test_the_same_as_networkx_on_a_realistic_network() -> None:
    graph = network(400)
    assert betweenness(graph).values == pytest.approx(nx.betweenness_centrality(graph), abs=1e-12)


def test_weights_play_no_part() -> None:
    graph = nx.path_graph(4)
    for place, ends in enumerate(graph.edges):
        graph.edges[ends]["weight"] = 7.5 * place + 0.1
    assert betweenness(graph).values == pytest.approx(nx.betweenness_centrality(graph))


def test_drawn_sources_stay_within_the_stated_error() -> None:
    graph = network(1_000)
    exact = betweenness(graph).values
    inside = []
    for seed in range(5):
        drawn = betweenness(graph, samples=300, seed=seed)
        assert not drawn.exact
        inside += [abs(drawn.values[node] - exact[node]) <= drawn.error for node in graph]
    assert all(inside)


def test_a_seed_repeats_a_draw() -> None:
    graph = network(500)
    assert betweenness(graph, samples=50, seed=1) == betweenness(graph, samples=50, seed=1)
    assert betweenness(graph, samples=50, seed=1) != betweenness(graph, samples=50, seed=2)


def test_small_and_empty_graphs() -> None:
    assert betweenness(nx.Graph()).values == {}
    assert betweenness(nx.path_graph(2)).values == {0: 0.0, 1: 0.0}
    assert betweenness(nx.empty_graph(5)).values == dict.fromkeys(range(5), 0.0)
