"""A full disk is one message; nothing half is there, and with space again it goes on.

The embedded server needs nothing for that; Neo4j stops its database and wants a new start.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from graph.errors import StoreError, StoreUnavailable
from graph.records import Record
from graph.settings import Settings
from graph.store import open_store
from tests.benchmarks.generated import articles
from tests.conftest import missing
from tests.contract import neo4j_server

if TYPE_CHECKING:
    from graph.store.bolt import BoltStore


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 200 MB, in memory."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("a full disk is not tested: only root may mount a small one")
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=200m", "tmpfs", folder], capture_output=True)
    if mounted.returncode:
        pytest.skip(f"a full disk is not tested: {mounted.stderr.decode().strip()}")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


def _fill(path: Path) -> None:
    with path.open("wb", buffering=0) as filler, suppress(OSError):
        while True:
            filler.write(b"x" * 2**16)
    assert shutil.disk_usage(path.parent).free < 2**16


def _some(first: int) -> Iterator[Record]:
    return chain.from_iterable(articles(50, first=first))


@pytest.mark.slow
def test_embedded(small_disk: Path) -> None:
    with open_store(Settings(db=small_disk / "graph.db", heap="512m")) as opened:
        store = cast("BoltStore", opened)
        store.load(_some(0))
        before = store.checksum()
        _fill(small_disk / "filler")
        with pytest.raises(StoreError, match="the disk is full") as error:
            store.load(_some(50))
        assert "\n" not in str(error.value)
        (small_disk / "filler").unlink()
        assert store.checksum() == before
        store.load(_some(10_000))
        loaded = sorted(store.articles())
    with open_store(Settings(db=small_disk / "graph.db", heap="512m")) as opened:
        assert sorted(opened.articles()) == loaded
    assert len(loaded) % 50 == 0


@pytest.mark.slow
@pytest.mark.neo4j
def test_neo4j(small_disk: Path) -> None:
    home = small_disk / "neo4j"
    home.mkdir()
    try:
        neo4j_server.jars()
    except (neo4j_server.NoNeo4j, FileNotFoundError) as why:
        missing("neo4j", f"no Neo4j: {why}")
    with _started(home) as settings, open_store(settings) as opened:
        store = cast("BoltStore", opened)
        store.load(_some(0))
        before = store.checksum()
        _fill(small_disk / "filler")
        with pytest.raises(StoreError, match=r"disk is probably full.*restart") as error:
            store.load(_some(50))
        assert "\n" not in str(error.value)
        (small_disk / "filler").unlink()
        with pytest.raises(StoreUnavailable, match="restart it"):
            store.articles()
    with _started(home) as settings, open_store(settings) as opened:
        store = cast("BoltStore", opened)
        assert store.checksum() == before
        assert store.load(_some(50)).loaded == 50


@contextmanager
def _started(home: Path) -> Iterator[Settings]:
    with neo4j_server.started(home, "db.tx_log.preallocate=false") as (port, _):
        yield Settings(db=home, uri=f"bolt://127.0.0.1:{port}", password=neo4j_server.PASSWORD)
