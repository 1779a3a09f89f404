"""Enumerations: names in one list share what is said of the list.

县领导王明、县住建局局长李华和张强等参加: between the names of a list stand only its marks and the posts and organs
of the next one. Whoever is in the list takes part in what the list takes part in.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import itemgetter

Span = tuple[int, int]

JOINTS = re.compile(r"(?:[、，,和及与]|以及|同志|女士|先生|\s)*")

PRESENT = re.compile(
    r"[^，。；：:\n]{0,6}(?:出席|参加|列席|参会|与会|到会)[^，。；：:\n]{0,14}[：:]$"
    r"|(?:^|\n)[^，。；：:\n]{0,16}(?:出席|参加|列席|参会|与会|到会)(?:领导|代表|嘉宾|人员|名单|单位|企业代表)$"
)
"""The head of a list of those who were there: 参会人员：, 出席开幕式的领导还有：."""
NOT_THERE = re.compile("过|曾|未|没|不|无需|免|下次|轮流|邀请|拟|应|请")
"""In such a head: they were elsewhere, were not, or are only to come."""


def head_of(text: str, known: bytearray, place: int) -> int:
    """Where what heads the name at `place` ends: before the posts and organs (`known`) and the blanks before it."""
    while place and (known[place - 1] or text[place - 1].isspace()):
        place -= 1
    return place


def of_those_present(text: str, known: bytearray, start: int) -> bool:
    """Whether the list whose first name stands at `start` opens with a head that says so."""
    end = head_of(text, known, start)
    found = PRESENT.search(text[max(0, end - 30) : end])
    return found is not None and not NOT_THERE.search(found[0].replace("应邀", ""))


def lists(text: str, names: Sequence[Span], cover: Sequence[Span], sentences: Sequence[Span]) -> list[list[Span]]:
    """The lists of two or more `names` (spans in text order) within a sentence, or over lines that hold names only.

    `cover` are the spans of posts, organizations and places, which may stand between two names of a list.
    """
    known = mask(text, cover)
    found: list[list[Span]] = []
    for start, end in stretches(text, known, names, sentences):
        run: list[Span] = []
        for name in _within(names, start, end):
            if run and not joined(text, known, run[-1][1], name[0]):
                found.append(run)
                run = []
            run.append(name)
        found.append(run)
    return [run for run in found if len(run) > 1]


def mask(text: str, cover: Sequence[Span]) -> bytearray:
    """For each character whether one of the spans covers it."""
    known = bytearray(len(text))
    for start, end in cover:
        known[start:end] = b"\x01" * (end - start)
    return known


def stretches(text: str, known: bytearray, names: Sequence[Span], sentences: Sequence[Span]) -> list[Span]:
    """The sentences; lines that hold nothing but names and what is known of them go together, a roster in rows."""
    found: list[Span] = []
    in_rows = False
    for start, end in sentences:
        own = _within(names, start, end)
        edges = [start, *(edge for name in own for edge in name), max(end, own[-1][1] if own else end)]
        gaps = (_unknown(text, known, *gap) for gap in zip(edges[::2], edges[1::2], strict=True))
        is_row = bool(own) and all(JOINTS.fullmatch(gap) for gap in gaps)
        if is_row and in_rows:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
        in_rows = is_row
    return found


def _within(names: Sequence[Span], start: int, end: int) -> Sequence[Span]:
    """Those of the names, which are in order, that begin there."""
    return names[bisect_left(names, start, key=itemgetter(0)) : bisect_left(names, end, key=itemgetter(0))]


def joined(text: str, known: bytearray, start: int, end: int) -> bool:
    """Whether what lies between two names is only marks of a list and known spans, at least one mark among them."""
    rest = _unknown(text, known, start, end)
    return bool(rest) and JOINTS.fullmatch(rest) is not None


def _unknown(text: str, known: bytearray, start: int, end: int) -> str:
    return "".join(text[place] for place in range(start, end) if not known[place])
