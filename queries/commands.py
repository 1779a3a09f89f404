"""The commands of this room: ask, query and shell here; view, export and the analyses in their folders."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from graph.options import Db
from queries.answering import check, show
from queries.options import Format, Lang, Limit, Parameters, Timeout


def register(app: typer.Typer) -> None:
    """Adds this room's commands to the command line."""
    from queries.analysis.commands import register as register_analysis
    from queries.export.commands import register as register_export
    from queries.view.commands import register as register_view

    for command in (ask, query, shell):
        app.command()(command)
    register_analysis(app)
    register_view(app)
    register_export(app)


def ask(
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[NAME] [VALUE | KEY=VALUE]…", show_default=False)
    ] = None,
    list_all: Annotated[bool, typer.Option("--list", "-l", help="Show all questions.")] = False,
    about: Annotated[bool, typer.Option("--about", help="Show the question's words, parameters and Cypher.")] = False,
    evidence: Annotated[bool, typer.Option("--evidence", "-e", help="Show the sentences behind each row.")] = False,
    form: Format = None,
    lang: Lang = None,
    limit: Limit = None,
    timeout: Timeout = None,
    db: Db = None,
) -> None:
    """Ask a named question: guanxi ask attended 全县经济工作会议 place=云澜. `guanxi ask --list` shows all."""
    from graph.errors import InputError
    from queries import asking, listing
    from queries.arguments import split
    from queries.catalogue import catalogue
    from queries.hints import hints
    from queries.opening import open_graph

    check(form, lang)
    if about and not words:
        raise InputError("--about wants the name of a question: guanxi ask official --about.")
    if list_all and words:
        raise InputError(f"--list shows all questions: leave out {' '.join(words)}, or --list.")
    if list_all or not words:
        listing.write_list(catalogue(), sys.stdout, form=form, lang=lang)
        return
    question = catalogue()[words[0]]
    if about:
        sys.stdout.write(listing.about(question))
        return
    given = split(question, words[1:])
    asking.check(question, given)
    with open_graph(db) as store:
        answer = asking.ask(store, question, given, limit=limit, timeout=timeout, quotes=evidence)
        show(answer, form, lang)
        for hint in () if len(answer) else hints(store, question, given):
            print(hint, file=sys.stderr)


def query(
    cypher: Annotated[
        str | None, typer.Argument(help="The question, or - to read it from stdin.", show_default=False)
    ] = None,
    file: Annotated[Path | None, typer.Option("--file", "-f", help="Read the question from a file.")] = None,
    parameters: Parameters = None,
    form: Format = None,
    limit: Limit = None,
    timeout: Timeout = None,
    db: Db = None,
) -> None:
    """Ask in Cypher, read only: guanxi query 'MATCH (p:Person {name: $name}) RETURN p' -p name=林晓峰."""
    from queries import asking
    from queries.opening import open_graph
    from queries.parameters import assignments
    from queries.texts import cypher_from
    from queries.unknown import says_nothing, unknown

    check(form)
    text, given = cypher_from(cypher, file, sys.stdin), assignments(parameters or [])
    with open_graph(db) as store:
        answer = asking.query(store, text, given, limit=limit, timeout=timeout)
        show(answer, form)
        for hint in unknown(text) if says_nothing(answer.table) else ():
            print(hint, file=sys.stderr)


def shell(
    db: Db = None,
    limit: Annotated[int, typer.Option(min=1, help="Rows at most of an answer.")] = 200,
    timeout: Annotated[float, typer.Option(min=0.001, help="Seconds that a question may take.")] = 60.0,
) -> None:
    """Ask in Cypher, line by line, with completion and history; :help inside tells the rest.

    Reads a file of questions too: guanxi shell < questions.cypher.
    """
    from queries.opening import open_graph
    from queries.shell.prompt import run

    with open_graph(db) as store:
        code = run(store, limit=limit, timeout=timeout)
    raise typer.Exit(code)
