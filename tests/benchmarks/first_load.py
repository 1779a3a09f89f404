"""The first big load of a Neo4j: files for neo4j-admin, its import, start and indexes, beside a load over Bolt.

Both from the same file of records, by the commands that a user runs, into a new server.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from itertools import chain
from pathlib import Path

from graph import jsonl
from tests.benchmarks.generated import articles
from tests.contract import neo4j_server

GUANXI = Path(sys.executable).parent / "guanxi"


def run(*command: str | Path, password: str | None = None) -> tuple[float, float]:
    """Run a command. Returns its seconds and its peak memory in MB. Raises OSError if it fails."""
    env = {**os.environ, **({"NEO4J_PASSWORD": password} if password else {})}
    began = time.perf_counter()
    quiet = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
    child = os.posix_spawn(str(command[0]), [str(each) for each in command], env, file_actions=quiet)
    _, status, used = os.wait4(child, 0)
    if status:
        raise OSError(f"{command} ended with {os.waitstatus_to_exitcode(status)}")
    return time.perf_counter() - began, used.ru_maxrss / 1024


def measure(number: int) -> None:
    """Print the table for `number` articles."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        records = folder / "records.jsonl"
        with records.open("wb") as stream:
            lines = jsonl.write(chain.from_iterable(articles(number)), stream)
        print(f"first load of a Neo4j: {number:,} articles, {lines:,} records, {records.stat().st_size / 1e6:.0f} MB")
        offline = _offline(folder, records)
        bolt = _bolt(folder, records)
        print(f"  over Bolt {bolt:.1f} s, by neo4j-admin {offline:.1f} s: {bolt / offline:.1f} × faster", flush=True)


def _offline(folder: Path, records: Path) -> float:
    files, home = folder / "files", folder / "imported"
    exported, peak = run(GUANXI, "export", "neo4j-admin", files, records)
    neo4j_server.admin(home, "dbms", "set-initial-password", neo4j_server.PASSWORD)
    began = time.perf_counter()
    neo4j_server.admin(home, "database", "import", "full", "neo4j", f"@{files / 'import.args'}")
    imported = time.perf_counter()
    with neo4j_server.started(home) as (port, _):
        up = time.perf_counter()
        indexed, _ = run(GUANXI, "migrate", "--db", f"bolt://127.0.0.1:{port}", password=neo4j_server.PASSWORD)
    print(
        f"  neo4j-admin: files {exported:.1f} s ({peak:.0f} MB), import {imported - began:.1f} s, "
        f"start {up - imported:.1f} s, constraints and indexes {indexed:.1f} s"
    )
    return exported + (up - began) + indexed


def _bolt(folder: Path, records: Path) -> float:
    home = folder / "loaded"
    neo4j_server.admin(home, "dbms", "set-initial-password", neo4j_server.PASSWORD)
    began = time.perf_counter()
    with neo4j_server.started(home) as (port, _):
        up = time.perf_counter() - began
        address = f"bolt://127.0.0.1:{port}"
        loaded, peak = run(GUANXI, "load", records, "--quiet", "--db", address, password=neo4j_server.PASSWORD)
    print(f"  Bolt: start {up:.1f} s, guanxi load {loaded:.1f} s ({peak:.0f} MB)")
    return up + loaded
