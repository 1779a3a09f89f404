"""From an answer in Cypher to a picture: its nodes, relationships and paths, wherever they stand in its rows."""

from __future__ import annotations

from graph.driver import Node, Relationship
from graph.errors import QueryError
from graph.store.base import Store
from graph.table import Table
from queries.rows import parts
from queries.view.gathering import Gathering, node_id
from queries.view.model import GraphData
from queries.view.questions import ask_each, ask_of


def from_table(table: Table, *, store: Store | None = None, title: str = "") -> GraphData:
    """The picture of an answer. With a `store`, ends that the answer lacks are fetched, and so are the relations among
    nodes that come without any.

    QueryError where the answer holds values only.
    """
    found, names = Gathering(), dict[str, str]()
    values = list(parts(table.rows))
    for value in values:
        if isinstance(value, Node):
            names[value.element_id] = found.node(value)
    links = [value for value in values if isinstance(value, Relationship)]
    if table.rows and not names and not links:
        raise QueryError(
            "The answer holds values only. To draw it, return nodes and relationships: "
            "MATCH (p)-[r]->(e) RETURN p, r, e."
        )
    missing = {
        end.element_id for link in links for end in link.nodes if end is not None and end.element_id not in names
    }
    if missing and store is not None:
        for row in ask_of(store, "ends", sorted(missing)):
            names[row["n"].element_id] = found.node(row["n"])
    for link in links:
        source, target = (_end(end, names, found) for end in (link.start_node, link.end_node))
        if source and target:
            found.edge(source, link.type, target, link)
    if not links and store is not None:
        found.rows(ask_each(store, "among", found.by_kind(), all=sorted(found.nodes)))
    return found.data(title=title)


def _end(end: Node | None, names: dict[str, str], found: Gathering) -> str | None:
    """The id of a relationship's end; a bare node stands in for one that nobody could fetch."""
    if end is None:
        return None
    if end.element_id not in names:
        names[end.element_id] = found.node(end)
    return names.get(end.element_id) or node_id(end)
