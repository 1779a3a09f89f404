"""`guanxi view`: the picture as one HTML file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from graph.options import Db
from queries.options import Parameters


def register(app: typer.Typer) -> None:
    """Adds `view` to the command line."""
    app.command()(view)


Around = Annotated[
    str | None, typer.Option(metavar="NAME", help="What lies around a person, body, event, place… 围绕谁或什么")
]
Hops = Annotated[
    int | None, typer.Option(min=1, max=4, help="With --around: how many relations away. 几层 [default: 1]")
]
Event = Annotated[str | None, typer.Option(metavar="NAME", help="An event and its roster. 一次活动及名单")]
Organization = Annotated[
    str | None, typer.Option(metavar="NAME", help="An organization's people over time. 一个机构的人")
]
Coattendance = Annotated[bool, typer.Option("--coattendance", help="Who was at the same events. 同场网络")]
From = Annotated[
    str | None, typer.Option(metavar="DATE", help="Only what is dated from here on: 2020, 2020-09, 2020-09-28.")
]
To = Annotated[str | None, typer.Option(metavar="DATE", help="Only what is dated up to here, included.")]
Timeline = Annotated[bool, typer.Option("--timeline", help="Open on the timeline of officials. 打开时间线")]
Many = Annotated[
    int | None,
    typer.Option(
        metavar="N", help="Show at most so many nodes. [default: all up to 5,000, else the 2,000 most relevant]"
    ),
]
Output = Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The file to write.")]


def view(
    cypher: Annotated[str | None, typer.Argument(help="Draw the answer to this question.", show_default=False)] = None,
    around: Around = None,
    hops: Hops = None,
    event: Event = None,
    organization: Organization = None,
    coattendance: Coattendance = False,
    since: From = None,
    until: To = None,
    timeline: Timeline = False,
    lang: Annotated[str, typer.Option(help="What the page opens in: zh or en.")] = "zh",
    max_nodes: Many = None,
    title: Annotated[str | None, typer.Option(help="Heading of the page.")] = None,
    parameters: Parameters = None,
    output: Output = Path("guanxi.html"),
    db: Db = None,
) -> None:
    """Write the graph, or a part of it, as one HTML file that works offline: search, time, paths, every sentence."""
    from queries.answering import check
    from queries.opening import open_graph
    from queries.parameters import assignments
    from queries.view import draw_choice
    from queries.view.choosing import Choice

    given = assignments(parameters or [])
    check(None, lang)
    choice = Choice(cypher, given, around, hops, event, organization, coattendance, since, until, max_nodes)
    choice.check()
    with open_graph(db) as store:
        shown = draw_choice(store, choice, timeline=timeline, lang=lang, title=title)
    written = shown.save(output)
    for line in shown.remarks():
        print(line, file=sys.stderr)
    print(f"{written}: {len(shown.data.nodes):,} nodes, {len(shown.data.edges):,} relations", file=sys.stderr)
