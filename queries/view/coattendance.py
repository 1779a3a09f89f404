"""Who was seen together in a period: people, joined by the events that they shared."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import combinations

from graph.store.base import Store
from queries.view.dates import span
from queries.view.gathering import SENTENCES, Gathering
from queries.view.limit import period, shown_of
from queries.view.model import GraphData, GraphEdge, LeftOut
from queries.view.questions import ask

TYPE = "CO_ATTENDED"


@dataclass(slots=True)
class Meeting:
    """An event, and the sentences that say of each person that they were there."""

    name: str
    date: str | None
    people: dict[str, list[str]] = field(default_factory=dict)


def coattendance(
    store: Store, *, since: str | None = None, until: str | None = None, max_nodes: int | None = None
) -> GraphData:
    """The network of people who were at the same events of a period; without one, of all events, dated or not."""
    days = period(since, until)
    people, meetings = Gathering(), dict[str, Meeting]()
    for row in ask(store, "attendance", since=_year(since), until=_year(until)).dicts():
        when = span(row["date"])
        if days is None or (when is not None and when[0] <= days[1] and when[1] >= days[0]):
            person = people.node(row["person"])
            meeting = meetings.setdefault(row["event"], Meeting(row["name"], row["date"]))
            meeting.people[person] = list(row["evidence"] or ())
    kept, left_out = _kept(meetings.values(), max_nodes)
    edges = shared((meetings[name] for name in sorted(meetings)), kept)
    data = GraphData.of((people.nodes[name] for name in kept), edges)
    return replace(data, left_out=left_out)


def shared(meetings: Iterable[Meeting], kept: Iterable[str]) -> list[GraphEdge]:
    """One relation for every two people of `kept` who share an event: the events by date, and the sentences of both."""
    wanted = set(kept)
    together: dict[tuple[str, str], list[Meeting]] = defaultdict(list)
    for meeting in meetings:
        for pair in combinations(sorted(wanted & set(meeting.people)), 2):
            together[pair].append(meeting)
    return [_edge(a, b, found) for (a, b), found in sorted(together.items())]


def _edge(a: str, b: str, found: list[Meeting]) -> GraphEdge:
    found = sorted(found, key=lambda meeting: (meeting.date or "", meeting.name))
    evidence = list(dict.fromkeys(name for meeting in found for person in (a, b) for name in meeting.people[person]))
    return GraphEdge(
        source=a,
        target=b,
        type=TYPE,
        properties={"events": [f"{meeting.date or '—'} {meeting.name}" for meeting in found]},
        evidence=tuple(evidence[:SENTENCES]),
        unlisted=max(0, len(evidence) - SENTENCES),
        dates=tuple(meeting.date or "" for meeting in found),
    )


def _kept(meetings: Iterable[Meeting], max_nodes: int | None) -> tuple[list[str], LeftOut | None]:
    """The people who were seen with others, those with the most company first where they are too many."""
    company: Counter[str] = Counter()
    pairs: set[tuple[str, str]] = set()
    for meeting in meetings:
        if len(meeting.people) > 1:
            for person in meeting.people:
                company[person] += len(meeting.people) - 1
            pairs.update(combinations(sorted(meeting.people), 2))
    most = shown_of(len(company), max_nodes=max_nodes)
    order = sorted(company, key=lambda person: (-company[person], person))
    return order[:most], (LeftOut(len(order), len(pairs)) if len(order) > most else None)


def _year(date: str | None) -> str | None:
    return date[:4] if date else None
