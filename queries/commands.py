"""The commands of this room: ask, query, shell, view, export, analyses. Data goes to stdout, words to stderr."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from graph.store.base import Store
    from queries.result import Result

Db = Annotated[str | None, typer.Option(help="Directory of the embedded graph, or a Neo4j URL. [default: guanxi.db]")]
Format = Annotated[
    str | None,
    typer.Option("--format", help="table, json, jsonl or csv. [default: table on a terminal, jsonl in a pipe]"),
]
Lang = Annotated[str | None, typer.Option(help="Words of headings: zh or en. [default: both]")]
Limit = Annotated[int | None, typer.Option(min=1, help="Rows at most.")]
Timeout = Annotated[float | None, typer.Option(min=0.001, help="Seconds that the question may take.")]
Since = Annotated[str | None, typer.Option(help="Events from this date on: 2023, 2023-06 or 2023-06-30.")]
Until = Annotated[str | None, typer.Option(help="Events up to this date, included.")]
Place = Annotated[str | None, typer.Option(help="Jurisdiction, or a part of its name: 云澜.")]


def register(app: typer.Typer) -> None:
    """Adds this room's commands to the command line."""
    from queries.export.commands import register as register_export
    from queries.view.commands import register as register_view

    for command in (ask, query, shell, rank, presence, network):
        app.command()(command)
    register_view(app)
    register_export(app)


@contextmanager
def _store(db: str | None) -> Iterator[Store]:
    from queries.opening import open_graph

    with open_graph(db) as store:
        yield store


def _checked(form: str | None, lang: str | None = None, *dates: str | None) -> None:
    """Refuse a wrong option before a store is opened."""
    from graph.errors import InputError
    from queries.output import form_of
    from queries.parameters import value_of

    form_of(form, terminal=False)
    for given in dates:
        value_of(given, "date", name="date")
    if lang not in (None, "zh", "en"):
        raise InputError(f"There is no language {lang!r}: zh or en is expected.")


def _show(result: Result, form: str | None, lang: str | None = None) -> None:
    from queries.output import form_of, write

    chosen = form_of(form, terminal=sys.stdout.isatty())
    write(result, sys.stdout, form=chosen, lang=lang)
    if sys.stderr.isatty() and chosen == "table":
        print(f"{len(result)} row{'' if len(result) == 1 else 's'}", file=sys.stderr)
    if result.truncated:
        print(f"There are more rows than the {len(result)} shown: raise --limit.", file=sys.stderr)


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
    """Ask a named question: guanxi ask attended 全县安全生产工作会议 place=云澜. `guanxi ask --list` shows all."""
    from queries import asking, listing
    from queries.arguments import split
    from queries.catalogue import catalogue

    _checked(form, lang)
    if list_all or not words:
        listing.write_list(catalogue(), sys.stdout, form=form, lang=lang)
        return
    question = catalogue()[words[0]]
    if about:
        sys.stdout.write(listing.about(question))
        return
    given = split(question, words[1:])
    asking.check(question, given)
    with _store(db) as store:
        result = asking.ask(store, question, given, limit=limit, timeout=timeout, quotes=evidence)
    _show(result, form, lang)


def query(
    cypher: Annotated[
        str | None, typer.Argument(help="The question, or - to read it from stdin.", show_default=False)
    ] = None,
    file: Annotated[Path | None, typer.Option("--file", "-f", help="Read the question from a file.")] = None,
    parameters: Annotated[
        list[str] | None, typer.Option("--param", "-p", help="name=value; a value is JSON where it parses, else text.")
    ] = None,
    form: Format = None,
    limit: Limit = None,
    timeout: Timeout = None,
    db: Db = None,
) -> None:
    """Ask in Cypher, read only: guanxi query 'MATCH (p:Person {name: $name}) RETURN p' -p name=林晓峰."""
    from queries import asking
    from queries.parameters import assignments
    from queries.texts import cypher_from

    _checked(form)
    text, given = cypher_from(cypher, file, sys.stdin), assignments(parameters or [])
    with _store(db) as store:
        result = asking.query(store, text, given, limit=limit, timeout=timeout)
    _show(result, form)


def shell(
    db: Db = None,
    limit: Annotated[int, typer.Option(min=1, help="Rows at most of an answer.")] = 200,
    timeout: Annotated[float, typer.Option(min=0.001, help="Seconds that a question may take.")] = 60.0,
) -> None:
    """Ask in Cypher, line by line, with completion and history; :help inside tells the rest."""
    from queries.shell.prompt import run

    with _store(db) as store:
        run(store, limit=limit, timeout=timeout)


def rank(
    since: Since = None,
    until: Until = None,
    place: Place = None,
    contradictions: Annotated[
        bool, typer.Option("--contradictions", help="Show where rosters contradict the stated posts instead.")
    ] = False,
    evidence: Annotated[bool, typer.Option("--evidence", "-e", help="With --contradictions: the sentences.")] = False,
    form: Format = None,
    lang: Lang = None,
    db: Db = None,
) -> None:
    """Protocol rank: the order of precedence in rosters, jurisdiction by jurisdiction, with 90 % intervals."""
    from queries.analysis import reports

    _checked(form, lang, since, until)
    with _store(db) as store:
        if contradictions:
            result = reports.out_of_order(store, since=since, until=until, place=place, quotes=evidence)
        else:
            result = reports.rank(store, since=since, until=until, place=place)
    _show(result, form, lang)


def presence(
    since: Annotated[str | None, typer.Option(help="Compare from this day on with before; without it: gaps.")] = None,
    until: Until = None,
    place: Place = None,
    at_least: Annotated[int, typer.Option(min=1, help="Only people seen at least so many times.")] = 5,
    chance: Annotated[float, typer.Option(min=0.0, max=1.0, help="Gaps rarer than this.")] = 0.05,
    form: Format = None,
    lang: Lang = None,
    db: Db = None,
) -> None:
    """Presence: who is seen less than expected since a day, or (without --since) gone missing, or come back."""
    from queries.analysis import reports

    _checked(form, lang, since, until)
    with _store(db) as store:
        if since is None:
            result = reports.gaps(store, place=place, at_least=at_least, chance=chance)
        else:
            result = reports.presence(store, since=since, until=until, place=place, at_least=at_least)
    _show(result, form, lang)


def network(
    since: Since = None,
    until: Until = None,
    place: Place = None,
    minimum: Annotated[int, typer.Option(min=1, help="Tie people who share at least so many events.")] = 1,
    form: Format = None,
    lang: Lang = None,
    db: Db = None,
) -> None:
    """Who stands where in the network of people at the same events: ties, betweenness, PageRank, communities."""
    from queries.analysis import reports

    _checked(form, lang, since, until)
    with _store(db) as store:
        result = reports.standings(store, since=since, until=until, place=place, minimum=minimum)
    _show(result, form, lang)
