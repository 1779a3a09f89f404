"""Writing an answer: table for people, JSON, JSON lines or CSV for programs."""

from __future__ import annotations

import csv
import json
from typing import IO, Any, Literal

from graph.errors import InputError
from queries.answer import Answer
from queries.columns import chinese
from queries.evidence import COLUMN
from queries.values import caption, clean

Form = Literal["table", "json", "jsonl", "csv"]
FORMS: tuple[Form, ...] = ("table", "json", "jsonl", "csv")

_WIDE = 240
"""Columns of a table that goes to a file or a pipe, where nobody can say how wide the reader's window is."""


def form_of(wanted: str | None, *, terminal: bool) -> Form:
    """The format: what was asked for, else a table on a terminal, JSON lines in a pipe. InputError if unknown."""
    if wanted is None:
        return "table" if terminal else "jsonl"
    for form in FORMS:
        if form == wanted:
            return form
    raise InputError(f"There is no format {wanted!r}: one of {', '.join(FORMS)} is expected.")


def heading(answer: Answer, column: str, lang: str | None) -> str:
    """A column's words: in `lang`, or in both languages where it is None, or its name where it has none."""
    words = answer.words.get(column)
    if words is None:
        return column
    return words.get(lang) if lang else f"{words.zh}\n{words.en}"


def worded(answer: Answer, column: str, value: Any, lang: str | None) -> str:
    """A value for people: the words of the ontology and of questions in `lang`, or in both where it is None."""
    said = chinese(answer.words, column, value) if lang != "en" else None
    if said is None:
        return caption(value)
    return "、".join(said) if lang else f"{'、'.join(said)} {caption(value)}"


def _table(answer: Answer, out: IO[str], lang: str | None, width: int | None) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    columns = answer.shown
    # In a notebook rich would show the table by itself; FORCE_COLOR, which a kernel sets, would put codes in a text.
    terminal = out.isatty()
    console = Console(
        file=out,
        highlight=False,
        width=width or (None if terminal else _WIDE),
        force_terminal=terminal,
        force_jupyter=False,
    )
    made = Table(box=box.SIMPLE_HEAD, show_lines=False, header_style="bold", pad_edge=False)
    for column in columns:
        numeric = all(isinstance(value, int | float) for value in answer.table.column(column) if value is not None)
        made.add_column(Text(heading(answer, column, lang)), justify="right" if numeric else "left", overflow="fold")
    for row in answer.table.dicts():
        quotes = "\n".join(clean(quote.line()) for quote in answer.quotes_of(row))
        cells = [quotes if column == COLUMN else worded(answer, column, row[column], lang) for column in columns]
        made.add_row(*(Text(cell) for cell in cells))
    console.print(made)


def _cell(value: Any) -> Any:
    """A value of a record as a cell of CSV: lists of plain values joined by "; ", what nests as JSON."""
    if isinstance(value, bool):
        return json.dumps(value)
    if isinstance(value, list) and not any(isinstance(one, list | dict) for one in value):
        return "; ".join(str(one) for one in value)
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value


def _csv(answer: Answer, out: IO[str], lang: str | None) -> None:
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([heading(answer, column, lang) if lang else column for column in answer.columns])
    for record, row in zip(answer.records(), answer.table.dicts(), strict=True):
        if answer.quotes is not None and COLUMN in record:
            record[COLUMN] = "\n".join(quote.line() for quote in answer.quotes_of(row))
        writer.writerow([_cell(value) for value in record.values()])


def write(answer: Answer, out: IO[str], *, form: Form, lang: str | None = None, width: int | None = None) -> None:
    """Write `answer` to `out`. `lang` ("zh", "en") picks the words of headings and, in a table, of the values that
    have words; the keys and values of JSON and the values of CSV are always the graph's.

    `width` is a table's, in columns; by default the terminal's, or wide where there is none.
    """
    match form:
        case "table":
            _table(answer, out, lang, width)
        case "csv":
            _csv(answer, out, lang)
        case "json":
            out.write(json.dumps(answer.records(), ensure_ascii=False, indent=2) + "\n")
        case "jsonl":
            out.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in answer.records())
