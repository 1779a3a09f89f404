"""The stores: embedded (ArcadeDB) and Neo4j, behind one interface."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.settings import Settings
    from graph.store.base import Store
    from graph.store.bolt import BoltStore


def open_store(settings: Settings | None = None, *, any_version: bool = False) -> Store:
    """Open the graph that `settings` name (those of the environment by default); use it as a context manager.

    Raises StoreUnavailable, StoreLocked, or SchemaMismatch (not with `any_version`, for migrating).
    """
    from graph.settings import Settings

    settings = settings or Settings.from_env()
    store = _remote(settings) if settings.uri else _embedded(settings)
    try:
        store.check_version(refuse=not any_version)
    except BaseException:
        store.close()
        raise
    return store


def _remote(settings: Settings) -> BoltStore:
    import graph.driver  # noqa: F401  (first: it keeps the driver from loading pandas)
    from graph.store.connect import neo4j_store

    return neo4j_store(settings)


def _embedded(settings: Settings) -> BoltStore:
    """The driver is imported while the server starts."""
    from threading import Thread

    from graph.store.embedded import open_server

    loading = Thread(target=_load_driver)
    loading.start()
    try:
        server = open_server(settings.db, heap=settings.heap, cache=settings.cache)
    finally:
        loading.join()
    from graph.store.connect import embedded_store

    return embedded_store(settings, server)


def _load_driver() -> None:
    import graph.driver
    import graph.store.connect  # noqa: F401
