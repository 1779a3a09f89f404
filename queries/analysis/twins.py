"""Closed twins: nodes joined to each other and to the same others, such as people who sat in one meeting and no other.

In a co-attendance graph most people were seen once, so most nodes have twins: the graph of the twin classes gives the
same shortest paths at a fraction of the size.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Quotient:
    """A graph of classes: `member[v]` is the class of node v, `size[c]` counts class c, `adjacency` joins classes."""

    member: Ints
    size: Ints
    adjacency: sparse.csr_array


def _signatures(adjacency: sparse.csr_array) -> Ints:
    """A 64-bit sum over each closed neighbourhood of random numbers, one a node: equal sets have equal sums."""
    rng = np.random.default_rng(20_200_928)
    count = adjacency.shape[0]
    mark = rng.integers(0, 2**63, size=count, dtype=np.int64)
    marks = sparse.csr_array((mark[adjacency.indices], adjacency.indices, adjacency.indptr), shape=adjacency.shape)
    with np.errstate(over="ignore"):
        total: Ints = np.asarray(marks.sum(axis=1)).ravel() + mark
    return total


def _same(adjacency: sparse.csr_array, a: int, b: int) -> bool:
    def closed(node: int) -> set[int]:
        return {node, *adjacency.indices[adjacency.indptr[node] : adjacency.indptr[node + 1]].tolist()}

    return closed(a) == closed(b)


def quotient(adjacency: sparse.csr_array) -> Quotient:
    """The classes of closed twins of an undirected graph without loops, given as a symmetric 0/1 matrix.

    Classes are found by hashing and confirmed set against set, so the answer never rests on luck.
    """
    _, first, member = np.unique(_signatures(adjacency), return_index=True, return_inverse=True)
    first, member = first.astype(np.int64), member.astype(np.int64).ravel()
    for node, group in enumerate(member.tolist()):
        if first[group] != node and not _same(adjacency, int(first[group]), node):
            return Quotient(np.arange(len(member)), np.ones(len(member), np.int64), adjacency)
    reduced = sparse.csr_array(adjacency[first][:, first])
    return Quotient(member, np.bincount(member, minlength=len(first)).astype(np.int64), reduced)
