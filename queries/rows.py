"""From rows to a graph: the nodes, relationships and paths that an answer holds, as networkx."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from graph.driver import Node, Path, Relationship
from graph.table import Table
from queries.values import label_of, shown

if TYPE_CHECKING:
    import networkx


def parts(value: Any) -> Iterator[Node | Relationship]:
    """The nodes and relationships in a value, however deep; a path gives its own."""
    match value:
        case Node() | Relationship():
            yield value
        case Path():
            yield from value.nodes
            yield from value.relationships
        case Mapping():
            for one in value.values():
                yield from parts(one)
        case list() | tuple():
            for one in value:
                yield from parts(one)


def _key(node: Node) -> str:
    return str(node.get("id") or node.element_id)


def to_networkx(table: Table) -> networkx.MultiDiGraph[str]:
    """The graph in a table. An end that the rows do not hold is a node without `label`, keyed by the store's own id."""
    import networkx

    made: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    found = list(parts(table.rows))
    keys: dict[str, str] = {}
    for node in found:
        if isinstance(node, Node):
            keys[node.element_id] = _key(node)
            made.add_node(_key(node), label=label_of(node), **shown(node.items()))
    for link in found:
        if isinstance(link, Relationship) and link.start_node is not None and link.end_node is not None:
            source, target = (keys.get(end.element_id, _key(end)) for end in (link.start_node, link.end_node))
            made.add_edge(source, target, key=link.type, **{"type": link.type, **shown(link.items())})
    return made
