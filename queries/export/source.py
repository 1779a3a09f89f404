"""What an export reads: nodes, relations and their sentences, out of a store, in an order that never changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graph.ontology import ontology
from graph.store.base import Store

_NODES = """\
MATCH (n) WHERE any(label IN labels(n) WHERE label IN $labels)
RETURN labels(n) AS labels, properties(n) AS properties ORDER BY n.id
"""
_RELATIONS = """\
MATCH (a)-[r]->(b) WHERE type(r) IN $types
RETURN a.id AS source, type(r) AS type, b.id AS target, properties(r) AS properties
ORDER BY type, source, target, r.start, r.end
"""

PROVENANCE = ("Article", "Sentence")


@dataclass(frozen=True, slots=True)
class Node:
    """A node: its label and its properties, `id` among them."""

    id: str
    label: str
    properties: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Link:
    """A relation between two nodes by id, with its properties."""

    type: str
    source: str
    target: str
    properties: Mapping[str, Any]


def _seen(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {
        key: properties[key] for key in sorted(properties) if not key.startswith("_") and properties[key] is not None
    }


def nodes(store: Store, *, sources: bool = False) -> Iterator[Node]:
    """The entities, in order of id; with `sources` the articles and sentences too."""
    wanted = [*ontology().kinds, *(PROVENANCE if sources else ())]
    for row in store.read(_NODES, {"labels": wanted}).dicts():
        label = next(one for one in row["labels"] if one in wanted)
        yield Node(row["properties"]["id"], label, _seen(row["properties"]))


def links(store: Store, *, sources: bool = False) -> Iterator[Link]:
    """The stated relations, in order of type and ends; with `sources` those to articles and sentences too."""
    wanted = [*ontology().relations, *(ontology().provenance["relations"] if sources else ())]
    for row in store.read(_RELATIONS, {"types": wanted}).dicts():
        yield Link(row["type"], row["source"], row["target"], _seen(row["properties"]))
