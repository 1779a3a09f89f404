"""Weeks: the days of a programme that gives its dates once, in the headline.

第11周活动安排（11月7日—11月11日）, then 【星期二】 over what is on that Tuesday.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from loaders.extraction.rules.dates import DateMention
from loaders.extraction.rules.partial import partial

UNTIL = re.compile(r"[ \u3000]*[至到—–~～－\-]+[ \u3000]*\d{1,2}")
"""After the first day of a programme: it goes on to another day."""
OVER = re.compile(r"(?:^|(?<=\n))[ \u3000]*[【〖\[（(]?(?:星期|周)(?P<day>[一二三四五六日天])[】〗\]）)]?(?=[\s：:]|$)")
"""A weekday that opens a line and stands alone: it dates what follows. 周二下午 in a sentence is no such."""
RULE = "date.weekday_over"
HEAD = 120
"""Characters within which a programme says which week is meant."""


def dated(text: str, dates: Sequence[DateMention]) -> list[DateMention]:
    """The date expressions of a text, `dates`, together with the days that stand over the parts of a week's programme.

    Under such a day a bare 上午 is its morning. All are in order; a text that is no such programme keeps its dates.
    """
    over = _over(text, dates)
    found: list[DateMention] = []
    day: DateMention | None = None
    for date in sorted([*dates, *over], key=lambda date: date.start):
        day = date if date.rule == RULE else day
        found.append(replace(date, value=day.value) if day and date.rule == "date.half_day" else date)
    return found


def _over(text: str, dates: Sequence[DateMention]) -> list[DateMention]:
    first = next((date for date in dates if date.end <= HEAD and date.value and UNTIL.match(text, date.end)), None)
    begun = first.value.as_date() if first and first.value else None
    if begun is None:
        return []
    monday = begun - dt.timedelta(days=begun.weekday())
    return [
        DateMention(*day.span(), partial(monday + dt.timedelta(days=_number(day["day"]))), None, RULE)
        for day in OVER.finditer(text)
    ]


def _number(day: str) -> int:
    return min("一二三四五六日天".index(day), 6)
