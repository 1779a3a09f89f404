"""Tables of a division of labour: a row of headings that names its columns, and a row for each person below it.

姓名｜职务｜分管工作｜分管科室, then 王明｜副院长｜护理、院感｜护理部、医保办. Cells are parted by a stroke, a tab (as
tables of web pages and documents are written out), or two blanks and more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

Span = tuple[int, int]

PARTED = re.compile(r"[ \u3000]*[｜|\t][ \u3000]*|[ \u3000]{2,}")
HEADING = re.compile(r"(?:^|(?<=[\n（(]))[^\n（()）。]*?(?:姓\s*名|领导|责任人|负责人)[^\n（()）。]*")
WHO = re.compile(r"[^，、]{0,8}(?:姓\s*名|领导|责任人|负责人)")
POSTS = re.compile(r"(?:现任|行政|党内|单位及)?职\s*务|任职情况")
DUTY = re.compile(r"(?:主要|具体|工作)?(?P<verb>分管|主管|负责|联系|挂钩|包保|包联|挂联|联点|协管|协助|分工|职责)")
NOTHING = re.compile(r"[\s—\-–/／无空]*")
"""A cell that says nothing."""
BRACKET = re.compile(r"[（(][^（）()]*[）)]$")
LONGEST = 80
"""Characters of the longest matter in a cell."""


@dataclass(frozen=True, slots=True)
class Row:
    """A person's row: the cell of the name, that of the posts (without a bracket at its end), and the duties, each with
    the verb of its column; 分工 and 职责 are none."""

    name: Span
    posts: Span | None
    duties: tuple[tuple[Span, str | None], ...]


def rows(text: str) -> Iterator[Row]:
    """The rows of the tables of a text, in order."""
    for heading in HEADING.finditer(text):
        columns = [text[slice(*cell)] for cell in _cells(text, *heading.span())]
        who = next((place for place, column in enumerate(columns) if WHO.fullmatch(column)), None)
        verbs = [DUTY.match(column) for column in columns]
        if who is None or len(columns) < 2 or not (any(verbs) or any(map(POSTS.fullmatch, columns))):
            continue
        for cells in _below(text, heading.end(), len(columns)):
            posts = next((cell for cell, column in zip(cells, columns, strict=True) if POSTS.fullmatch(column)), None)
            told = [(cell, verb["verb"]) for cell, verb in zip(cells, verbs, strict=True) if verb]
            yield Row(cells[who], _bare(text, posts), tuple((c, _verb(v)) for c, v in told if _says(text, c)))


def _below(text: str, place: int, columns: int) -> Iterator[list[Span]]:
    """The cells of the rows under a heading, up to the first line that is none."""
    place = text.find("\n", place)
    while 0 <= place < len(text) - 1:
        end = text.find("\n", place + 1)
        end = end if end >= 0 else len(text)
        cells = _cells(text, place + 1, end)
        if len(cells) != columns:
            return
        yield cells
        place = end


def _cells(text: str, start: int, end: int) -> list[Span]:
    while start < end and text[start] in " \u3000":
        start += 1
    edges = [(start, start), *(mark.span() for mark in PARTED.finditer(text, start, end)), (end, end)]
    return [(left[1], right[0]) for left, right in pairwise(edges)]


def _bare(text: str, cell: Span | None) -> Span | None:
    """The cell without what a bracket at its end adds: 副院长（主持工作）."""
    bracket = BRACKET.search(text[slice(*cell)]) if cell else None
    return (cell[0], cell[0] + bracket.start()) if cell and bracket else cell


def _says(text: str, cell: Span) -> bool:
    return 0 < cell[1] - cell[0] <= LONGEST and NOTHING.fullmatch(text, *cell) is None


def _verb(word: str) -> str | None:
    return None if word in ("分工", "职责") else word
