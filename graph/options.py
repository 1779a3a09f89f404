"""The option that the commands of every room have, with its words."""

from __future__ import annotations

from typing import Annotated

import typer

from graph.settings import DEFAULT_DB

Db = Annotated[
    str | None, typer.Option(help=f"Directory of the embedded graph, or a Neo4j URL. [default: {DEFAULT_DB}]")
]
