"""Tables of a division of labour: a row of headings that names its columns, and a row for each person below it.

姓名｜职务｜分管工作｜分管科室, then 王明｜副院长｜护理、院感｜护理部、医保办. Cells are parted by a stroke, a tab (as
tables of web pages and documents are written out), or two blanks and more.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

Span = tuple[int, int]

PARTED = re.compile(r"[ \u3000]*[｜|\t][ \u3000]*|[ \u3000]{2,}")
WHO_HEADS = r"(?:姓\s*名|领导|责任人|负责人)"
HEADINGS = (
    re.compile(rf"(?:^|(?<=\n))[^\n。]*?{WHO_HEADS}[^\n。]*"),
    re.compile(rf"(?<=[（(])[^\n（()）。]*?{WHO_HEADS}[^\n（()）。]*"),
)
"""A line of headings, or a bracket of them: …如下（姓名｜职务｜分管科室）：."""
WHO = re.compile(rf"[^，、：:（(]{{0,8}}{WHO_HEADS}")
POSTS = re.compile(r"(?:现任|行政|党内|单位及)?职\s*务|任职情况")
DUTY = re.compile(
    r"(?:主要|具体|工作)?(?P<verb>分管|主管|负责|联系|挂钩|包保|包联|挂联|联点|协管|协助|分工|职责)"
    r"(?!人|电话|方式|地址|邮箱|号码)"
)
NOTHING = re.compile(r"[\s—\-–/／\d()（）+*]*|(?:无|空缺|暂[无缺]|[不未]再?(?:分管|负责|联系|明确).*)")
"""A cell that says nothing of a duty: a stroke, a number, 无, 不分管具体工作."""
OWN = re.compile(r"(?P<verb>主持|负责|分管|联系|牵头|协助)(?=.)")
"""A cell, or a part of it, may have a verb of its own."""
PARTS = re.compile(r"[；;]")
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


@dataclass(frozen=True, slots=True)
class Table:
    """A table: where its headings stand, and its rows."""

    heading: Span
    rows: tuple[Row, ...]


def tables(text: str) -> Iterator[Table]:
    """The tables of a text that have rows, in order."""
    for heading in sorted(found.span() for pattern in HEADINGS for found in pattern.finditer(text)):
        columns = [text[slice(*cell)] for cell in _cells(text, *heading)]
        who = next((place for place, column in enumerate(columns) if WHO.fullmatch(column)), None)
        says = any(POSTS.fullmatch(column) or DUTY.match(column) for column in columns)
        if who is None or not says:
            continue
        below = _below(text, heading[1], range(max(3, who + 2), len(columns) + 1))
        found = tuple(_row(text, columns, who, cells) for cells in below)
        if found:
            yield Table(heading, found)


def rows(text: str) -> Iterator[Row]:
    """The rows of all tables of a text, in order."""
    return (row for table in tables(text) for row in table.rows)


def _row(text: str, columns: Sequence[str], who: int, cells: Sequence[Span]) -> Row:
    """A row; where it is short of a cell, which one was left empty nobody says, and so its duties are not told."""
    named = list(zip(columns, cells, strict=False))
    posts = next((cell for column, cell in named if POSTS.fullmatch(column)), None)
    told = [(cell, verb["verb"]) for column, cell in named if (verb := DUTY.match(column))]
    duties = tuple(part for cell, verb in told for part in _parts(text, cell, verb))
    return Row(cells[who], _bare(text, posts), duties if len(cells) == len(columns) else ())


def _below(text: str, place: int, columns: Container[int]) -> Iterator[list[Span]]:
    """The cells of the rows under a heading, up to the first line that is none."""
    place = text.find("\n", place)
    while 0 <= place < len(text) - 1:
        end = text.find("\n", place + 1)
        end = end if end >= 0 else len(text)
        cells = _cells(text, place + 1, end)
        if len(cells) not in columns:
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


def _parts(text: str, cell: Span, heading: str) -> Iterator[tuple[Span, str | None]]:
    """What a cell tells, part by part, each with its own verb or that of the heading."""
    edges = [cell[0], *(at for mark in PARTS.finditer(text, *cell) for at in mark.span()), cell[1]]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        own = OWN.match(text, start, end)
        matter = (own.end() if own else start, end)
        if _says(text, matter):
            yield matter, own["verb"] if own else None if heading in ("分工", "职责") else heading
