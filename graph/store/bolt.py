"""A graph behind Bolt: load, retract, read, count. The same code for the embedded server and for Neo4j."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from itertools import islice
from types import TracebackType
from typing import Any, Self, TypeVar

import neo4j
from neo4j.exceptions import ClientError, ConstraintError

from graph import schema
from graph.records import Record
from graph.store import checksum, statements, write
from graph.store.base import LoadReport, Located, Rejected
from graph.store.claims import Claims, unpack
from graph.store.dialect import Dialect
from graph.store.gather import gather
from graph.store.mistakes import translated
from graph.store.question import ask
from graph.table import Table

_Answer = TypeVar("_Answer")
_TRIES = 10
BATCH = 200
"""Articles in one transaction."""


class BoltStore:
    """A store behind a driver; `reader` is the driver that questions run on."""

    def __init__(
        self,
        *,
        address: str,
        dialect: Dialect,
        writer: neo4j.Driver,
        reader: neo4j.Driver,
        database: str | None,
        on_close: Callable[[], None] = lambda: None,
    ) -> None:
        self.address = address
        self._dialect, self._writer, self._reader = dialect, writer, reader
        self._database, self._on_close = database, on_close
        self._version: int | None = None

    def load(self, records: Iterable[Record | Located], *, batch: int = BATCH) -> LoadReport:
        """Load records, grouped by article; `batch` articles at most share a transaction. See `Store.load`."""
        self._prepare()
        rejected: list[Rejected] = []
        done: Counter[str] = Counter()
        with _rare_collections():
            for articles in _batches(gather(records, rejected.append), batch):
                done.update(self._transaction(partial(_load, articles=articles)))
        return LoadReport(done["loaded"], done["unchanged"], done["replaced"], tuple(rejected))

    def retract(self, articles: Iterable[str]) -> int:
        """Take articles out again by id. Returns how many were there."""
        self._prepare()
        number = 0
        wanted = iter(sorted(set(articles)))
        while ids := list(islice(wanted, BATCH)):
            number += self._transaction(partial(_retract, ids=ids))
        return number

    def articles(self) -> Mapping[str, str | None]:
        """Id → sha256 of the articles in the graph."""
        rows = self.read("MATCH (a:Article) RETURN a.id AS id, a.sha256 AS sha256").rows
        return dict(rows)

    def read(
        self,
        cypher: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        limit: int | None = None,
        timeout: float | None = None,
    ) -> Table:
        """Answer a read-only question, as a user who cannot write. `limit` rows at most, `timeout` in seconds."""
        with translated(self.address, cypher), self._session(self._reader, neo4j.READ_ACCESS) as session:
            return ask(session, self._dialect, cypher, parameters or {}, limit=limit, timeout=timeout)

    def counts(self) -> dict[str, int]:
        """Number of nodes by label and of relationships by type."""
        nodes = self.read("MATCH (n) UNWIND labels(n) AS name RETURN name, count(*) AS number ORDER BY name")
        relations = self.read("MATCH ()-[r]->() RETURN type(r) AS name, count(*) AS number ORDER BY name")
        return {name: number for name, number in (*nodes.rows, *relations.rows) if not name.startswith("_")}

    def checksum(self) -> str:
        """A digest of the whole graph, whatever the order of its nodes."""
        with translated(self.address), self._session(self._writer, neo4j.READ_ACCESS) as session:
            return session.execute_read(checksum.of)

    def close(self) -> None:
        """Close the connections; the embedded server ends if nobody else uses it."""
        self._writer.close()
        if self._reader is not self._writer:
            self._reader.close()
        self._on_close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _session(self, driver: neo4j.Driver, mode: str) -> neo4j.Session:
        return driver.session(database=self._database, default_access_mode=mode)

    def _prepare(self) -> None:
        """Constraints and indexes before the first write."""
        if self._version is not None:
            return
        with translated(self.address), self._session(self._writer, neo4j.WRITE_ACCESS) as session:

            def run(statement: str) -> None:
                session.execute_write(_run, statement)

            for statement in schema.statements():
                run(statement)
            for index, (label, prop) in schema.full_text().items():
                self._dialect.full_text(index, label, prop, run)
            session.execute_write(schema.write_version, schema.VERSION)
        self._version = schema.VERSION

    def check_version(self, *, refuse: bool = True) -> None:
        """Read the graph's version; `refuse` raises SchemaMismatch if another guanxi wrote it. A new graph has none."""
        with translated(self.address), self._session(self._writer, neo4j.READ_ACCESS) as session:
            self._version = session.execute_read(schema.read_version)
        if refuse:
            schema.check(self._version, self.address)

    def migrate(self) -> tuple[int, int] | None:
        """Bring the graph to this version's schema. Returns (from, to), None if there was nothing to do."""
        with translated(self.address), self._session(self._writer, neo4j.WRITE_ACCESS) as session:
            version = session.execute_read(schema.read_version)
            steps = schema.migrate(session, version, self.address)
        self._version = version if steps is None else steps[1]
        self._prepare()  # where there is no version yet: a graph that neo4j-admin imported
        return steps

    def _transaction(self, work: Callable[[neo4j.ManagedTransaction], _Answer]) -> _Answer:
        """Run a managed transaction, which the driver retries; again where two loaders made or took the same node."""
        with translated(self.address), self._session(self._writer, neo4j.WRITE_ACCESS) as session:
            for _ in range(_TRIES - 1):
                try:
                    return session.execute_write(work)
                except ConstraintError:
                    pass
                except ClientError as error:
                    if error.code != "Neo.ClientError.Statement.EntityNotFound":
                        raise
            return session.execute_write(work)


@contextmanager
def _rare_collections() -> Iterator[None]:
    """Claims have no cycles: looking for these as often as Python does took a tenth of a load."""
    usual = gc.get_threshold()
    gc.set_threshold(usual[0] * 100, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _batches(articles: Iterator[Claims], size: int) -> Iterator[list[Claims]]:
    """At most `size` articles, each once: a later version of an article comes in a later batch."""
    held: dict[str, Claims] = {}
    for claims in articles:
        if claims.article.id in held or len(held) >= size:
            yield list(held.values())
            held = {}
        held[claims.article.id] = claims
    if held:
        yield list(held.values())


def _run(tx: neo4j.ManagedTransaction, statement: str) -> None:
    tx.run(statement).consume()


def _present(tx: neo4j.ManagedTransaction, ids: list[str]) -> dict[str, tuple[str, bytes]]:
    """Of the articles `ids`, those that are there, locked, with digest and claims."""
    found = tx.run(statements.ARTICLES_LOCKED, {"ids": sorted(ids)})
    return {each["id"]: (each["digest"], each["claims"]) for each in found}


def _load(tx: neo4j.ManagedTransaction, articles: list[Claims]) -> dict[str, int]:
    there = _present(tx, [claims.article.id for claims in articles])
    come = [c for c in articles if c.article.id not in there or there[c.article.id][0] != c.digest]
    gone = [unpack(c.article.id, there[c.article.id][1]) for c in come if c.article.id in there]
    if come:
        write.apply(tx, come, gone)
    return {"loaded": len(come) - len(gone), "unchanged": len(articles) - len(come), "replaced": len(gone)}


def _retract(tx: neo4j.ManagedTransaction, ids: list[str]) -> int:
    there = _present(tx, ids)
    if there:
        write.apply(tx, [], [unpack(name, claims) for name, (_, claims) in sorted(there.items())])
    return len(there)
