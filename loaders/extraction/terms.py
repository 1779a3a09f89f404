"""When somebody came into a post or left it, where the article says so."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.extraction.draft import Draft
from loaders.extraction.rules.dates import DateMention
from loaders.extraction.rules.event_dates import date_of_event
from loaders.extraction.rules.terms import turn


def terms(draft: Draft, dates: Sequence[DateMention]) -> None:
    """Gives the posts that are taken up or given up here `start` or `end`.

    Only dates with a year say anything, and what has happened was not later than its report: such a day is another's.
    """
    for held in draft.having("HOLDS_POST"):
        holders, posts = draft.entities[held.source].spans, draft.entities[held.target].spans
        for post in posts:
            before = [span for span in holders if span[1] <= post[0]]
            sentence = draft.sentence(post[0])
            if before and (said := turn(draft.text, sentence, before[-1], post)):
                date = date_of_event(draft.text, [before[-1]], draft.sentences, dates, body=draft.body)
                if date and date.value and date.value.year and str(date.value) <= (draft.published or "9999"):
                    held.properties[said] = str(date.value)
