"""Communities: groups of people who meet each other more than their activity alone would bring about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import networkx


def communities(graph: networkx.Graph[Any], *, resolution: float = 1.0, seed: int = 0) -> list[list[Any]]:
    """The groups of a weighted network by Louvain's method, the largest first, members in order of their id.

    Definition: a partition with high modularity, the share of edge weight inside groups beyond what the nodes'
    strengths would give by chance (Blondel et al. 2008, doi:10.1088/1742-5468/2008/10/P10008). `resolution` above 1
    gives more and smaller groups. Same graph, same seed: same groups, whatever the order of its nodes. A node without
    edges is a group of its own; the empty graph has none.

    >>> import networkx as nx
    >>> communities(nx.disjoint_union(nx.complete_graph(4), nx.complete_graph(3)))
    [[0, 1, 2, 3], [4, 5, 6]]
    """
    import networkx

    if not graph:
        return []
    ordered: networkx.Graph[Any] = networkx.Graph()
    ordered.add_nodes_from(sorted(graph, key=str))
    ordered.add_weighted_edges_from(
        sorted(
            ((*sorted(ends, key=str), weight) for *ends, weight in graph.edges(data="weight", default=1.0)),
            key=lambda edge: (str(edge[0]), str(edge[1])),
        )
    )
    groups = networkx.community.louvain_communities(ordered, weight="weight", resolution=resolution, seed=seed)
    return sorted((sorted(group, key=str) for group in groups), key=lambda group: (-len(group), str(group[0])))


def modularity(graph: networkx.Graph[Any], groups: list[list[Any]]) -> float:
    """Modularity of a partition: -0.5 to 1, higher is more separate; 0.0 for a graph without edges (Newman 2004)."""
    import networkx

    if graph.number_of_edges() == 0:
        return 0.0
    return float(networkx.community.modularity(graph, [set(group) for group in groups], weight="weight"))
