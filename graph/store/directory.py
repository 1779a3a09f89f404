"""The directory of an embedded graph: made, taken if it is one, or refused."""

from __future__ import annotations

import os
from pathlib import Path

from graph.errors import StoreUnavailable

_FILES = ("opening.lock", "guardian.lock", "server.json", "server.options", "server.log")
_OURS = frozenset((*_FILES, "config", "log", "databases", "backups"))


def make(folder: Path) -> None:
    """Make `folder` if it is new, for its owner only. Raises StoreUnavailable for a place that cannot hold a graph."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnavailable(
            f"The graph cannot be kept in {folder}: {error.strerror}. Give another directory with --db."
        ) from error
    foreign = [each.name for each in folder.iterdir() if not (folder / "databases").exists()]
    if any(name not in _OURS for name in foreign):
        raise StoreUnavailable(
            f"{folder} holds other files ({min(foreign)}, …) and no graph. Give an empty or a new directory with --db."
        )
    if not os.access(folder, os.W_OK):
        raise StoreUnavailable(f"The graph in {folder} cannot be written. Give another directory with --db.")


def tidy(folder: Path) -> None:
    """Take away what earlier runs of the server logged: it begins a new file at every start."""
    for old in (folder / "log").glob("server-event-log-*"):
        old.unlink(missing_ok=True)
