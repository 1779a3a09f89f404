"""From answers to pictures: the seam to queries.view, which is imported only when something is drawn."""

from __future__ import annotations

from typing import Any

from graph.store.base import Store
from graph.table import Table


def view(store: Store, cypher: str | None = None, /, **options: Any) -> Any:
    """A picture of the graph in a store; the options are those of `queries.view.view`."""
    from queries import view as room

    return room.view(store, cypher, **options)


def draw(store: Store, table: Table, /, **options: Any) -> Any:
    """A picture of the nodes, relationships and paths in a table; the options are those of `queries.view.draw`."""
    from queries import view as room

    return room.draw(store, table, **options)
