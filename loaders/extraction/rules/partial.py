"""Dates as precise as they are known, and what counts from them."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

AHEAD = 60
"""Days that an announced event may lie after the publication; a later date is last year's."""
LEAP = 2000
"""A year that has every day; stands in where none is known."""


@dataclass(frozen=True, slots=True)
class Partial:
    """A date as precise as known. `str()` is ISO: 2020-09-28, 2020-09, 2020, --09-28, or "" for no date at all."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        if self.year is None:
            parts = (self.month, self.day)
            return "-" + "".join(f"-{part:02}" for part in parts if part) if self.month else ""
        return "-".join([f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)])

    def as_date(self) -> dt.date | None:
        """The day, where year, month and day are known and exist."""
        if self.year and self.month and self.day:
            try:
                return dt.date(self.year, self.month, self.day)
            except ValueError:
                return None
        return None

    @classmethod
    def parse(cls, text: str | None) -> Partial:
        """Reads an ISO date of any precision; an empty Partial for None or what is no date."""
        match = re.fullmatch(r"(?:(\d{4})|-)(?:-(\d\d))?(?:-(\d\d))?.*", text or "")
        return cls(*(int(part) if part else None for part in match.groups())) if match else cls()


def nearest(value: Partial, reference: Partial) -> Partial:
    """`value` with the year that makes it the nearest day not `AHEAD` days after the reference."""
    if value.year or not reference.year:
        return value
    if not reference.month:
        return replace(value, year=reference.year)
    known = reference.as_date() or dt.date(reference.year, reference.month, 28)
    last = min(known, dt.date.max - dt.timedelta(days=AHEAD)) + dt.timedelta(days=AHEAD)
    coming = replace(value, year=known.year + 1)
    if (day := coming.as_date()) and day <= last:
        return coming  # announced in December for January; a month alone (1月至11月) looks back
    candidate = replace(value, year=known.year)
    day = candidate.as_date() or Partial(known.year, value.month, 1).as_date()
    return replace(candidate, year=known.year - 1) if day is not None and day > last else candidate


def partial(day: dt.date) -> Partial:
    """A day of the calendar as a Partial that knows all of it."""
    return Partial(day.year, day.month, day.day)


def shifted(value: Partial | None, days: int) -> Partial | None:
    """The day that many days after `value`; without a year the same, as in a leap year."""
    if value is None or days == 0:
        return value
    known = replace(value, year=value.year or LEAP).as_date()
    moved = partial(known + dt.timedelta(days=days)) if known else None
    return replace(moved, year=None) if moved and not value.year else moved


def months_on(value: Partial, months: int) -> Partial:
    """The month that many months after that of `value`, without a day; an empty Partial where none is known."""
    if not value.month:
        return Partial()
    total = value.month - 1 + months
    year = value.year + total // 12 if value.year else None
    return Partial(year, total % 12 + 1)
