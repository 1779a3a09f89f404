"""When a relation holds: the one rule that the slider, the histogram and the timeline share.

1. It touches an event that has a date: that date.
2. It has a start or an end of its own (a post): from the one to the other, an open end being what was last seen. Who
   is elected again was seen in the post before: it is his from then on. An end before the start was of another term.
3. Otherwise the days on which it was reported: from the first article to the last.
4. None of these: undated. It is shown or hidden by a choice of its own, never silently.

Dates are as precise as they are known: 2020-09 is the whole month. A day without its year (--09-28) dates nothing.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from queries.view.model import GraphEdge, GraphNode

Span = tuple[int, int]
"""First and last day, both included, counted from 1970-01-01."""

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_EPOCH = date(1970, 1, 1).toordinal()


class Basis(StrEnum):
    """What a relation's date rests on."""

    EVENT = "event"
    STATED = "stated"
    REPORTED = "reported"
    NONE = "none"


def span(iso: object) -> Span | None:
    """The days that an ISO date of any precision covers, or None where it is no date."""
    found = _ISO.fullmatch(str(iso or ""))
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None
    try:
        first = date(year, month or 1, day or 1)
        last = date(year, month or 12, day or monthrange(year, month or 12)[1])
    except ValueError:
        return None
    return first.toordinal() - _EPOCH, last.toordinal() - _EPOCH


def _between(first: object, last: object) -> Span | None:
    spans = [found for found in (span(first), span(last)) if found]
    return (min(one[0] for one in spans), max(one[1] for one in spans)) if spans else None


def _earlier(stated: object, seen: object) -> object:
    told, known = span(stated), span(seen)
    return seen if known and (told is None or known < told) else stated


def _before(first: object, last: object) -> bool:
    one, other = span(first), span(last)
    return one is not None and other is not None and one[1] < other[0]


def spans(edge: GraphEdge, nodes: Mapping[str, GraphNode]) -> tuple[Basis, tuple[Span, ...]]:
    """What the date of `edge` rests on, and its spans: one; for a derived relation, one a dated event."""
    if edge.dates:
        return Basis.EVENT, tuple(found for found in map(span, edge.dates) if found)
    for end in (edge.target, edge.source):
        node = nodes.get(end)
        found = span(node.properties.get("date")) if node and node.kind == "Event" else None
        if found:
            return Basis.EVENT, (found,)
    start, end_ = edge.properties.get("start"), edge.properties.get("end")
    if span(start) or span(end_):
        gone = None if _before(end_, start) else end_
        found = _between(_earlier(start, edge.first_seen), gone or edge.last_seen)
        return Basis.STATED, (found,) if found else ()
    found = _between(edge.first_seen, edge.last_seen)
    return (Basis.REPORTED, (found,)) if found else (Basis.NONE, ())
