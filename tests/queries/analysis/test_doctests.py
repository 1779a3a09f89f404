"""The examples in docstrings run."""

from __future__ import annotations

import doctest
from importlib import import_module

import pytest


@pytest.mark.parametrize(
    "name",
    [
        "graph.projection",
        "queries.parameters",
        "queries.export.cypher",
        "queries.shell.suggestions",
        *(
            f"queries.analysis.{name}"
            for name in ("betweenness", "bridges", "centrality", "communities", "ladder", "presence", "protocol")
        ),
    ],
)
def test_examples(name: str) -> None:
    failed, tried = doctest.testmod(import_module(name))
    assert tried > 0
    assert failed == 0
