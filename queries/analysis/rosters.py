"""Rosters: who was listed at an event, in which order; the raw material of protocol rank."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graph.store.base import Store

_ROSTERS = """\
MATCH (p:Person)-[r:ATTENDED]->(e:Event)
WHERE r.rank IS NOT NULL AND e.jurisdiction IS NOT NULL
  AND ($place IS NULL OR e.jurisdiction CONTAINS $place)
  AND ($since IS NULL OR e.date >= $since OR $since STARTS WITH e.date)
  AND ($until IS NULL OR (e.date <= $until OR e.date STARTS WITH $until) AND NOT e.date STARTS WITH '-')
RETURN e.jurisdiction AS jurisdiction, e.id AS event, p.id AS person, p.name AS name, r.rank AS rank,
       r.evidence AS evidence
ORDER BY jurisdiction, event, rank, person
"""


@dataclass(frozen=True, slots=True)
class Roster:
    """The people named at an event, in order: `places` are (person's id, rank), rank 1 first; equal ranks are ties."""

    event: str
    places: tuple[tuple[str, int], ...]

    def pairs(self) -> Iterable[tuple[str, str]]:
        """Every pair of people of which the first stands strictly before the second."""
        return ((a, b) for a, first in self.places for b, second in self.places if first < second)


@dataclass(frozen=True)
class Rosters:
    """Rosters by jurisdiction, people's names, and the sentences behind each place in a roster."""

    by_jurisdiction: Mapping[str, list[Roster]]
    names: Mapping[str, str]
    evidence: Mapping[tuple[str, str], list[str]]


def read_rosters(
    store: Store, *, since: str | None = None, until: str | None = None, place: str | None = None
) -> Rosters:
    """The rosters of two people or more in a window of dates (see graph.projection) and jurisdictions like `place`.

    An event whose jurisdiction nobody knows is left out: its people are not those of any other event.
    """
    table = store.read(_ROSTERS, {"since": since, "until": until, "place": place})
    listed: dict[str, dict[str, list[tuple[str, int]]]] = defaultdict(lambda: defaultdict(list))
    names: dict[str, str] = {}
    evidence: dict[tuple[str, str], list[str]] = {}
    for row in table.dicts():
        listed[row["jurisdiction"]][row["event"]].append((row["person"], row["rank"]))
        names[row["person"]] = row["name"]
        evidence[row["event"], row["person"]] = list(row["evidence"] or ())
    return Rosters(
        {
            jurisdiction: [Roster(event, tuple(places)) for event, places in events.items() if len(places) > 1]
            for jurisdiction, events in listed.items()
        },
        names,
        evidence,
    )


def against(rosters: Iterable[Roster], position: Mapping[Any, int]) -> tuple[int, int]:
    """How many pairs of the rosters stand against an order of people (1 first), and how many pairs there are."""
    pairs = [position[a] > position[b] for roster in rosters for a, b in roster.pairs()]
    return sum(pairs), len(pairs)
