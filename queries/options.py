"""Options that several commands of this room have, with their words."""

from __future__ import annotations

from typing import Annotated

import typer

Format = Annotated[
    str | None,
    typer.Option("--format", help="table, json, jsonl or csv. [default: table on a terminal, jsonl in a pipe]"),
]
Lang = Annotated[
    str | None, typer.Option(help="Words of headings and, in a table, of kinds, roles…: zh or en. [default: both]")
]
Limit = Annotated[int | None, typer.Option(min=1, help="Rows at most.")]
Timeout = Annotated[float | None, typer.Option(min=0.001, help="Seconds that the question may take.")]
Since = Annotated[str | None, typer.Option(help="Events from this date on: 2023, 2023-06 or 2023-06-30.")]
Until = Annotated[str | None, typer.Option(help="Events up to this date, included.")]
Place = Annotated[str | None, typer.Option(help="Jurisdiction, or a part of its name: 云澜.")]
Parameters = Annotated[
    list[str] | None,
    typer.Option("--param", "-p", help="name=value; a value is JSON where it parses, else text."),
]
