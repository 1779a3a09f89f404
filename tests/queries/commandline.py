"""A command on a graph, as a user types it, and the JSON lines that it answers."""

from __future__ import annotations

import json

from typer.testing import CliRunner, Result

import guanxi
from queries import Graph


def run(graph: Graph, *words: str, **options: str) -> Result:
    """Run a command on the graph; errors are raised as the library's own."""
    found = CliRunner().invoke(guanxi.app, [*words, "--db", graph.store.address], **options)  # type: ignore[arg-type]
    if found.exception is not None and not isinstance(found.exception, SystemExit):
        raise found.exception
    return found


def lines(found: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in found.stdout.splitlines()]
