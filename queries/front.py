"""Graph: the front door for notebooks and programs.

>>> import queries
>>> with queries.connect("guanxi.db") as graph:                            # doctest: +SKIP
...     graph.ask("attended", "全县经济工作会议", place="云澜")                 # a named question
...     graph.query("MATCH (p:Person) RETURN p LIMIT $n", n=5)              # free Cypher, read only
...     graph.network(since="2023", minimum=2)                              # networkx
...     graph.rank(place="云澜")                                             # protocol rank
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, Self

from graph.errors import InputError
from graph.store.base import Store
from queries import asking
from queries.catalogue import Catalogue, catalogue
from queries.defaults import AT_LEAST, CHANCE
from queries.opening import open_graph
from queries.parameters import period_of
from queries.result import Result

if TYPE_CHECKING:
    import networkx

Tie = Literal["attendance", "posts"]


def connect(db: str | Path | None = None) -> Graph:
    """Open the graph in a directory or at a Neo4j URL; by default the environment's, else ./guanxi.db."""
    return Graph(open_graph(db))


class Graph:
    """A store to ask. Answers are `Result`s: they show themselves, and turn into DataFrames and graphs."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @property
    def questions(self) -> Catalogue:
        """The named questions by name.

        Each has its words, parameters and columns in `.header`, its text in `.cypher`.
        """
        return catalogue()

    def ask(
        self, question: str, /, *values: Any, evidence: bool = False, limit: int | None = None, **parameters: Any
    ) -> Result:
        """The answer to a named question; `values` fill its parameters in order, the others go by name.

        `evidence` fetches the sentences behind the rows. InputError for an unknown question or parameter.
        """
        asked = catalogue()[question]
        free = [name for name in asked.header.params if name not in parameters]
        if len(values) > len(free):
            raise InputError(f"Too many values for {question!r}. Usage: {asked.usage}")
        given = parameters | dict(zip(free, values, strict=False))
        return self._drawable(asking.ask(self.store, asked, given, limit=limit, quotes=evidence))

    def query(
        self,
        cypher: str,
        /,
        parameters: Mapping[str, Any] | None = None,
        *,
        limit: int | None = None,
        timeout: float | None = None,
        **more: Any,
    ) -> Result:
        """The answer to read-only Cypher, with parameters as a map or by name; `timeout` is in seconds."""
        given = {**(parameters or {}), **more}
        return self._drawable(asking.query(self.store, cypher, given, limit=limit, timeout=timeout))

    def network(
        self,
        tie: Tie = "attendance",
        *,
        since: str | None = None,
        until: str | None = None,
        place: str | None = None,
        minimum: int = 1,
        weighting: Literal["count", "newman"] = "count",
    ) -> networkx.Graph[str]:
        """People joined by the events they shared, or the organizations of their posts (see graph.projection)."""
        from graph import projection

        since, until = period_of(since, until)
        made = {"attendance": projection.co_attendance, "posts": projection.co_post}
        if tie not in made:
            raise InputError(f"There is no tie {tie!r}: {' or '.join(made)} is expected.")
        if weighting not in ("count", "newman"):
            raise InputError(f"There is no weighting {weighting!r}: count or newman is expected.")
        return made[tie](self.store, since=since, until=until, place=place, minimum=minimum, weighting=weighting)

    def rank(self, *, since: str | None = None, until: str | None = None, place: str | None = None) -> Result:
        """Protocol rank from rosters, jurisdiction by jurisdiction (see queries.analysis.protocol)."""
        from queries.analysis import reports

        since, until = period_of(since, until)
        return reports.rank(self.store, since=since, until=until, place=place)

    def out_of_order(
        self,
        *,
        since: str | None = None,
        until: str | None = None,
        place: str | None = None,
        evidence: bool = False,
    ) -> Result:
        """Pairs whose order in rosters contradicts their stated posts (see queries.analysis.ladder).

        `evidence` fetches the sentences of the rosters.
        """
        from queries.analysis import reports

        since, until = period_of(since, until)
        return reports.out_of_order(self.store, since=since, until=until, place=place, quotes=evidence)

    def presence(
        self, *, since: str, until: str | None = None, place: str | None = None, at_least: int = AT_LEAST
    ) -> Result:
        """Expected against seen from `since` on (see queries.analysis.presence)."""
        from queries.analysis import reports

        first, until = period_of(since, until)
        if first is None:
            raise InputError("presence needs since: a date such as 2020-09-28, 2020-09 or 2020. Without one, ask gaps.")
        return reports.presence(self.store, since=first, until=until, place=place, at_least=at_least)

    def gaps(
        self, *, until: str | None = None, place: str | None = None, at_least: int = AT_LEAST, chance: float = CHANCE
    ) -> Result:
        """Silences that chance does not explain, and returns from them, as known at the end of `until`.

        See queries.analysis.presence.
        """
        from queries.analysis import reports

        _, until = period_of(None, until)
        return reports.gaps(self.store, until=until, place=place, at_least=at_least, chance=chance)

    def standings(
        self, *, since: str | None = None, until: str | None = None, place: str | None = None, minimum: int = 1
    ) -> Result:
        """Centralities and communities of the co-attendance network (see queries.analysis.centrality)."""
        from queries.analysis import reports

        since, until = period_of(since, until)
        return reports.standings(self.store, since=since, until=until, place=place, minimum=minimum)

    def view(self, cypher: str | None = None, /, **options: Any) -> Any:
        """The graph drawn: the answer to Cypher, what lies `around` a name, or all of it (see queries.view)."""
        from queries import drawing

        return drawing.view(self.store, cypher, **options)

    def _drawable(self, result: Result) -> Result:
        from queries import drawing

        return replace(result, viewer=partial(drawing.draw, self.store))

    def close(self) -> None:
        """Close the store; the embedded server ends if nobody else uses it."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<Graph at {self.store.address}>"
