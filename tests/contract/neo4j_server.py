"""A real Neo4j for the tests, without docker, as `make neo4j` starts it.

`NEO4J_URI` is used instead where GUANXI_TEST_NEO4J_WIPE=1 says that everything in it may be deleted.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.neo4j_server import server
from graph.neo4j_server.server import NoNeo4j, admin, jars
from graph.settings import Settings

__all__ = ["PASSWORD", "NoNeo4j", "admin", "jars", "running", "started"]

PASSWORD = "guanxi-tests"


@contextmanager
def running(folder: Path) -> Iterator[Settings]:
    """Settings of a Neo4j that may be wiped: the one of the environment, or one started with its data in `folder`."""
    if os.environ.get("NEO4J_URI"):
        if os.environ.get("GUANXI_TEST_NEO4J_WIPE") != "1":
            raise NoNeo4j("NEO4J_URI is set; set GUANXI_TEST_NEO4J_WIPE=1 too if its whole graph may be deleted")
        yield Settings.from_env()
        return
    with started(folder) as (port, _):
        yield Settings(db=folder, uri=f"bolt://127.0.0.1:{port}", password=PASSWORD)


@contextmanager
def started(home: Path, *settings: str) -> Iterator[tuple[int, subprocess.Popen[str]]]:
    """A Neo4j of a test's own; killed at the end: its data is a test's, a clean stop would cost seconds."""
    with server.started(home, *settings, password=PASSWORD, clean=False) as running:
        yield running
