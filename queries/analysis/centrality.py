"""Centralities of a network of people: one table with what each measure says about each node."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from queries.analysis.betweenness import betweenness
from queries.analysis.communities import communities

if TYPE_CHECKING:
    import networkx


@dataclass(frozen=True, slots=True)
class Standing:
    """A node's place in its network; see `standings` for the measures."""

    id: Any
    name: str | None
    jurisdiction: str | None
    degree: int
    strength: float
    betweenness: float
    pagerank: float
    core: int
    community: int


def standings(graph: networkx.Graph[Any], *, samples: int | None = None, seed: int = 0) -> list[Standing]:
    """Every node with its measures, the greatest strength first; the empty graph gives an empty list.

    degree: number of neighbours (0 to n-1). strength: sum of the weights of its edges (0 and up). betweenness: see
    `queries.analysis.betweenness` (0 to 1). pagerank: share of a walk along weighted edges that starts anew with
    probability 0.15 (0 to 1, sums to 1; Page et al. 1999). core: the greatest k such that the node lies in a part where
    everybody has k neighbours (0 and up; Seidman 1983, doi:10.1016/0378-8733(83)90028-X). community: number of the
    group, 0 the largest (see `queries.analysis.communities`). Higher is more central in all but the last.

    >>> import networkx as nx
    >>> [(one.id, one.degree, round(one.betweenness, 2), one.core) for one in standings(nx.star_graph(3))][:2]
    [(0, 3, 1.0, 1), (1, 1, 0.0, 1)]
    """
    import networkx

    if not graph:
        return []
    between = betweenness(graph, samples=samples, seed=seed).values
    rank = networkx.pagerank(graph, weight="weight")
    core = networkx.core_number(graph)
    group = {node: number for number, members in enumerate(communities(graph, seed=seed)) for node in members}
    found = [
        Standing(
            id=node,
            name=about.get("name"),
            jurisdiction=about.get("jurisdiction"),
            degree=graph.degree[node],
            strength=float(graph.degree(weight="weight")[node]),
            betweenness=between[node],
            pagerank=rank[node],
            core=core[node],
            community=group[node],
        )
        for node, about in graph.nodes(data=True)
    ]
    return sorted(found, key=lambda one: (-one.strength, str(one.id)))
