"""Rosters: who stands where in the list of an event's people, whether the list is open (等), in which role and capacity.

The order of names in a roster is protocol; the sentence that lists them is the fact. A roster is the stretch of people of
one event named in one sentence, from the lead on; later speakers, reported one by one, have no rank.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

Span = tuple[int, int]

OPEN = re.compile(r"^(?:[^，。；、]{0,4}、)?(?:[^，。；、\s]{0,6})?等")
COMPANION = re.compile(r"陪同|随同|随行|一同|一道")
LEADER = re.compile(r"带队|率队|率领|带领|率|一行")
VERBS = re.compile(
    r"作(?:了)?(?:重要|主旨|主题|总结|动员|表态|典型|交流|书面)?(?:讲话|报告|发言|汇报|致辞)"
    r"|讲话|致辞|致词|发言|汇报|通报|介绍|宣读|指出|强调|要求|表示|提出|提议|希望|认为|说|宣布|解读|部署|点评|寄语|建议|讲解|授课|回应"
)


@dataclass(frozen=True, slots=True)
class Place:
    """A person's place in the roster of an event: rank from 1, and whether 等 closes the list that names them."""

    rank: int
    open: bool


def roster(text: str, people: Sequence[Sequence[Span]], sentences: Sequence[Span]) -> list[Place | None]:
    """For each of an event's people (mentions in text order, headline left out) the place in the roster.

    Ranks go on over the sentences of the roster: the lead with the first of them, and every following sentence that names
    two or more for the first time.
    """
    firsts = sorted((spans[0], index) for index, spans in enumerate(people) if spans)
    places: list[Place | None] = [None] * len(people)
    rank = 0
    for start, end in sentences:
        here = [(span, index) for span, index in firsts if start <= span[0] < end]
        if not here or (rank and len(here) < 2):
            continue
        runs = _runs(text, [span for span, _ in here], end)
        for (_, index), is_open in zip(here, runs, strict=True):
            rank += 1
            places[index] = Place(rank, is_open)
        if rank > 1 and text[end : end + 1] == "\n":
            break
    return places


def _runs(text: str, spans: Sequence[Span], end: int) -> list[bool]:
    """For each name whether the list that it stands in is closed by 等; a list ends at a comma or a verb."""
    result: list[bool] = []
    pending = 0
    for span, following in zip(spans, [*spans[1:], (end, end)], strict=True):
        pending += 1
        between = text[span[1] : following[0]]
        if OPEN.match(between):
            result += [True] * pending
            pending = 0
        elif "，" in between or "," in between or "；" in between:
            result += [False] * pending
            pending = 0
    return result + [False] * pending


def role(
    text: str, sentence: Span, name: Span, *, kind: str | None, chaired: bool, spoke: bool, rank: int | None
) -> str:
    """chair, leader (of an inspection or visit), speaker, companion or attendee."""
    if chaired:
        return "chair"
    after, before = text[name[1] : sentence[1]], text[sentence[0] : name[0]]
    if kind in ("inspection", "visit") and rank == 1 and not COMPANION.search(before):
        return "leader"
    if LEADER.match(after[:4]) and not COMPANION.search(before):
        return "leader"
    if spoke:
        return "speaker"
    clause = re.split(r"[；。]", after)[0]
    return "companion" if COMPANION.search(clause[:60]) and rank != 1 else "attendee"


def speech_verb(text: str, sentence: Span, name: Span) -> str | None:
    """The verb of saying nearest after the name in its sentence (指出, 作了发言), else None."""
    match = VERBS.search(text, name[1], sentence[1])
    return match[0] if match else None
