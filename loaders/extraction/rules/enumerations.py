"""Enumerations: names in one list share what is said of the list.

县领导王明、县住建局局长李华和张强等参加: between the names of a list stand only its marks and the posts and organs
of the next one. Whoever is in the list takes part in what the list takes part in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

Span = tuple[int, int]

JOINTS = re.compile(r"(?:[、，,和及与]|以及|同志|女士|先生|\s)*")


def lists(text: str, names: Sequence[Span], cover: Sequence[Span], sentences: Sequence[Span]) -> list[list[Span]]:
    """The lists of two or more `names` (spans in text order) within a sentence.

    `cover` are the spans of posts, organizations and places, which may stand between two names of a list.
    """
    known = bytearray(len(text))
    for start, end in cover:
        known[start:end] = b"\x01" * (end - start)
    found: list[list[Span]] = []
    for start, end in sentences:
        run: list[Span] = []
        for name in (name for name in names if start <= name[0] < end):
            if run and not _joined(text, known, run[-1][1], name[0]):
                found.append(run)
                run = []
            run.append(name)
        found.append(run)
    return [run for run in found if len(run) > 1]


def _joined(text: str, known: bytearray, start: int, end: int) -> bool:
    """Whether what lies between two names is only marks of a list and known spans, at least one mark among them."""
    rest = "".join(text[place] for place in range(start, end) if not known[place])
    return bool(rest) and JOINTS.fullmatch(rest) is not None
