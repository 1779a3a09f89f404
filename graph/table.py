"""Table: what a question answers, columns and rows, before anybody decides how to show it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and rows. Values are the driver's: scalars, lists, maps, dates, `neo4j.graph` nodes, relationships,
    paths.

    `truncated` says that a row limit cut the answer.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    truncated: bool = False

    def dicts(self) -> Iterator[dict[str, Any]]:
        """Each row as a mapping from column to value."""
        return (dict(zip(self.columns, row, strict=True)) for row in self.rows)

    def column(self, name: str) -> list[Any]:
        """The values of one column; KeyError if there is none of that name."""
        if name not in self.columns:
            raise KeyError(name)
        place = self.columns.index(name)
        return [row[place] for row in self.rows]

    def __len__(self) -> int:
        return len(self.rows)
