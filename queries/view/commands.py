"""`guanxi view`: the picture as one HTML file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer


def register(app: typer.Typer) -> None:
    """Adds `view` to the command line."""
    app.command()(view)


def view(
    cypher: Annotated[str | None, typer.Argument(help="Draw the answer to this question.", show_default=False)] = None,
    around: Annotated[
        str | None, typer.Option(metavar="NAME", help="What lies around a person, body, event, place… 围绕谁或什么")
    ] = None,
    hops: Annotated[int, typer.Option(min=1, max=4, help="With --around: how many relations away. 几层")] = 1,
    event: Annotated[str | None, typer.Option(metavar="NAME", help="An event and its roster. 一次活动及名单")] = None,
    organization: Annotated[
        str | None, typer.Option(metavar="NAME", help="An organization's people over time. 一个机构的人")
    ] = None,
    coattendance: Annotated[bool, typer.Option("--coattendance", help="Who was at the same events. 同场网络")] = False,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="Only what is dated from here on: 2020, 2020-09, 2020-09-28.")
    ] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Only what is dated up to here, included.")] = None,
    timeline: Annotated[bool, typer.Option("--timeline", help="Open on the timeline of officials. 打开时间线")] = False,
    lang: Annotated[str, typer.Option(help="What the page opens in: zh or en.")] = "zh",
    max_nodes: Annotated[
        int | None,
        typer.Option(
            metavar="N", help="Show at most so many nodes. [default: all up to 5,000, else the 2,000 most relevant]"
        ),
    ] = None,
    title: Annotated[str | None, typer.Option(help="Heading of the page.")] = None,
    parameters: Annotated[
        list[str] | None, typer.Option("--param", "-p", help="name=value for the question; JSON where it parses.")
    ] = None,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The file to write.")] = Path(
        "guanxi.html"
    ),
    db: Annotated[
        str | None, typer.Option(help="Directory of the embedded graph, or a Neo4j URL. [default: guanxi.db]")
    ] = None,
) -> None:
    """Write the graph, or a part of it, as one HTML file that works offline: search, time, paths, every sentence."""
    from graph.errors import InputError
    from graph.settings import Settings
    from graph.store import open_store
    from queries.parameters import assignments
    from queries.view import view as picture
    from queries.view.choosing import Choice

    given = assignments(parameters or [])
    if lang not in ("zh", "en"):
        raise InputError(f"There is no language {lang!r}: zh or en is expected.")
    Choice(cypher, given, around, hops, event, organization, coattendance, since, until, max_nodes).check()
    with open_store(Settings.from_env(db=db)) as store:
        shown = picture(
            store, cypher, parameters=given, around=around, hops=hops, event=event, organization=organization,
            coattendance=coattendance, since=since, until=until, timeline=timeline, lang=lang, max_nodes=max_nodes,
            title=title,
        )  # fmt: skip
    written = shown.save(output)
    for line in shown.remarks():
        print(line, file=sys.stderr)
    print(f"{written}: {len(shown.data.nodes):,} nodes, {len(shown.data.edges):,} relations", file=sys.stderr)
