"""Loading over Bolt beside a bare driver that sends the same rows; its growth; one article; the first load; the shell.

python -m tests.benchmarks.bench_load [--relations 10000] [--stores embedded,neo4j] [--parts load,first,shell]

`load`: every batch is loaded into one graph and, up to `COMPARED` relations, its statements are sent again to another
graph of the same kind, with the same constraints and indexes, by the bare driver: neighbours on the machine disturb
both. Then one article into the full graph and into the wiped one, in turns. `first` and `shell`: see those modules.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import Any, cast

from graph.records import Record, Relation
from graph.settings import Settings
from graph.store import open_store, write
from graph.store.bolt import BATCH, BoltStore
from tests.benchmarks import first_load, shell
from tests.benchmarks.generated import PER_ARTICLE, articles
from tests.conftest import wipe
from tests.contract import neo4j_server

COMPARED = 30_000
"""Relations up to which the bare driver goes along."""

Sent = list[tuple[str, dict[str, Any]]]


class _Recorder:
    """A transaction that notes what is sent through it."""

    def __init__(self, tx: Any, sent: Sent) -> None:
        self.tx, self.sent = tx, sent

    def run(self, query: str, parameters: dict[str, Any] | None = None) -> Any:
        """Note it, send it."""
        self.sent.append((query, parameters or {}))
        return self.tx.run(query, parameters)


@dataclass(slots=True)
class Spent:
    """Seconds on the clock, and of this process's own work."""

    wall: float = 0.0
    work: float = 0.0

    def on(self, task: Callable[[], Any]) -> float:
        """Do it, add what it took, return its seconds on the clock."""
        began, worked = time.perf_counter(), time.process_time()
        task()
        took = time.perf_counter() - began
        self.wall, self.work = self.wall + took, self.work + time.process_time() - worked
        return took


def main() -> None:
    """Print the tables."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--relations", type=int, default=10_000)
    options.add_argument("--stores", default="embedded,neo4j")
    options.add_argument("--parts", default="load,first,shell")
    chosen = options.parse_args()
    stores, parts = chosen.stores.split(","), chosen.parts.split(",")
    number = int(chosen.relations / PER_ARTICLE) + 1
    for name in stores if "load" in parts else []:
        with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
            opened = (stack.enter_context(_store(name, Path(folder) / each)) for each in ("full", "other"))
            (full, server), (other, _) = opened
            for line in _load(name, full, other, number):
                print(line, flush=True)
            print(f"  {_memory(server)}", flush=True)
    if "first" in parts and "neo4j" in stores:
        first_load.measure(number)
    if "shell" in parts and "embedded" in stores:
        shell.measure(min(number, 1_000))


@contextmanager
def _store(name: str, folder: Path) -> Iterator[tuple[BoltStore, int]]:
    """A store on a new server of that name, warm and empty, and the server's process id."""
    folder.mkdir()
    with ExitStack() as stack:
        settings = Settings(db=folder / "graph.db")
        if name == "neo4j":
            port, server = stack.enter_context(neo4j_server.started(folder))
            settings = Settings(db=folder, uri=f"bolt://127.0.0.1:{port}", password=neo4j_server.PASSWORD)
        store = cast("BoltStore", stack.enter_context(open_store(settings)))
        store.load(chain.from_iterable(articles(300, first=10**6, seed=9)))
        for one in articles(50, first=10**6 + 1000, seed=9):
            store.load(one)
        wipe(store)
        join = folder / "graph.db" / "server.json"
        yield store, server.pid if name == "neo4j" else json.loads(join.read_text(encoding="utf-8"))["server"]


def _load(name: str, full: BoltStore, other: BoltStore, number: int) -> Iterator[str]:
    ours, bare, compared = Spent(), Spent(), Spent()
    relations, shared, told = 0, 0, 10_000
    found = articles(number)
    while some := list(islice(found, BATCH)):
        records = list(chain.from_iterable(some))
        transactions: list[Sent] = []
        took = ours.on(partial(_recorded, full, records, transactions))
        relations += sum(isinstance(record, Relation) for record in records)
        if shared < COMPARED:
            bare.on(partial(_replay, other, transactions))
            compared, shared = replace(ours), relations
        if relations >= told or len(some) < BATCH:
            told *= 10
            yield (
                f"{name}: {relations:9,} relations in {ours.wall:7.1f} s, {relations / ours.wall:6.0f} a second; "
                f"the last {len(some)} articles {took:.2f} s"
            )
    yield (
        f"  the first {shared:,}: {compared.wall:.2f} s, a bare driver with the same rows {bare.wall:.2f} s: "
        f"{compared.wall / bare.wall:.2f} ×; of these, work of this process {compared.work:.2f} and {bare.work:.2f} s"
    )
    wipe(other)
    into, empty = _one_by_one(full, other)
    yield (
        f"  one article: into this graph {into * 1000:.1f} ms, into an empty one {empty * 1000:.1f} ms: "
        f"{into / empty:.2f} ×"
    )


def _recorded(store: BoltStore, records: list[Record], transactions: list[Sent]) -> None:
    """Load, and note what is sent."""
    apply = write.apply

    def noted(tx: Any, come: Any, gone: Any) -> None:
        sent: Sent = []
        apply(_Recorder(tx, sent), come, gone)
        transactions.append(sent)

    write.apply = noted
    try:
        store.load(records)
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
    """Median seconds to add one article to each, in turns."""
    took: tuple[list[float], list[float]] = ([], [])
    for one in articles(times, seed=5, first=2 * 10**6):
        for store, seconds in ((full, took[0]), (empty, took[1])):
            seconds.append(Spent().on(partial(store.load, one)))
    return statistics.median(took[0]), statistics.median(took[1])


def _memory(server: int) -> str:
    """Peak memory of this process and of the server."""
    unit = 1 if sys.platform == "darwin" else 1024
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 2**20
    status = Path(f"/proc/{server}/status")
    lines = status.read_text(encoding="utf-8").splitlines() if status.exists() else []
    peak = next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), None)
    return f"peak memory: this process {own:.0f} MB, the server {f'{peak:.0f} MB' if peak else 'not known here'}"


if __name__ == "__main__":
    main()
