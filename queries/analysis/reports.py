"""The analyses as results: read from a store, worked out, and put into tables with names, words and evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from graph import projection
from graph.store.base import Store
from graph.table import Table
from queries.analysis import centrality, ladder, protocol
from queries.analysis import presence as presences
from queries.analysis.rosters import read_rosters
from queries.columns import Words
from queries.defaults import AT_LEAST, CHANCE
from queries.evidence import fetch, ids_in
from queries.result import Result

WORDS = {
    "jurisdiction": Words("辖区", "jurisdiction"),
    "person": Words("姓名", "person"),
    "position": Words("位次", "position"),
    "low": Words("下限", "from"),
    "high": Words("上限", "to"),
    "rosters": Words("名单数", "rosters"),
    "compared": Words("同列人数", "listed with"),
    "share": Words("到场率", "share"),
    "events": Words("活动数", "events"),
    "expected": Words("预期次数", "expected"),
    "seen": Words("实际次数", "seen"),
    "chance": Words("偶然概率", "chance"),
    "last_seen": Words("末见", "last seen"),
    "after": Words("此后未见", "not seen after"),
    "until": Words("再见于", "seen again"),
    "days": Words("天数", "days"),
    "missed": Words("缺席活动", "events missed"),
    "ahead": Words("排前者", "ahead"),
    "ahead_post": Words("其职务", "their post"),
    "behind": Words("排后者", "behind"),
    "behind_post": Words("其职务", "their post"),
    "times": Words("次数", "times"),
    "together": Words("同列次数", "listed together"),
    "degree": Words("同场人数", "ties"),
    "strength": Words("同场次数", "strength"),
    "betweenness": Words("居间度", "betweenness"),
    "pagerank": Words("PageRank 值", "PageRank"),
    "core": Words("核数", "core"),
    "community": Words("社群", "community"),
    "evidence": Words("依据", "evidence"),
}


def _result(columns: Sequence[str], rows: Iterable[Sequence[Any]], *, store: Store | None = None) -> Result:
    table = Table(tuple(columns), tuple(tuple(row) for row in rows))
    quotes = fetch(store, ids_in(table)) if store is not None else None
    return Result(table, {column: WORDS[column] for column in columns}, quotes)


def rank(store: Store, *, since: str | None = None, until: str | None = None, place: str | None = None) -> Result:
    """Protocol rank, a jurisdiction after another: see `queries.analysis.protocol.rank`."""
    rosters = read_rosters(store, since=since, until=until, place=place)
    rows = [
        (place, one.position, rosters.names[one.person], one.low, one.high, one.rosters, one.compared)
        for place, listed in rosters.by_jurisdiction.items()
        for one in protocol.rank(listed).ranks
    ]
    return _result(("jurisdiction", "position", "person", "low", "high", "rosters", "compared"), rows)


def out_of_order(
    store: Store,
    *,
    since: str | None = None,
    until: str | None = None,
    place: str | None = None,
    quotes: bool = False,
) -> Result:
    """Rosters against stated posts, with the sentences of the rosters: see `queries.analysis.ladder.contradictions`."""
    rosters = read_rosters(store, since=since, until=until, place=place)
    found = ladder.contradictions(rosters, ladder.read_rungs(store, place=place))
    columns = ("jurisdiction", "ahead", "ahead_post", "behind", "behind_post", "times", "together", "evidence")
    rows = []
    for one in found:
        places = [(event, who) for event in one.events for who in (one.ahead, one.behind)]
        sentences = list(dict.fromkeys(each for place in places for each in rosters.evidence[place]))
        ahead, behind = rosters.names[one.ahead], rosters.names[one.behind]
        row = (one.jurisdiction, ahead, one.ahead_post, behind, one.behind_post, one.times, one.together, sentences)
        rows.append(row)
    return _result(columns, rows, store=store if quotes else None)


def presence(
    store: Store, *, since: str, until: str | None = None, place: str | None = None, at_least: int = AT_LEAST
) -> Result:
    """Expected against seen: see `queries.analysis.presence.presence`."""
    sightings, names = presences.read_sightings(store, place=place)
    rows = [
        (one.jurisdiction, names[one.person], one.share, one.events, one.expected, one.seen, one.chance, one.last_seen)
        for one in presences.presence(sightings, since=since, until=until, at_least=at_least)
    ]
    columns = ("jurisdiction", "person", "share", "events", "expected", "seen", "chance", "last_seen")
    return _result(columns, rows)


def gaps(
    store: Store,
    *,
    until: str | None = None,
    place: str | None = None,
    at_least: int = AT_LEAST,
    chance: float = CHANCE,
) -> Result:
    """Silences and returns, as known at the end of `until`: see `queries.analysis.presence.gaps`."""
    sightings, names = presences.read_sightings(store, until=until, place=place)
    rows = [
        (one.jurisdiction, names[one.person], one.after, one.until, one.days, one.missed, one.share, one.chance)
        for one in presences.gaps(sightings, at_least=at_least, chance=chance)
    ]
    return _result(("jurisdiction", "person", "after", "until", "days", "missed", "share", "chance"), rows)


def standings(
    store: Store, *, since: str | None = None, until: str | None = None, place: str | None = None, minimum: int = 1
) -> Result:
    """Centralities and communities of who attended with whom: see `queries.analysis.centrality.standings`."""
    network = projection.co_attendance(store, since=since, until=until, place=place, minimum=minimum)
    columns = (
        "person", "jurisdiction", "degree", "strength", "betweenness", "pagerank", "core", "community",
    )  # fmt: skip
    rows = [
        (one.name, one.jurisdiction, one.degree, one.strength, one.betweenness, one.pagerank, one.core, one.community)
        for one in centrality.standings(network)
    ]
    return _result(columns, rows)
