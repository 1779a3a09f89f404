"""The queries room: named questions, tables, analysis and views out of the graph.

`connect()` opens a graph as a `Graph`: `.ask()`, `.query()`, `.network()`, `.rank()`, `.view()`; answers are `Result`s.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from queries.front import Graph, connect
    from queries.result import Result

__all__ = ["Graph", "Result", "connect"]

_HOMES = {"Graph": "queries.front", "Result": "queries.result", "connect": "queries.front"}


def __getattr__(name: str) -> Any:
    """Names on first use: the command line imports this package at every start, and the driver takes 0.4 s."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
