"""Betweenness on graphs of tens of thousands of people: Brandes over twin classes, many sources at once, in scipy.

Method: Brandes (2001), doi:10.1080/0022250X.2001.9990249, with two exact reductions. Closed twins are one class whose
paths count as often as it has members, so one search a class is enough; and searches run together, level by level, as
products of a sparse matrix with a block of columns. Above `exact_up_to` classes the sum over sources is estimated from
sources drawn at random (Brandes and Pich 2007, doi:10.1142/S0218127407018403), and the error is stated.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse import csgraph

from queries.analysis.twins import Quotient, quotient

if TYPE_CHECKING:
    import networkx

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

SAMPLES = 4_000
"""Sources drawn where nobody says how many: the error at 20,000 people is then about 0.002."""

BLOCK = 64
"""Searches that run together: as many columns as keep a block of 20,000 rows in the caches' reach."""


@dataclass(frozen=True)
class Betweenness:
    """Values by node; `error` is the half-width within which values lie (99.7 % of them or more), 0.0 if exact.

    `error` is that of the worst node and in the unit of the values; `sources` is how many searches were run.
    """

    values: dict[Any, float]
    error: float
    sources: int

    @property
    def exact(self) -> bool:
        """Whether every source was searched from."""
        return self.error == 0.0


@dataclass(frozen=True)
class _Level:
    """The nodes at one distance from the sources of a block: their rows, which source reaches which, and the edges
    there.

    `edges` joins the rows of this level (first axis) to those of the level before.
    """

    rows: Ints
    reached: NDArray[np.bool_]
    edges: sparse.csr_array


def _forward(adjacency: sparse.csr_array, size: Floats, sources: Ints) -> tuple[list[_Level], Floats]:
    """Level by level, and the number of shortest paths to one member of each class; only rows in reach are touched."""
    count, width = adjacency.shape[0], len(sources)
    paths = np.zeros((count, width))
    paths[sources, np.arange(width)] = 1.0
    unseen = paths == 0.0
    rows = np.unique(sources)
    levels = [_Level(rows, ~unseen[rows], sparse.csr_array((len(rows), 0)))]
    # The source stands for one member; every later class passes a path on once for each of its members.
    front = paths[rows]
    while True:
        here = np.zeros(count)
        here[rows] = 1.0
        near = np.flatnonzero(adjacency @ here)
        edges = adjacency[near][:, rows]
        arriving = (edges @ front) * unseen[near]
        new = arriving > 0.0
        keep = np.flatnonzero(new.any(axis=1))
        if not len(keep):
            return levels, paths
        rows, arriving, new = near[keep], arriving[keep], new[keep]
        paths[rows] += arriving
        unseen[rows] &= ~new
        levels.append(_Level(rows, new, edges[keep]))
        front = arriving * size[rows, None]


def _backward(size: Floats, levels: list[_Level], paths: Floats) -> Floats:
    """Dependencies of the sources on one member of each class: a column a source."""
    dependency = np.zeros_like(paths)
    for before, level in zip(levels[-2:0:-1], levels[:1:-1], strict=True):
        there = paths[level.rows]
        share = np.divide(1.0, there, out=np.zeros_like(there), where=level.reached)
        share *= (1.0 + dependency[level.rows]) * size[level.rows, None]
        dependency[before.rows] += (level.edges.T @ share) * (paths[before.rows] * before.reached)
    return dependency


def _sources(graph: Quotient, samples: int | None, seed: int) -> tuple[Ints, Floats]:
    """The classes to search from, and the weight of each search in the sum over all nodes as sources."""
    if samples is None:
        return np.arange(len(graph.size)), graph.size.astype(np.float64)
    total = int(graph.size.sum())
    nodes = np.random.default_rng(seed).integers(0, total, size=samples)
    return graph.member[nodes], np.full(samples, total / samples)


def _sums(graph: Quotient, sources: Ints, weights: Floats) -> tuple[Floats, Floats]:
    """The weighted sum of the dependencies over the sources, and of their squares."""
    # Sources that lie close together reach the same rows at the same time: that is what makes a block cheap.
    order = csgraph.reverse_cuthill_mckee(sparse.csr_matrix(graph.adjacency), symmetric_mode=True)
    place = np.empty(len(order), np.int64)
    place[order] = np.arange(len(order))
    adjacency = sparse.csr_array(graph.adjacency[order][:, order]).astype(np.float64)
    size = graph.size[order].astype(np.float64)
    total, squares = np.zeros(len(size)), np.zeros(len(size))
    by_place = np.argsort(place[sources], kind="stable")
    sources, weights = place[sources][by_place], weights[by_place]
    for start in range(0, len(sources), BLOCK):
        part, weight = sources[start : start + BLOCK], weights[start : start + BLOCK]
        dependency = _backward(size, *_forward(adjacency, size, part))
        total += dependency @ weight
        squares += np.square(dependency) @ np.square(weight)
    return total[place], squares[place]


def betweenness(
    graph: networkx.Graph[Any], *, samples: int | None = None, exact_up_to: int = 20_000, seed: int = 0
) -> Betweenness:
    """How often each node lies on the shortest paths between two others.

    Definition: the sum over pairs {s, t} of the share of shortest s-t paths that pass through the node, divided by the
    number of pairs of other nodes, (n-1)(n-2)/2. Range: 0 to 1. Direction: higher is more of a go-between. Edges have
    no direction and no length. Without edges, or with fewer than three nodes, every value is 0.0; the empty graph gives
    no values.

    Parameters: `samples` sources drawn with replacement (None: all, unless the graph has more than `exact_up_to` twin
    classes, then `SAMPLES` are drawn); `seed` makes the draw repeatable. All sources of 20,000 people take about a
    minute.

    Error of a sampled run: three standard errors of the mean over the sources, of the node where it is greatest.

    >>> import networkx as nx
    >>> found = betweenness(nx.path_graph(5))
    >>> [round(found.values[node], 3) for node in range(5)], found.exact
    ([0.0, 0.5, 0.667, 0.5, 0.0], True)
    """
    import networkx

    nodes: list[Hashable] = list(graph)
    count = len(nodes)
    if count < 3 or graph.number_of_edges() == 0:
        return Betweenness(dict.fromkeys(nodes, 0.0), 0.0, 0)
    matrix = sparse.csr_array(networkx.to_scipy_sparse_array(graph, nodelist=nodes, weight=None))
    matrix.setdiag(0)
    matrix.eliminate_zeros()
    matrix.data = np.ones(matrix.nnz, np.int64)
    classes = quotient(matrix)
    if samples is None and len(classes.size) > exact_up_to:
        samples = SAMPLES
    sources, weights = _sources(classes, samples, seed)
    total, squares = _sums(classes, sources, weights)
    scale = 1.0 / ((count - 1) * (count - 2))  # each pair is searched from both ends
    error = 0.0
    if samples is not None:
        drawn = len(sources)
        variance = np.maximum(squares - np.square(total) / drawn, 0.0) * drawn / max(drawn - 1, 1)
        error = float(3.0 * np.sqrt(variance.max()) * scale)
    values = (total * scale)[classes.member]
    return Betweenness(dict(zip(nodes, values.tolist(), strict=True)), error, len(sources))
