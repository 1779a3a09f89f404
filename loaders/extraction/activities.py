"""A leader's days, told without a subject: who is named over them took part in what they tell."""

from __future__ import annotations

from loaders.extraction.draft import Draft, Relation, Span
from loaders.extraction.rules import activities as rules
from loaders.extraction.rules.entries import opens_entry
from loaders.extraction.rules.enumerations import mask

RULE = "attended.diary"
SURE = 0.9


def diaries(draft: Draft) -> None:
    """Adds to the events of a diary whom the line above their days, or the headline, names."""
    if not rules.is_diary(draft.headline):
        return
    owners = _owners(draft, len(draft.headline))
    ends = [*(draft.text.rfind("\n", 0, name[0]) + 1 for _, name, _ in owners[1:]), len(draft.text)]
    for (start, name, person), end in zip(owners, ends, strict=False):
        if rules.tells_days(draft.text, start):
            _attend(draft, person, name, (start, end))


def _owners(draft: Draft, title: int) -> list[tuple[int, Span, int]]:
    """(where their days begin, name, person): who is named in a line of their own, else the one of the headline."""
    known = mask(draft.text, draft.cover())
    names = draft.named("Person")
    lines = [
        (draft.text.find("\n", span[1]) + 1, span, person)
        for span, person in names
        if span[0] >= title and opens_entry(draft.text, known, span)
    ]
    headed = [(title, span, person) for span, person in names if span[1] <= title]
    if not headed and (post := rules.title_of(draft.headline)):
        headed = [(title, span, person) for span, person in names if draft.text.endswith(post, 0, span[0])]
    return lines or (headed[:1] if len({person for *_, person in headed}) == 1 else [])


def _attend(draft: Draft, person: int, name: Span, days: Span) -> None:
    """Ties the person to the events within `days` in whose lines nobody else is named before them."""
    people = [span for span, other in draft.named("Person") if other != person]
    organs = {span[0] for span, _ in draft.named("Organization")}
    for index, event in draft.of_kind("Event"):
        for span in event.spans:
            line = draft.text.rfind("\n", 0, span[0]) + 1
            if not days[0] <= span[0] < days[1] or any(line <= other[0] < span[0] for other in people):
                continue
            if not rules.is_own(draft.text, rules.opening_of(draft.text, draft.sentence(span[0])), span, organs):
                continue
            told = {
                "ATTENDED": True,
                "CHAIRED": rules.chairs(draft.text, span),
                "SPOKE_AT": rules.speaks(draft.text, span),
            }
            for type_ in (type_ for type_, holds in told.items() if holds):
                draft.add(Relation(type_, person, index, SURE, [name, span], RULE))
