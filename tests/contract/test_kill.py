"""SIGKILL in mid-load, of the loader and of the server: nothing acknowledged is lost, nothing half is there."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from graph.errors import StoreError
from graph.records import Record
from graph.settings import Settings
from graph.store import open_store
from tests.conftest import wipe
from tests.contract import neo4j_server
from tests.graph.samples import article

if TYPE_CHECKING:
    from graph.store.bolt import BoltStore

NUMBER = 45
LOADER = """
import sys
from pathlib import Path
from graph.settings import Settings
from graph.store import open_store
from tests.contract.test_kill import NUMBER, records
db, uri, password = sys.argv[1:]
with open_store(Settings(db=Path(db), uri=uri or None, password=password, heap="512m")) as store:
    for number in range(0, NUMBER, 3):
        store.load([record for n in range(number, number + 3) for record in records(n)])
        print(number + 3, flush=True)
"""


def records(number: int) -> list[Record]:
    """The records of article `number`; all name one person and one event."""
    return article(f"{number:03}#1", rank=number % 4 + 1)


def _loader(settings: Settings) -> subprocess.Popen[str]:
    arguments = [str(settings.db), settings.uri or "", settings.password or ""]
    return subprocess.Popen(
        [sys.executable, "-c", LOADER, *arguments], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )


def _acknowledged(loader: subprocess.Popen[str], *, kill_at: int, victim: int) -> int:
    """Kill `victim` a moment after the loader acknowledged `kill_at` articles; the number acknowledged at the end."""
    assert loader.stdout is not None
    last = 0
    with loader.stdout:
        for line in loader.stdout:
            last = int(line)
            if last == kill_at:
                threading.Timer(random.random() / 10, os.kill, (victim, signal.SIGKILL)).start()
    loader.wait(60)
    return last


def _whole(store: BoltStore, scratch: BoltStore, acknowledged: int) -> None:
    """The graph is that of whole articles, the acknowledged among them; loading on makes that of a clean run."""
    there = sorted(store.articles())
    assert len(there) >= acknowledged
    assert there == [f"{number:03}#1" for number in range(len(there))]
    assert store.checksum() == _clean(scratch, len(there))
    store.load(chain.from_iterable(map(records, range(NUMBER))))
    assert store.checksum() == _clean(scratch, NUMBER)


def _clean(scratch: BoltStore, number: int) -> str:
    wipe(scratch)
    scratch.load(chain.from_iterable(map(records, range(number))))
    return scratch.checksum()


@pytest.mark.slow
@pytest.mark.parametrize("who", ["loader", "server"])
def test_embedded(embedded: BoltStore, tmp_path: Path, who: str) -> None:
    settings = Settings(db=tmp_path / "graph.db", heap="512m")
    loader = _loader(settings)
    join = settings.db / "server.json"
    while not join.exists():
        assert loader.poll() is None
        time.sleep(0.05)
    victim = loader.pid if who == "loader" else json.loads(join.read_text(encoding="utf-8"))["server"]
    acknowledged = _acknowledged(loader, kill_at=15, victim=victim)
    assert 15 <= acknowledged < NUMBER
    with open_store(settings) as store:
        _whole(cast("BoltStore", store), embedded, acknowledged)


@contextmanager
def _own_neo4j(home: Path) -> Iterator[tuple[Settings, int]]:
    with neo4j_server.started(home) as (port, server):
        yield Settings(db=home, uri=f"bolt://127.0.0.1:{port}", password=neo4j_server.PASSWORD), server.pid


@pytest.mark.slow
@pytest.mark.neo4j
def test_neo4j(neo4j: BoltStore, tmp_path: Path) -> None:
    with _own_neo4j(tmp_path) as (settings, pid):
        with open_store(settings) as store:
            store.load([])
        loader = _loader(settings)
        acknowledged = _acknowledged(loader, kill_at=9, victim=loader.pid)
        assert 9 <= acknowledged < NUMBER
        with open_store(settings) as opened:
            store_now = cast("BoltStore", opened)
            _whole(store_now, neo4j, acknowledged)
            wipe(store_now)
        loader = _loader(settings)
        acknowledged = _acknowledged(loader, kill_at=12, victim=pid)
        assert 12 <= acknowledged < NUMBER
    with _own_neo4j(tmp_path) as (settings, _), open_store(settings) as opened:
        _whole(cast("BoltStore", opened), neo4j, acknowledged)


def test_a_lost_server_is_one_message(tmp_path: Path) -> None:
    settings = Settings(db=tmp_path / "graph.db", heap="512m")
    store = open_store(settings)
    try:
        about = json.loads((settings.db / "server.json").read_text(encoding="utf-8"))
        os.kill(about["server"], signal.SIGKILL)
        with pytest.raises(StoreError, match="guanxi doctor"):
            store.load(records(1))
    finally:
        store.close()


@pytest.mark.slow
def test_two_loaders_at_once_make_the_graph_of_one(
    store: BoltStore, embedded: BoltStore, request: pytest.FixtureRequest
) -> None:
    """Both load all articles, in opposite orders, batch against batch."""
    expected = _clean(embedded, NUMBER)
    wipe(store)
    there = Settings(db=Path(store.address))
    settings = there if store is embedded else request.getfixturevalue("neo4j_settings")
    failed: list[BaseException] = []

    def load(order: range) -> None:
        try:
            with open_store(settings) as own:
                own.load(chain.from_iterable(map(records, order)), batch=4)
        except BaseException as error:
            failed.append(error)

    loaders = [threading.Thread(target=load, args=(order,)) for order in (range(NUMBER), range(NUMBER - 1, -1, -1))]
    for each in loaders:
        each.start()
    for each in loaders:
        each.join()
    assert failed == []
    assert store.checksum() == expected
