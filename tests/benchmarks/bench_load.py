"""Loading over Bolt beside a bare driver with the same rows; one article into a full graph beside an empty one.

python -m tests.benchmarks.bench_load --relations 10000 --stores embedded,neo4j
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, cast

from graph.records import Relation
from graph.settings import Settings
from graph.store import open_store, write
from graph.store.bolt import BoltStore
from tests.benchmarks.generated import articles
from tests.conftest import wipe
from tests.contract import neo4j_server

Sent = list[tuple[str, dict[str, Any]]]


class _Recorder:
    """A transaction that notes what is sent through it."""

    def __init__(self, tx: Any, sent: Sent) -> None:
        self.tx, self.sent = tx, sent

    def run(self, query: str, parameters: dict[str, Any] | None = None) -> Any:
        """Note it, send it."""
        self.sent.append((query, parameters or {}))
        return self.tx.run(query, parameters)


def main() -> None:
    """Print the tables."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--relations", type=int, default=10_000)
    options.add_argument("--stores", default="embedded,neo4j")
    chosen = options.parse_args()
    for name in chosen.stores.split(","):
        with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
            store, other = (stack.enter_context(_store(name, Path(folder) / each)) for each in ("full", "empty"))
            for line in _measure(name, store, other, chosen.relations):
                print(line, flush=True)


@contextmanager
def _store(name: str, folder: Path) -> Iterator[BoltStore]:
    """A new server of that name, warm and empty."""
    folder.mkdir()
    with ExitStack() as stack:
        settings = Settings(db=folder / "graph.db")
        if name == "neo4j":
            port, _ = stack.enter_context(neo4j_server.started(folder))
            settings = Settings(db=folder, uri=f"bolt://127.0.0.1:{port}", password=neo4j_server.PASSWORD)
        store = cast("BoltStore", stack.enter_context(open_store(settings)))
        store.load(chain.from_iterable(articles(300, first=10**6, seed=9)))
        for one in articles(50, first=10**6 + 1000, seed=9):
            store.load(one)
        wipe(store)
        yield store


def _measure(name: str, store: BoltStore, other: BoltStore, relations: int) -> Iterator[str]:
    found = list(articles(relations // 11))
    number = sum(isinstance(record, Relation) for record in chain.from_iterable(found))
    transactions: list[Sent] = []
    _recorded(store, found, transactions)
    full, empty = _one_by_one(store, other)
    ours, bare = float("inf"), float("inf")
    for _ in range(3):
        wipe(store)
        ours = min(ours, _timed(lambda: store.load(chain.from_iterable(found))))
        wipe(store)
        bare = min(bare, _timed(lambda: _replay(store, transactions)))
    yield f"{name}: {len(found)} articles, {number} relations"
    yield f"  load {ours:8.2f} s  {number / ours:8.0f} relations/s  {ours / bare:5.2f} × a bare driver, same rows"
    yield f"  one article: empty graph {empty * 1000:6.1f} ms, this graph {full * 1000:6.1f} ms, {full / empty:5.2f} ×"


def _timed(work: Any) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _recorded(store: BoltStore, found: list[Any], transactions: list[Sent]) -> None:
    apply = write.apply

    def noted(tx: Any, come: Any, gone: Any) -> None:
        sent: Sent = []
        apply(_Recorder(tx, sent), come, gone)
        transactions.append(sent)

    write.apply = noted
    try:
        store.load(chain.from_iterable(found))
    finally:
        write.apply = apply


def _replay(store: BoltStore, transactions: list[Sent]) -> None:
    with store._session(store._writer, "WRITE") as session:
        for sent in transactions:
            session.execute_write(_send, sent)


def _send(tx: Any, sent: Sent) -> None:
    for query, parameters in sent:
        list(tx.run(query, parameters))


def _one_by_one(full: BoltStore, empty: BoltStore, *, times: int = 60) -> tuple[float, float]:
    """Median seconds to add one article to each, in turns: a neighbour on the machine disturbs both."""
    took: tuple[list[float], list[float]] = ([], [])
    for one in articles(times, seed=5, first=2 * 10**6):
        for store, seconds in ((full, took[0]), (empty, took[1])):
            seconds.append(_timed(partial(store.load, one)))
    return statistics.median(took[0]), statistics.median(took[1])


if __name__ == "__main__":
    main()
