"""When an event took place: the date expression that speaks of it.

News gives the day once, in the clause that reports the event or in the lead, and what follows happens on it. So: the
last expression before the event in its own sentence, else the first after it there; else the last one before it in the
article; else the first of the article. A vague time (近日) in the event's sentence, before it, means no date.
"""

from __future__ import annotations

from collections.abc import Sequence

from loaders.extraction.rules.dates import DateMention

Span = tuple[int, int]


def date_of_event(
    mentions: Sequence[Span], sentences: Sequence[Span], dates: Sequence[DateMention], *, body: int
) -> DateMention | None:
    """The date of the event with these mentions (text order, headline included), or None where none is stated.

    `sentences` and `dates` are those of the whole text, in order; `body` is where the body starts, after the headline.
    """
    below = [span for span in mentions if span[0] >= body] or list(mentions)
    for span in below:
        said = _in_sentence(span, sentences, dates)
        if said is not None:
            return said if said.value else None
    return _before(below[0], dates) or next((date for date in dates if _is_day(date)), None)


def _in_sentence(span: Span, sentences: Sequence[Span], dates: Sequence[DateMention]) -> DateMention | None:
    start, end = next(((a, b) for a, b in sentences if a <= span[0] < b), span)
    here = [date for date in dates if start <= date.start and date.end <= end and not date.weak]
    before = [date for date in here if date.end <= span[0] or span[0] <= date.start < span[1]]
    after = [date for date in here if date.start >= span[1] and date.value]
    return _best(before[::-1]) or _best(after)


def _best(dates: Sequence[DateMention]) -> DateMention | None:
    """The first that names a day or is vague; a month or a year only where there is no such."""
    return next((date for date in dates if not date.value or date.value.day), dates[0] if dates else None)


def _before(span: Span, dates: Sequence[DateMention]) -> DateMention | None:
    earlier = [date for date in dates if date.end <= span[0] and _is_day(date)]
    return earlier[-1] if earlier else None


def _is_day(date: DateMention) -> bool:
    return date.value is not None and date.value.day is not None
