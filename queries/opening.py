"""Opening a graph to ask it: one that is not there is an error, not a new empty one."""

from __future__ import annotations

from pathlib import Path

from graph.errors import StoreUnavailable
from graph.settings import Settings
from graph.store.base import Store


def open_graph(db: str | Path | None = None) -> Store:
    """The store in a directory or at a URL (see `Settings.from_env`). StoreUnavailable where there is no graph."""
    from graph.store import open_store

    settings = Settings.from_env(db=db)
    if settings.uri is None and not settings.db.is_dir():
        raise StoreUnavailable(
            f"There is no graph in {settings.db}. Make one with `guanxi build PATH… --db {settings.db}`, "
            "try `guanxi demo`, or say with --db where it is."
        )
    return open_store(settings)
