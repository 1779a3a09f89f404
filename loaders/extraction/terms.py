"""When somebody came into a post or left it, where the article says so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.extraction.draft import Draft, Span
from loaders.extraction.rules.dates import DateMention
from loaders.extraction.rules.event_dates import date_of_event
from loaders.extraction.rules.partial import Partial
from loaders.extraction.rules.terms import turn

BEFORE = re.compile("此前|早年|当年|历任|先后|曾(?=任|经|当选|担任|被|在|于)")
"""What is told so is older than the report: the day of another sentence is not its day."""


def terms(draft: Draft, dates: Sequence[DateMention]) -> None:
    """Gives the posts that are taken up or given up here `start` or `end`.

    Only dates with a year say anything, and what has happened was not later than its report: such a day is another's.
    """
    for held in draft.having("HOLDS_POST"):
        holders, posts = draft.entities[held.source].spans, draft.entities[held.target].spans
        for post in posts:
            before = [span for span in holders if span[1] <= post[0]]
            if before and (said := turn(draft.text, draft.sentence(post[0]), before[-1], post)):
                date = _date(draft, before[-1], post, dates)
                published = draft.published or "9999"
                if date and date.year and str(date)[: len(published)] <= published:
                    held.properties[said] = str(date)


def _date(draft: Draft, holder: Span, post: Span, dates: Sequence[DateMention]) -> Partial | None:
    """The date of the sentence, else the day of the report; a bare year is one too, where it speaks of the turn."""
    first, end = draft.sentence(holder[0])
    own = [date for date in dates if first <= date.start and date.end <= end]
    found = date_of_event(draft.text, [holder], draft.sentences, _recent(draft, own, dates), body=draft.body)
    if found in own and not found.weak:
        return found.value
    if year := next((date for date in own[::-1] if _dates_turn(draft.text, date, holder, post)), None):
        return year.value
    return found.value if found and not BEFORE.search(draft.text, first, post[0]) else None


def _recent(draft: Draft, own: Sequence[DateMention], dates: Sequence[DateMention]) -> Sequence[DateMention]:
    """Without the days of other sentences that are long past (a birthday), if there is a day of late."""
    since = (Partial.parse(draft.published).year or 1) - 1
    late = [date for date in dates if date.value and date.value.day and (date.value.year or 0) >= since]
    return [date for date in dates if date in own or date in late] if late else dates


def _dates_turn(text: str, date: DateMention, holder: Span, post: Span) -> bool:
    """2016年，王明当选 and 王明2016年当选, but not 审议2022年决算，任命王明."""
    if date.value is None or date.value.month or date.end > post[0]:
        return False
    return date.start >= holder[1] or date.end == holder[0] or text[date.end : date.end + 1] in ("，", ",")
