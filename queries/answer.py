"""Answer: rows with named columns, the columns' words, and the sentences behind the rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Self

from graph.table import Table
from queries.columns import Words
from queries.evidence import COLUMN, Quote
from queries.values import plain

SHOWN = 20
"""Rows that a notebook or a terminal shows of an answer; the rest is counted."""


@dataclass(frozen=True, repr=False)
class Answer:
    """What a question was answered with, to be written or shown.

    `words` holds the columns' words in Chinese and English where the question has them, `quotes` the sentences behind
    the rows where they were asked for.
    """

    table: Table
    words: Mapping[str, Words] = field(default_factory=dict)
    quotes: Mapping[str, Quote] | None = None

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns' names, those of the question's RETURN."""
        return self.table.columns

    @property
    def shown(self) -> list[str]:
        """The columns that people see: evidence only where its sentences are there."""
        return [column for column in self.columns if column != COLUMN or self.quotes is not None]

    @property
    def truncated(self) -> bool:
        """Whether a limit cut the answer."""
        return self.table.truncated

    def __len__(self) -> int:
        return len(self.table)

    def quotes_of(self, row: Mapping[str, Any]) -> list[Quote]:
        """The sentences behind a row, in the order in which they were published; empty where not asked for."""
        found = self.quotes or {}
        quotes = [found[one] for one in row.get(COLUMN) or () if one in found]
        return sorted(quotes, key=lambda quote: (quote.published or "", quote.article, quote.start))

    def records(self) -> list[dict[str, Any]]:
        """The rows as maps of plain values (JSON's). Evidence: a list of sentence ids, or of quotes if asked for."""
        made = []
        for row in self.table.dicts():
            record = {column: plain(value) for column, value in row.items()}
            if self.quotes is not None and COLUMN in row:
                record[COLUMN] = [quote.as_dict() for quote in self.quotes_of(row)]
            made.append(record)
        return made

    def first(self, rows: int) -> Self:
        """The first rows as an answer of its own."""
        return replace(self, table=Table(self.table.columns, self.table.rows[:rows], self.table.truncated))

    def summary(self) -> str:
        """How many rows there are, and whether there were more."""
        count = f"{len(self)} row{'' if len(self) == 1 else 's'}"
        more = f", the first {SHOWN} shown" if len(self) > SHOWN else ""
        return count + more + (" (cut by the limit: there are more)" if self.truncated else "")
