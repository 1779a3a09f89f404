"""What a store answers, gathered into nodes and relations of a picture."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from graph.driver import Node, Relationship
from queries.values import label_of, name_of, plain
from queries.view.model import GraphData, GraphEdge, GraphNode

SENTENCES = 12
"""Sentences of one relation that a picture holds; it says how many more there are."""

_EDGE = ("id", "evidence", "confidence", "rules", "first_seen", "last_seen")


class Gathering:
    """Nodes and relations by id, each once; `data` puts them into order."""

    def __init__(self) -> None:
        self.nodes: dict[str, GraphNode] = {}
        self.edges: dict[tuple[str, str, str], GraphEdge] = {}

    def node(self, found: Node) -> str:
        """Take in a node; returns its id."""
        made = to_node(found)
        self.nodes[made.id] = made
        return made.id

    def edge(self, source: str, type_: str, target: str, about: Mapping[str, Any]) -> None:
        """Take in a relation with its properties."""
        self.edges[source, type_, target] = to_edge(source, type_, target, about)

    def rows(self, rows: Iterable[Mapping[str, Any]]) -> list[str]:
        """Take in rows of source, type, target, relation and perhaps a node; returns the ids of new nodes."""
        new = []
        for row in rows:
            if row.get("node") is not None:
                known = len(self.nodes)
                name = self.node(row["node"])
                if len(self.nodes) > known:
                    new.append(name)
            self.edge(row["source"], row["type"], row["target"], row["relation"])
        return new

    def by_kind(self, ids: Iterable[str] | None = None) -> dict[str, list[str]]:
        """Ids (all of them by default) by the kind of their node."""
        found: dict[str, list[str]] = defaultdict(list)
        for name in sorted(self.nodes if ids is None else ids):
            found[self.nodes[name].kind].append(name)
        return found

    def data(self, *, title: str, focus: Iterable[str] = (), opens: str = "graph") -> GraphData:
        """The picture's data, sentences still to be fetched."""
        return GraphData.of(self.nodes.values(), self.edges.values(), title=title, focus=focus, opens=opens)


def node_id(node: Node) -> str:
    """The id of a node: the graph's own, or the store's where it has none."""
    return str(node.get("id") or node.element_id)


def to_node(node: Node) -> GraphNode:
    """A node of a store as one of a picture."""
    about = {key: plain(value) for key, value in node.items() if not key.startswith("_")}
    aliases = about.pop("aliases", None) or ()
    for key in ("id", "name"):
        about.pop(key, None)
    return GraphNode(node_id(node), label_of(node), name_of(node), tuple(map(str, aliases)), about)


def to_edge(source: str, type_: str, target: str, about: Relationship | Mapping[str, Any]) -> GraphEdge:
    """A relation of a store as one of a picture; no more than SENTENCES of its sentences."""
    given = {key: plain(value) for key, value in about.items() if not key.startswith("_")}
    evidence = [str(name) for name in given.get("evidence") or ()]
    confidence = given.get("confidence")
    return GraphEdge(
        source=source,
        target=target,
        type=type_,
        properties={key: value for key, value in given.items() if key not in _EDGE},
        evidence=tuple(evidence[:SENTENCES]),
        unlisted=max(0, len(evidence) - SENTENCES),
        confidence=float(confidence) if isinstance(confidence, int | float) else None,
        rules=tuple(map(str, given.get("rules") or ())),
        first_seen=given.get("first_seen"),
        last_seen=given.get("last_seen"),
    )
