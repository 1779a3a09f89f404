"""Presence: who is seen as often as before, who has gone missing, and who came back.

Model: the events that a jurisdiction's news report, in order of their days, are a row of trials; a person who takes
part in a share p of them is seen or not by chance. Then n events bring p*n sightings on average, and the chance of a
silence says how surprising it is (runs in Bernoulli trials: Feller 1968, An Introduction to Probability Theory, vol.
1, XIII.7). News is no fair coin: a long silence has many harmless reasons, from a change of paper to a training course.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from graph.store.base import Store
from queries.defaults import AT_LEAST, CHANCE

_SIGHTINGS = """\
MATCH (p:Person)-[r:ATTENDED]->(e:Event)
WHERE p.jurisdiction = e.jurisdiction AND ($place IS NULL OR e.jurisdiction CONTAINS $place)
WITH p, r, e, CASE WHEN size(e.date) = 10 AND NOT e.date STARTS WITH '-' THEN e.date ELSE r.first_seen END AS day
WHERE size(day) = 10
RETURN e.jurisdiction AS jurisdiction, p.id AS person, p.name AS name, e.id AS event, day AS day, r.evidence AS evidence
ORDER BY jurisdiction, day, event, person
"""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A person seen at an event on a day (ISO): the event's own, or where that is not known the article's."""

    jurisdiction: str
    person: str
    event: str
    day: str


@dataclass(frozen=True, slots=True)
class Presence:
    """Expected against seen in a window: see `presence`."""

    jurisdiction: str
    person: str
    share: float
    events: int
    expected: float
    seen: int
    chance: float
    last_seen: str


@dataclass(frozen=True, slots=True)
class Gap:
    """A silence: see `gaps`. `until` is the day of the return, None while it lasts."""

    jurisdiction: str
    person: str
    after: str
    until: str | None
    days: int
    missed: int
    share: float
    chance: float


@dataclass(frozen=True)
class _Calendar:
    """A jurisdiction's events in order of day: the days, and by person the numbers of the events they were seen at."""

    days: list[str]
    seen: dict[str, list[int]]


def read_sightings(
    store: Store, *, until: str | None = None, place: str | None = None
) -> tuple[list[Sighting], dict[str, str]]:
    """The sightings of people at events of their own jurisdiction up to `until`, included, and their names by id."""
    rows = [
        row
        for row in store.read(_SIGHTINGS, {"place": place}).dicts()
        if not until or row["day"][: len(until)] <= until
    ]
    found = [Sighting(row["jurisdiction"], row["person"], row["event"], row["day"]) for row in rows]
    return found, {row["person"]: row["name"] for row in rows}


def _calendars(sightings: Iterable[Sighting]) -> dict[str, _Calendar]:
    day_of: dict[str, dict[str, str]] = defaultdict(dict)
    present: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for one in sightings:
        days = day_of[one.jurisdiction]
        days[one.event] = min(days.get(one.event, one.day), one.day)
        present[one.jurisdiction][one.person].add(one.event)
    made = {}
    for jurisdiction in sorted(day_of):
        order = sorted(day_of[jurisdiction], key=lambda event: (day_of[jurisdiction][event], event))
        number = {event: place for place, event in enumerate(order)}
        seen = {person: sorted(number[event] for event in events) for person, events in present[jurisdiction].items()}
        made[jurisdiction] = _Calendar([day_of[jurisdiction][event] for event in order], seen)
    return made


def _share(seen: Sequence[int], end: int) -> float:
    """Share of the events after a person's first sighting, up to event number `end`, that they were seen at.

    The first is left out on both sides: the count starts with it, so it says nothing about how often. Jeffreys' prior
    (half an event seen, half one missed) keeps somebody who never missed one from being certain to come.
    """
    return (len(seen) - 1 + 0.5) / (end - seen[0] + 1.0)


def presence(
    sightings: Iterable[Sighting], *, since: str, until: str | None = None, at_least: int = AT_LEAST
) -> list[Presence]:
    """People seen at least `at_least` times before `since`, and how often from then to `until`, the most missed first.

    share: of the jurisdiction's events before `since`, from the first sighting on, those with the person (0 to 1).
    events: the jurisdiction's in the window. expected: share times events. seen: how many it was. chance: of that few
    or fewer, binomially (0 to 1; low is surprising). No sightings: an empty list. Days are ISO, `until` is included.
    """
    from scipy.special import bdtr

    found = []
    for jurisdiction, calendar in _calendars(sightings).items():
        start = bisect_left(calendar.days, since)
        end = len(calendar.days) if until is None else bisect_left(calendar.days, until + "\x7f")
        events = max(end - start, 0)
        for person, numbers in calendar.seen.items():
            before = numbers[: bisect_left(numbers, start)]
            if len(before) < max(at_least, 1):
                continue
            share = _share(before, start - 1)
            within = bisect_left(numbers, end) - len(before)
            chance = float(bdtr(within, events, share)) if events else 1.0
            last = calendar.days[numbers[max(bisect_left(numbers, end) - 1, 0)]]
            found.append(Presence(jurisdiction, person, share, events, share * events, within, chance, last))
    return sorted(found, key=lambda one: (one.chance, one.seen - one.expected, one.jurisdiction, one.person))


def _gap(calendar: _Calendar, jurisdiction: str, person: str, numbers: list[int], place: int) -> Gap:
    """The silence after the sighting at `place` of a person's list."""
    here = numbers[place]
    back = numbers[place + 1] if place + 1 < len(numbers) else None
    missed = (len(calendar.days) if back is None else back) - here - 1
    share = _share(numbers, numbers[-1])
    chance = (1.0 - share) ** missed
    if back is not None:  # somewhere in the row, not at its end: as many chances as there are places for it
        trials = len(calendar.days) - 1 - numbers[0]
        chance = min(1.0, chance * (1.0 + (trials - missed) * share))
    until = calendar.days[-1 if back is None else back]
    days = (date.fromisoformat(until) - date.fromisoformat(calendar.days[here])).days
    return Gap(jurisdiction, person, calendar.days[here], None if back is None else until, days, missed, share, chance)


def gaps(sightings: Iterable[Sighting], *, at_least: int = AT_LEAST, chance: float = CHANCE) -> list[Gap]:
    """Silences of people with at least `at_least` sightings that are rarer than `chance`, the most surprising first.

    after: the day last seen. until: the day of the return. days: between them, or to the last day in the news. missed:
    the jurisdiction's events between. share: of its events from the person's first to last sighting, those with the
    person. chance (0 to 1): for a silence that lasts, of that many misses in a row, (1-share)^missed; for one that
    ended, an upper bound for one as long anywhere in the person's time. No sightings: an empty list.

    >>> seen = [Sighting("X", "a", f"e{day:02}", f"2023-01-{day:02}") for day in (1, 2, 3, 4, 5)]
    >>> others = [Sighting("X", "b", f"e{day:02}", f"2023-01-{day:02}") for day in range(1, 11)]
    >>> [(one.person, one.after, one.until, one.missed, one.share) for one in gaps(seen + others)]
    [('a', '2023-01-05', None, 5, 0.9)]
    """
    found = [
        _gap(calendar, jurisdiction, person, numbers, place)
        for jurisdiction, calendar in _calendars(sightings).items()
        for person, numbers in calendar.seen.items()
        if len(numbers) >= at_least
        for place in range(len(numbers))
    ]
    surprising = [one for one in found if one.missed > 0 and one.chance <= chance]
    return sorted(surprising, key=lambda one: (one.chance, -one.missed, one.jurisdiction, one.person, one.after))
