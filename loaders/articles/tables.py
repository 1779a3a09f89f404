"""Tables of an HTML page: those that only lay it out become blocks, those that say something a line a row.

The tree is changed in place, before anything looks for its main text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

CELL = "␉"
"""Between the cells of a row until the text is found: white space would be folded, what has no shape left out."""
_LAYOUT_CELL = 150
"""Characters in one cell from which a table is no table but the layout of an old page."""
_CELL_OF_LIST = 600
"""Characters in one cell up to which a table of even rows, each headed by a few words, is a list all the same."""
_HEAD_OF_ROW = 20
_LINKS = 0.5
"""Share of characters in links from which a table is perhaps a menu, and left for the search of the main text."""
_FOLD = re.compile(r"\s*[\n\r\t]\s*")
_PARTS = ("table", "thead", "tbody", "tfoot", "tr", "td", "th")


def unfold(tree: Any) -> None:
    """Unfolds the tables of `tree`, the innermost first."""
    tables = list(tree.iter("table"))
    outer = {table for table in tables if table.find(".//table") is not None}
    for table in reversed(tables):
        if table in outer or _lays_out(table):
            for part in list(table.iter(*_PARTS)):
                part.tag = "div"
        elif sum(_length(link) for link in table.iter("a")) < _LINKS * _length(table):
            _to_lines(table)


def _lays_out(table: Any) -> bool:
    """Whether `table` only lays the page out: it holds long texts, and is no list of even rows under short heads."""
    cells = [[_length(cell) for cell in row.iter("td", "th")] for row in table.iter("tr")]
    longest = max((length for row in cells for length in row), default=0)
    even = len(cells) > 2 and len({len(row) for row in cells}) == 1 and len(cells[0]) > 1
    lists = even and longest <= _CELL_OF_LIST and all(row[0] <= _HEAD_OF_ROW for row in cells)
    return longest > _LAYOUT_CELL and not lists


def _to_lines(table: Any) -> None:
    rows = list(_rows(table))
    tail = table.tail
    table.clear()
    table.tag, table.tail = "div", tail
    for cells in rows:
        if cells:
            line = table.makeelement("p", {})
            line.text = CELL.join(cells)
            table.append(line)


def _rows(table: Any) -> Iterator[list[str]]:
    """The cells of each row: one over several columns once, one over several rows in each, but running text once."""
    below: dict[int, tuple[str, int]] = {}
    for row in table.iter("tr"):
        texts: dict[int, str] = {column: text for column, (text, _) in below.items()}
        below = {column: (text, left - 1) for column, (text, left) in below.items() if left > 1}
        column = 0
        for cell in row.iter("td", "th"):
            while column in texts:
                column += 1
            texts[column] = _text(cell)
            if (rows := _span(cell, "rowspan")) > 1 and "。" not in texts[column]:
                below[column] = (texts[column], rows - 1)
            column += _span(cell, "colspan")
        yield [text for _, text in sorted(texts.items()) if text]


def _text(cell: Any) -> str:
    """The words of `cell` on one line; its blocks are set apart by a blank, what is only set in bold is not."""
    for hidden in list(cell.iter("script", "style")):
        hidden.drop_tree()
    for block in cell.iter("p", "div", "li", "br"):
        block.text, block.tail = f"\n{block.text or ''}", f"\n{block.tail or ''}"
    return _FOLD.sub(" ", str(cell.text_content()).strip())


def _span(cell: Any, name: str) -> int:
    value = (cell.get(name) or "1").strip()
    return min(int(value), 1000) if value.isdecimal() else 1


def _length(element: Any) -> int:
    return len(element.text_content().strip())
