"""`guanxi rank`, `presence` and `network`: what analysis/ makes of the graph."""

from typing import TYPE_CHECKING, Annotated

import typer

from graph.errors import InputError
from queries.answering import report
from queries.defaults import AT_LEAST, CHANCE
from queries.options import Place, Since, Until

if TYPE_CHECKING:
    from graph.store.base import Store
    from queries.result import Result


def register(app: typer.Typer) -> None:
    """Adds the analyses to the command line."""
    for command in (rank, presence, network):
        app.command()(command)


@report
def rank(
    store: "Store",
    since: Since = None,
    until: Until = None,
    place: Place = None,
    contradictions: Annotated[
        bool, typer.Option("--contradictions", help="Show where rosters contradict the stated posts instead.")
    ] = False,
    evidence: Annotated[bool, typer.Option("--evidence", "-e", help="With --contradictions: the sentences.")] = False,
) -> "Result":
    """Protocol rank: the order of precedence in rosters, jurisdiction by jurisdiction, with 90 % intervals."""
    from queries.analysis import reports

    if evidence and not contradictions:
        raise InputError("--evidence goes with --contradictions: a rank rests on all the rosters together.")
    if contradictions:
        return reports.out_of_order(store, since=since, until=until, place=place, quotes=evidence)
    return reports.rank(store, since=since, until=until, place=place)


@report
def presence(
    store: "Store",
    since: Annotated[str | None, typer.Option(help="Compare from this day on with before; without it: gaps.")] = None,
    until: Until = None,
    place: Place = None,
    at_least: Annotated[int, typer.Option(min=1, help="Only people seen at least so many times.")] = AT_LEAST,
    chance: Annotated[
        float | None, typer.Option(min=0.0, max=1.0, help=f"Without --since: gaps rarer than this. [default: {CHANCE}]")
    ] = None,
) -> "Result":
    """Presence: who is seen less than expected since a day, or (without --since) gone missing, or come back."""
    from queries.analysis import reports

    if since is None:
        rare = CHANCE if chance is None else chance
        return reports.gaps(store, until=until, place=place, at_least=at_least, chance=rare)
    if chance is not None:
        raise InputError("--chance is for gaps: leave out --since.")
    return reports.presence(store, since=since, until=until, place=place, at_least=at_least)


@report
def network(
    store: "Store",
    since: Since = None,
    until: Until = None,
    place: Place = None,
    minimum: Annotated[int, typer.Option(min=1, help="Tie people who share at least so many events.")] = 1,
) -> "Result":
    """Who stands where in the network of people at the same events: ties, betweenness, PageRank, communities."""
    from queries.analysis import reports

    return reports.standings(store, since=since, until=until, place=place, minimum=minimum)
