"""Rosters: who stands where in the list of an event's people, whether it is open (等), in which role and capacity.

The order of names in a roster is protocol; the sentence that lists them is the fact. Speakers who are reported one by
one elsewhere have no rank.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter

from loaders.extraction.rules.enumerations import joined

Span = tuple[int, int]

LONGEST_POST = 24
"""Characters that a post and its organization may take between two names of a list."""
MARK = re.compile(r"[，,\s]")
"""Between names that stand in a list without 、: commas, and the blanks and line breaks of rows."""
OPEN = re.compile(r"^(?:[^，。；、]{0,4}、)?(?:[^，。；、\s]{0,6}(?<![平同高初中相]))?等(?![待级同于候])")
COMPANION = re.compile(r"陪同|随同|随行|一同|一道")
LEADER = re.compile(r"带队|率队|率领|带领|率(?![先真性])|一行")
VERBS = re.compile(
    r"作(?:了)?(?:重要|主旨|主题|总结|动员|表态|典型|交流|书面)?(?:讲话|报告|发言|汇报|致辞)"
    r"|讲话|致辞|致词|发言|汇报|通报|介绍|宣读|指出|强调|要求|表示|提出|提议|希望|认为|说|宣布|解读|部署|点评|寄语|建议|讲解|授课|回应"
)


@dataclass(frozen=True, slots=True)
class Place:
    """A person's place in the roster of an event: rank from 1, and whether 等 closes the list that names them."""

    rank: int
    open: bool


def roster(
    text: str,
    people: Sequence[Sequence[Span]],
    rows: Sequence[Span],
    *,
    known: bytearray,
    start: int = 0,
    led: bool = False,
) -> list[Place | None]:
    """For each of an event's people (mentions in text order, headline left out) the place in the roster.

    `rows` are the sentences, lines that only list names taken together (enumerations.stretches), and `known` says which
    characters are posts, organizations and places: names with nothing else but marks between them are a list.
    `start` is where the body first names the event. The roster is the sentence from there on that names most of them;
    the event's lead comes before it where it names somebody else, and the next sentences of the paragraph go on with it
    as long as they name two or more. Where no sentence has a list nobody has a rank, but for an event that somebody
    leads (`led`: an inspection), where leader and companions are named one by one.
    """
    places: list[Place | None] = [None] * len(people)
    spans = [row for row in rows if row[1] > start]
    named = _named(people, spans)
    lists = [n for n, names in enumerate(named) if names and (led or _is_list(text, known, [s for _, s in names]))]
    if not lists:
        return places
    main = max(lists, key=lambda number: (len(named[number]), -number))
    lead = next(number for number, names in enumerate(named) if names)
    rank = 0
    for number in sorted({lead, main, *_following(text, spans, named, main)}):
        skip = {index for index, _ in named[main]} if number < main else set()
        fresh = [(index, span) for index, span in named[number] if places[index] is None and index not in skip]
        if not fresh:
            continue
        closed = _runs(text, [span for _, span in fresh], spans[number][1])
        for (index, _), is_open in zip(fresh, closed, strict=True):
            rank += 1
            places[index] = Place(rank, is_open)
    return places


def _named(people: Sequence[Sequence[Span]], rows: Sequence[Span]) -> list[list[tuple[int, Span]]]:
    """For each row (person, first mention in it) of those whom it names, in its order."""
    starts = [start for start, _ in rows]
    first: list[dict[int, Span]] = [{} for _ in rows]
    for index, spans in enumerate(people):
        for span in spans:
            row = bisect_right(starts, span[0]) - 1
            if row >= 0 and span[0] < rows[row][1]:
                first[row].setdefault(index, span)
    return [sorted(found.items(), key=itemgetter(1)) if found else [] for found in first]


def _is_list(text: str, known: bytearray, names: Sequence[Span]) -> bool:
    """Whether two of the names stand in one list: 、 and at most a post between them, or only what is known and a mark
    or blank (和 alone joins two that come together, not a roster).
    """
    gaps = [(a[1], b[0]) for a, b in pairwise(names)]
    return any(_has_mark(text[start:end]) for start, end in gaps) or any(
        MARK.search(text, start, end) and joined(text, known, start, end) for start, end in gaps
    )


def _has_mark(between: str) -> bool:
    return len(between) <= LONGEST_POST and "、" in between and not re.search("[。；：！？]", between)


def _following(text: str, sentences: Sequence[Span], named: Sequence[Sequence[object]], main: int) -> list[int]:
    """The sentences after the roster's, in its paragraph, that go on listing."""
    found = []
    for number in range(main + 1, len(sentences)):
        if len(named[number]) < 2 or "\n" in text[sentences[number - 1][1] : sentences[number][0] + 1]:
            break
        found.append(number)
    return found


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
