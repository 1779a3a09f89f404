"""The Neo4j driver, imported without what it does not need.

It imports numpy, pandas and pyarrow wherever they are installed, which takes three times as long as all the rest of it
and serves only parameters of their types. `Store.read` turns those into plain values itself (`plain`).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any


@contextmanager
def _absent(*names: str) -> Iterator[None]:
    """Let the modules `names` seem not installed, unless they are loaded already."""
    hidden = [name for name in names if name not in sys.modules]
    sys.modules.update(dict.fromkeys(hidden))  # type: ignore[arg-type]  # None stands for "not there" (import protocol)
    try:
        yield
    finally:
        for name in hidden:
            sys.modules.pop(name, None)


with _absent("numpy", "pandas", "pyarrow"):
    import neo4j
    from neo4j.graph import Node, Path, Relationship

__all__ = ["Node", "Path", "Relationship", "neo4j", "plain"]


def plain(value: Any) -> Any:
    """`value`, a parameter, with numbers and arrays of numpy and pandas as Python's own, at any depth."""
    if isinstance(value, Mapping):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    if hasattr(value, "tolist"):
        return value.tolist()
    return value.to_pydatetime() if hasattr(value, "to_pydatetime") else value
