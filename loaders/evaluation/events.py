"""Which event of the records is which annotated one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from loaders.annotations.gold import Annotation, GoldEvent
from loaders.evaluation.found import Found, Home
from loaders.evaluation.names import contained, norm, overlap

NAMED, SHARED, DATED = 0.45, 0.4, 0.15
"""Weights of the name, the participants and the day in saying that two events are one."""
LEAST = 0.3
"""Below this two events are two."""
TAKES_PART = ("ATTENDED", "SPOKE_AT", "CHAIRED")


class Aligned(NamedTuple):
    """The annotated event that one of the records is, and how alike their names are (0 to 1)."""

    event: GoldEvent
    alike: float


def align(gold: Annotation, home: Home, canonical: Mapping[str, str]) -> dict[str, Aligned]:
    """Events of the records by id, one to one with annotated ones, the best match first.

    `canonical` gives the annotated name of each entity of the records.
    """
    pairs = [
        (_likeness(gold, event, target, home, canonical), key, target.id)
        for key, event in home.entities.items()
        if event.kind == "Event"
        for target in gold.events
    ]
    by_id = {event.id: event for event in gold.events}
    used: dict[str, Aligned] = {}
    taken: set[str] = set()
    for (score, alike), key, target_id in sorted(pairs, key=lambda pair: (-pair[0][0], *pair[1:])):
        if score >= LEAST and key not in used and target_id not in taken:
            used[key] = Aligned(by_id[target_id], alike)
            taken.add(target_id)
    return used


def _likeness(
    gold: Annotation, event: Found, target: GoldEvent, home: Home, canonical: Mapping[str, str]
) -> tuple[float, float]:
    """How much speaks for two events being one, and how alike their names are."""
    pairs = [(mine, theirs) for mine in event.names for theirs in (target.name, *target.aliases)]
    alike = max(max(overlap(*pair) for pair in pairs), 0.8 * max(contained(*pair) for pair in pairs))
    there = {canonical[source] for source, end in home.of(*TAKES_PART) if end == event.id}
    expected = {norm(who) for who, end in gold.attended if end == target.id}
    shared = len(expected & there) / max(1, min(len(expected), len(there)))
    date = event.properties.get("date")
    dated = bool(date and target.date and str(date)[-5:] == target.date[-5:])
    return NAMED * alike + SHARED * shared + DATED * dated, alike
