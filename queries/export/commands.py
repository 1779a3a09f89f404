"""`guanxi export FORMAT -o PATH`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from graph.options import Db

Output = Annotated[
    Path, typer.Option("--output", "-o", help="Where to write; - is stdout (not for csv).", show_default=False)
]

FORMATS = {
    "csv": "A folder of CSV files, one a kind and one a relation type.",
    "jsonl": "The records, article by article; `guanxi load` makes the same graph of them.",
    "graphml": "GraphML for yEd, Cytoscape, igraph, networkx: entities and stated relations with their sentences.",
    "gexf": "GEXF for Gephi: entities and stated relations with their sentences.",
    "ftm": "FollowTheMoney entities, one JSON object a line, checked by its library.",
    "cypher": "A Cypher script that makes the graph anew: cypher-shell -f FILE.",
}


def group(app: typer.Typer) -> typer.Typer:
    """The `export` group of the command line, made where it is not there yet: every room may add a format to it."""
    for found in app.registered_groups:
        if found.name == "export" and found.typer_instance is not None:
            return found.typer_instance
    made = typer.Typer(no_args_is_help=True, help="Hand the graph over to other tools.", rich_markup_mode=None)
    app.add_typer(made, name="export")
    return made


def register(app: typer.Typer) -> None:
    """Adds a command a format."""
    export = group(app)
    for name, words in FORMATS.items():
        export.command(name, help=words)(_command(name))


def _command(name: str) -> Callable[[Path, str | None], None]:
    def command(output: Output, db: Db = None) -> None:
        from queries.export.writing import write

        written = write(name, output, db=db)
        for path in written:
            print(path, file=sys.stderr)
        if name == "csv" and not written:
            print("The graph is empty: no file was written.", file=sys.stderr)

    return command
