"""The stores: embedded (ArcadeDB) and Neo4j, behind one interface."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.settings import Settings
    from graph.store.base import Store


def open_store(settings: Settings | None = None, *, any_version: bool = False) -> Store:
    """Open the graph that `settings` name (those of the environment by default); use it as a context manager.

    Raises StoreUnavailable, StoreLocked, or SchemaMismatch (not with `any_version`, for migrating).
    """
    from graph.settings import Settings
    from graph.store import connect

    settings = settings or Settings.from_env()
    store = connect.neo4j_store(settings) if settings.uri else connect.embedded_store(settings)
    try:
        store.check_version(refuse=not any_version)
    except BaseException:
        store.close()
        raise
    return store
