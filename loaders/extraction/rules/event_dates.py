"""When an event took place: the date expression that speaks of it.

News gives the day once, in the clause that reports the event or in the lead, and what follows happens on it. So: the
last expression before the event in its own sentence, else the first after it there; else the last one before it in the
article; else the first of the article. A day to come (将于9月30日) dates only what its own sentence names. A vague time
(近日) in the event's sentence, before it, means no date, unless another sentence that names the event has a day, and
no day to come: what has been is not still to be.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.extraction.rules.blanks import squeezed
from loaders.extraction.rules.dates import FULL_YEAR, DateMention
from loaders.language.numerals import NUMERAL

Span = tuple[int, int]

CITED = re.compile("(?:上)?的?(?:相关)?(?:重要)?(?:讲话|精神|新闻|视频)")
"""After an event's name: it is spoken of for what was said there."""
COUNTED_YEAR = re.compile(rf"(?<!\d)((?:19|20)\d\d)年度?第{NUMERAL}{{1,3}}(?:次|期|轮|批|场)")
NAMED_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年(?!度?(?:总结|表彰|考核)|[，,])")


def date_of_event(
    text: str, mentions: Sequence[Span], sentences: Sequence[Span], dates: Sequence[DateMention], *, body: int
) -> DateMention | None:
    """The date of the event with these mentions (text order, headline included), or None where none is stated.

    An event that is only cited (会议精神, 会上的讲话) has a date only where its own sentence gives one. `sentences` and
    `dates` are those of the whole text, in order; `body` is where the body starts, after the headline.
    """
    below = [span for span in mentions if span[0] >= body] or list(mentions)
    said = [date for span in below if (date := _in_sentence(span, sentences, dates)) is not None]
    if said:
        vague = any(not date.value for date in said)
        return next((date for date in said if date.value and not (vague and date.planned)), None)
    if all(CITED.match(text, span[1]) for span in below):
        return None
    days = sorted((date for date in dates if _is_day(date) and not date.planned), key=lambda date: date.weak)
    return _before(below[0], days) or next(iter(days), None)


def year_named(names: Sequence[str]) -> str | None:
    """The one year that names of an article's events give (2023年全市防汛演练), or None; a 年度 may be that before."""
    years = {year for name in names for year in NAMED_YEAR.findall(squeezed(name)[0])}
    return years.pop() if len(years) == 1 else None


def year_counted(text: str) -> str | None:
    """The one year that the text counts in (2022年第4轮降雪, a newsletter's 2013年第17期): mostly the present one.

    None where there are several, or where all the full dates of the text have another.
    """
    plain, _ = squeezed(text)
    years, full = set(COUNTED_YEAR.findall(plain)), set(FULL_YEAR.findall(plain))
    return years.pop() if len(years) == 1 and (years <= full or not full) else None


def _in_sentence(span: Span, sentences: Sequence[Span], dates: Sequence[DateMention]) -> DateMention | None:
    start, end = next(((a, b) for a, b in sentences if a <= span[0] < b), span)
    here = [date for date in dates if start <= date.start and date.end <= end and not date.weak]
    before = [date for date in here if date.end <= span[0] or span[0] <= date.start < span[1]]
    after = [date for date in here if date.start >= span[1] and date.value]
    return _best(before[::-1]) or _best(after)


def _best(dates: Sequence[DateMention]) -> DateMention | None:
    """The first that names a day or is vague; a month or a year only where there is no such."""
    return next((date for date in dates if not date.value or date.value.day), dates[0] if dates else None)


def _before(span: Span, days: Sequence[DateMention]) -> DateMention | None:
    """The last of the days before the event; a dateline, a masthead or a deadline only where there is no other."""
    earlier = [day for day in days if day.end <= span[0]]
    firm = [day for day in earlier if not day.weak]
    return next(reversed(firm or earlier), None)


def _is_day(date: DateMention) -> bool:
    return date.value is not None and date.value.day is not None
