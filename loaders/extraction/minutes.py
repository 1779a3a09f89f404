"""What the label lines of minutes and programmes say: the meeting, its place, who presided, spoke, stayed away."""

from __future__ import annotations

from loaders.extraction.draft import Draft, Entity, Relation, Span
from loaders.extraction.rules import minutes as rules
from loaders.extraction.rules.enumerations import head_of, lists, mask

MINUTED, CHAIRED, SPOKE, VENUE = "event.minuted", "chaired.label", "spoke_at.minutes", "located_in.label"
SURE = 0.95


def minuted(draft: Draft) -> None:
    """Names the meeting that the text is the record of, where nothing else names it."""
    if not rules.is_minutes(draft.text):
        return
    span = rules.meeting_of(draft.headline)
    if span and not any(s[0] < span[1] and span[0] < s[1] for _, event in draft.of_kind("Event") for s in event.spans):
        draft.entities.append(Entity("Event", [span], draft.words(span), SURE, rule=MINUTED))


def labels(draft: Draft) -> None:
    """Who presided, spoke and was away, and where it was: of the event of the headline, or the only one of the text."""
    if not rules.has_labels(draft.text):
        return
    event = _event(draft)
    names = draft.named("Person")
    cover = draft.cover()
    known = mask(draft.text, cover)
    if event is not None:
        in_minutes = rules.is_minutes(draft.text)
        for span, person in names:
            if rules.is_chair(draft.text, head_of(draft.text, known, span[0])):
                _add(draft, "CHAIRED", person, event, span, CHAIRED)
            said = rules.speaks(draft.text, span) if in_minutes and not rules.is_excused(draft.text, span) else None
            if said and (said[-1] not in "：:" or _was_there(draft, person, event)):
                _add(draft, "SPOKE_AT", person, event, span, SPOKE)
        _venue(draft, event)
    _away(draft, names, cover, known)


def _was_there(draft: Draft, person: int, event: int) -> bool:
    """Whether somebody is known to have been there: other names before a colon are items of business."""
    return (person, event) in draft.pairs("ATTENDED", "CHAIRED")


def _event(draft: Draft) -> int | None:
    events = draft.of_kind("Event")
    headed = [index for index, event in events if event.spans[0][0] < draft.body]
    return headed[0] if headed else events[0][0] if len(events) == 1 else None


def _venue(draft: Draft, event: int) -> None:
    if any(relation.source == event for relation in draft.having("LOCATED_IN")):
        return
    starts = set(rules.venues(draft.text))
    for index, place in draft.of_kind("Place"):
        for span in place.spans:
            if span[0] in starts:
                evidence = [draft.entities[event].spans[0], span]
                draft.relations.append(Relation("LOCATED_IN", event, index, SURE, evidence, VENUE))
                return


def _away(draft: Draft, names: list[tuple[Span, int]], cover: list[Span], known: bytearray) -> None:
    """Takes from those who are listed or marked as away what ties them to an event."""
    owner = dict(names)
    listed = {run[0]: run for run in lists(draft.text, [span for span, _ in names], cover, draft.sentences)}
    away = {
        owner[name]
        for span in owner
        if rules.is_away(draft.text, head_of(draft.text, known, span[0]))
        for name in listed.get(span, [span])
    } | {person for span, person in names if rules.is_excused(draft.text, span)}
    draft.relations = [
        r for r in draft.relations if r.source not in away or r.type not in ("ATTENDED", "SPOKE_AT", "CHAIRED")
    ]


def _add(draft: Draft, type_: str, person: int, event: int, name: Span, rule: str) -> None:
    draft.add(Relation(type_, person, event, SURE, [name, draft.entities[event].spans[0]], rule))
