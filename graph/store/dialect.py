"""Where the two stores differ. Everything else is the same code and the same Cypher.

| | Neo4j | embedded |
|---|---|---|
| full-text index | Cypher, analyser `cjk` | the engine's SQL, Lucene's CJKAnalyzer |
| who keeps questions from writing | READ access mode, after a look at EXPLAIN | a user that may only read |
| a question past its time | ended by the server | ended by TERMINATE TRANSACTIONS, as the loader's user |
| an answer past its rows | the rest is discarded | its connection is cut: discarding would compute the rest |
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any, Protocol

import neo4j

from graph.store import plan

Run = Callable[[str], None]
_GRACE = 2.0
"""Seconds that a terminated question has before its connection is cut."""


class Dialect(Protocol):
    """What a store does in its own way."""

    def full_text(self, index: str, label: str, prop: str, run: Run) -> None:
        """Create the full-text index `index` with two-character (CJK) tokens, unless it is there."""
        ...

    def check(self, tx: neo4j.Transaction, cypher: str, parameters: dict[str, Any]) -> None:
        """Raise ReadOnlyViolation if the server would let the question do more than read the graph."""
        ...

    def deadline(self, session: neo4j.Session, seconds: float | None) -> Any:
        """A context in which the session's question is cut off after `seconds`; its value says whether it was."""
        ...

    def abandon(self, session: neo4j.Session) -> None:
        """Leave the rest of an answer where it is."""
        ...


@dataclass(slots=True)
class Deadline:
    """Whether a question was cut off."""

    passed: bool = False


@dataclass(frozen=True, slots=True)
class Neo4j:
    """Neo4j 5 and later."""

    def full_text(self, index: str, label: str, prop: str, run: Run) -> None:
        """By Cypher; the analyser `cjk` is Lucene's."""
        run(
            f"CREATE FULLTEXT INDEX {index} IF NOT EXISTS FOR (n:{label}) ON EACH [n.{prop}] "
            "OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}}"
        )

    def check(self, tx: neo4j.Transaction, cypher: str, parameters: dict[str, Any]) -> None:
        """READ mode refuses writes, but not files, the system database or procedures: the plan shows these."""
        plan.check(tx, cypher, parameters)

    @contextmanager
    def deadline(self, session: neo4j.Session, seconds: float | None) -> Iterator[Deadline]:  # noqa: ARG002
        """The server keeps the time."""
        yield Deadline()

    def abandon(self, session: neo4j.Session) -> None:
        """The driver discards it."""


@dataclass(frozen=True, slots=True)
class Embedded:
    """ArcadeDB. `sql` runs its own SQL at its HTTP endpoint; `terminate` ends what runs for a local port."""

    sql: Callable[[str], None] = field(repr=False)
    terminate: Callable[[int], None] = field(repr=False)

    def full_text(self, index: str, label: str, prop: str, run: Run) -> None:  # noqa: ARG002
        """By SQL; without the analyser it would split into single characters joined by OR."""
        self.sql(f"CREATE PROPERTY {label}.{prop} IF NOT EXISTS STRING")
        self.sql(
            f"CREATE INDEX `{index}` IF NOT EXISTS ON {label} ({prop}) FULL_TEXT "
            'METADATA {"analyzer": "org.apache.lucene.analysis.cjk.CJKAnalyzer"}'
        )

    def check(self, tx: neo4j.Transaction, cypher: str, parameters: dict[str, Any]) -> None:
        """Questions run as the reader, whose writes the server refuses."""

    @contextmanager
    def deadline(self, session: neo4j.Session, seconds: float | None) -> Iterator[Deadline]:
        """The server ignores a transaction's timeout: the loader's user ends it from another thread."""
        deadline, done = Deadline(), threading.Event()

        def watch() -> None:
            if done.wait(seconds):
                return
            deadline.passed = True
            connection = session._connection
            if connection is not None:
                self.terminate(connection.local_port)
                if not done.wait(_GRACE):
                    _cut(connection)

        if seconds is not None:
            threading.Thread(target=watch, daemon=True).start()
        try:
            yield deadline
        finally:
            done.set()

    def abandon(self, session: neo4j.Session) -> None:
        """Close the connection: discarding would compute every remaining row."""
        connection = session._connection
        if connection is not None:
            connection.kill()  # type: ignore[no-untyped-call]


def _cut(connection: Any) -> None:
    """Shut the socket, which wakes the driver; it has no public way to end a question from another thread."""
    with suppress(OSError):
        connection.socket._socket.shutdown(socket.SHUT_RDWR)
