"""Result: an answer that shows itself and turns into a DataFrame, a graph, a view."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any

from graph.errors import MissingDependency, QueryError
from queries import html, output
from queries.answer import SHOWN, Answer
from queries.rows import to_networkx
from queries.values import plain

if TYPE_CHECKING:
    import networkx
    import pandas


@dataclass(frozen=True, repr=False)
class Result(Answer):
    """An answer to work with; `viewer` draws it (set by `queries.Graph`)."""

    viewer: Callable[..., Any] | None = None

    def __bool__(self) -> bool:
        return len(self.table) > 0

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return iter(self.records())

    def __getitem__(self, column: str) -> list[Any]:
        return [plain(value) for value in self.table.column(column)]

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
        made = to_networkx(self.table)
        if self.table.rows and not made:
            raise QueryError(
                "The answer holds values only. Return nodes and relationships: MATCH (p)-[r]->(e) RETURN p, r, e."
            )
        return made

    def view(self, **options: Any) -> Any:
        """The answer drawn (see queries.view for the options); it must hold nodes, relationships or paths."""
        if self.viewer is None:
            raise QueryError("This result has no graph to draw from: ask through guanxi.connect().")
        return self.viewer(self.table, **options)

    def __repr__(self) -> str:
        out = io.StringIO()
        output.write(self.first(SHOWN), out, form="table", width=max(100, get_terminal_size((120, 24)).columns))
        return out.getvalue().rstrip() + f"\n{self.summary()}"

    def _repr_html_(self) -> str:
        return html.render(self)
