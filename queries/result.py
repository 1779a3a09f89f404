"""Result: an answer that shows itself and turns into records, a DataFrame, a graph, a view."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any

from graph.errors import MissingDependency, QueryError
from graph.table import Table
from queries.catalogue import Words
from queries.evidence import COLUMN, Quote
from queries.values import plain

if TYPE_CHECKING:
    import networkx
    import pandas

SHOWN = 20
"""Rows that a notebook or a terminal shows of a result; the rest is counted."""


@dataclass(frozen=True, repr=False)
class Result:
    """Rows with named columns.

    `words` holds the columns' words in Chinese and English where the question has them, `quotes` the sentences behind
    the rows where they were asked for, `viewer` draws the answer (set by `queries.Graph`).
    """

    table: Table
    words: Mapping[str, Words] = field(default_factory=dict)
    quotes: Mapping[str, Quote] | None = None
    viewer: Callable[..., Any] | None = None

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns' names, those of the question's RETURN."""
        return self.table.columns

    @property
    def truncated(self) -> bool:
        """Whether a limit cut the answer."""
        return self.table.truncated

    def __len__(self) -> int:
        return len(self.table)

    def __bool__(self) -> bool:
        return len(self.table) > 0

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return iter(self.records())

    def __getitem__(self, column: str) -> list[Any]:
        return [plain(value) for value in self.table.column(column)]

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

    def to_df(self) -> pandas.DataFrame:
        """The rows as a pandas DataFrame. MissingDependency without pandas."""
        try:
            import pandas
        except ImportError as error:
            raise MissingDependency("A DataFrame needs pandas: pip install 'guanxi[notebook]'.") from error
        return pandas.DataFrame(self.records(), columns=list(self.columns))

    def to_networkx(self) -> networkx.MultiDiGraph[str]:
        """The nodes, relationships and paths in the rows as a directed multigraph, keyed by the nodes' ids.

        Nodes carry `label` and their properties, edges (key: the type) theirs. QueryError where the rows hold none.
        """
        from queries.rows import to_networkx

        made = to_networkx(self.table)
        if self.table.rows and not made:
            raise QueryError(
                "The answer holds values only. Return nodes and relationships: MATCH (p)-[r]->(e) RETURN p, r, e."
            )
        return made

    def view(self, **options: Any) -> Any:
        """The answer drawn (see queries.view for the options); it must hold nodes, relationships or paths."""
        if self.viewer is None:
            raise QueryError("This result has no graph to draw from: ask through queries.connect().")
        return self.viewer(self.table, **options)

    def __repr__(self) -> str:
        from queries.output import write

        out = io.StringIO()
        write(self.first(SHOWN), out, form="table", width=max(100, get_terminal_size((120, 24)).columns))
        return out.getvalue().rstrip() + f"\n{self.summary()}"

    def _repr_html_(self) -> str:
        from queries.html import render

        return render(self)

    def first(self, rows: int) -> Result:
        """The first rows as a result of its own."""
        table = Table(self.table.columns, self.table.rows[:rows], self.table.truncated)
        return Result(table, self.words, self.quotes, self.viewer)

    def summary(self) -> str:
        """How many rows there are, and whether there were more."""
        count = f"{len(self)} row{'' if len(self) == 1 else 's'}"
        more = f", the first {SHOWN} shown" if len(self) > SHOWN else ""
        return count + more + (" (cut by the limit: there are more)" if self.truncated else "")
