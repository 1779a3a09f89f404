"""The graph as formats without lists want it: networkx with scalars alone, the sentences as text on each edge."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from graph.store.base import Store
from queries.evidence import fetch
from queries.export.source import links, nodes

if TYPE_CHECKING:
    import networkx


def _scalars(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {key: "; ".join(map(str, value)) if isinstance(value, list) else value for key, value in properties.items()}


def flat(store: Store) -> networkx.MultiDiGraph[str]:
    """Entities and stated relations. Nodes: `label` is the name (what Gephi shows), `type` the kind. Edges: `type`,
    `weight` (1.0), `sentences`, the evidence in full. Lists are joined by "; ".
    """
    import networkx

    made: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for node in nodes(store):
        made.add_node(node.id, **{**_scalars(node.properties), "label": node.properties["name"], "type": node.label})
    found = list(links(store))
    quotes = fetch(store, (one for link in found for one in link.properties.get("evidence", ())))
    for link in found:
        lines = [quotes[one].line() for one in link.properties.get("evidence", ()) if one in quotes]
        about = {**_scalars(link.properties), "type": link.type, "label": link.type, "sentences": "\n".join(lines)}
        made.add_edge(link.source, link.target, key=link.type, weight=1.0, **about)
    return made


def printable(text: str) -> str:
    """`text` without the characters that XML cannot hold."""
    return "".join(
        char
        for char in text
        if char in "\t\n\r" or "\x20" <= char <= "\ud7ff" or "\ue000" <= char <= "\ufffd" or char > "\uffff"
    )


def xml_safe(graph: networkx.MultiDiGraph[str]) -> networkx.MultiDiGraph[str]:
    """The same graph, all text fit for XML."""
    for about in [*graph.nodes.values(), *graph.edges.values()]:
        about.update({key: printable(value) for key, value in about.items() if isinstance(value, str)})
    return graph
