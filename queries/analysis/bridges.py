"""Bridges: ties and people whose loss would part a network."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import networkx


@dataclass(frozen=True, slots=True)
class Bridge:
    """A tie between two people that nothing goes around; `parts` are the numbers of people on its two sides."""

    a: Any
    b: Any
    parts: tuple[int, int]


@dataclass(frozen=True, slots=True)
class CutPerson:
    """A person without whom a component falls into `pieces`; `cut_off` people lose touch with the largest of them."""

    id: Any
    pieces: int
    cut_off: int


def bridges(graph: networkx.Graph[Any]) -> list[Bridge]:
    """The edges that are the only connection between their sides, those with the most people on the smaller side first.

    Definition: an edge in no cycle (Tarjan 1974, doi:10.1016/0020-0190(74)90003-9). Directions and weights play no
    part. A graph without edges has none.

    >>> import networkx as nx
    >>> bridges(nx.barbell_graph(3, 0))
    [Bridge(a=2, b=3, parts=(3, 3))]
    """
    import networkx

    cut = [tuple(sorted(ends, key=str)) for ends in networkx.bridges(graph)] if graph else []
    rest: networkx.Graph[Any] = networkx.Graph(graph)
    rest.remove_edges_from(cut)
    block = {node: number for number, group in enumerate(networkx.connected_components(rest)) for node in group}
    tree: networkx.Graph[int] = networkx.Graph()
    for node in graph:
        tree.add_node(block[node], size=tree.nodes.get(block[node], {}).get("size", 0) + 1)
    tree.add_edges_from((block[a], block[b]) for a, b in cut)
    below = _sizes(tree)
    found = []
    for a, b in cut:
        under, total = below[frozenset((block[a], block[b]))]
        side = under[1] if under[0] == block[a] else total - under[1]
        found.append(Bridge(a, b, (side, total - side)))
    return sorted(found, key=lambda one: (-min(one.parts), str(one.a), str(one.b)))


def _sizes(tree: networkx.Graph[int]) -> dict[frozenset[int], tuple[tuple[int, int], int]]:
    """For each edge of a forest: the lower block with the people under it, and those of the whole component."""
    import networkx

    found: dict[frozenset[int], tuple[tuple[int, int], int]] = {}
    for group in networkx.connected_components(tree):
        root = min(group)
        size = {block: tree.nodes[block]["size"] for block in group}
        total = sum(size.values())
        for parent, child in reversed(list(networkx.dfs_edges(tree, root))):
            found[frozenset((parent, child))] = ((child, size[child]), total)
            size[parent] += size[child]
    return found


def cut_people(graph: networkx.Graph[Any]) -> list[CutPerson]:
    """The people who hold components together, those who would leave the most behind first.

    Definition: articulation points (Hopcroft and Tarjan 1973, doi:10.1145/362248.362272). A graph without edges has
    none.

    >>> import networkx as nx
    >>> cut_people(nx.star_graph(3))
    [CutPerson(id=0, pieces=3, cut_off=2)]
    """
    import networkx

    found = []
    for component in networkx.connected_components(graph):
        part = graph.subgraph(component)
        for node in networkx.articulation_points(part):
            sizes = [len(piece) for piece in networkx.connected_components(part.subgraph(component - {node}))]
            found.append(CutPerson(node, len(sizes), sum(sizes) - max(sizes)))
    return sorted(found, key=lambda one: (-one.cut_off, str(one.id)))
