"""The store as its users see it: a small interface that the embedded graph and Neo4j share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, NamedTuple, Protocol, Self

from graph.records import Record
from graph.table import Table


class Located(NamedTuple):
    """A record with the line that it stood on: `where` is "file:line"."""

    record: Record
    where: str
    line: str


@dataclass(frozen=True, slots=True)
class Rejected:
    """A record that did not load: where it stood, which field, what was expected."""

    where: str
    field: str | None
    reason: str
    line: str


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a load did: articles written, unchanged and replaced; records refused."""

    loaded: int = 0
    unchanged: int = 0
    replaced: int = 0
    rejected: tuple[Rejected, ...] = field(default=())


class Store(Protocol):
    """A graph that can be loaded, asked and corrected. Errors are those of `graph.errors`, never the driver's."""

    address: str
    """Where it is, for messages: a directory or a URL without credentials."""

    def load(self, records: Iterable[Record | Located], *, batch: int = ...) -> LoadReport:
        """Load records, grouped by article; an article is all there or not at all. Loading again changes nothing.

        At most `batch` articles share a transaction. `Located` records (graph.jsonl) make refusals name file and line.
        """
        ...

    def retract(self, articles: Iterable[str]) -> int:
        """Take articles out again by id, with everything that only they say. Returns how many were there."""
        ...

    def articles(self) -> Mapping[str, str | None]:
        """Id → sha256 of the articles in the graph."""
        ...

    def read(
        self,
        cypher: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        limit: int | None = None,
        timeout: float | None = None,
    ) -> Table:
        """Answer a read-only question. `limit` rows at most, `timeout` in seconds."""
        ...

    def checksum(self) -> str:
        """A digest of the whole graph, whatever the order of its nodes: two graphs that say the same have the same."""
        ...

    def counts(self) -> dict[str, int]:
        """Number of nodes by label and of relationships by type."""
        ...

    def close(self) -> None: ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
