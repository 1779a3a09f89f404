"""`make neo4j`: what it needs is said, Ctrl-C stops it cleanly, and what was in it is in it again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from graph.driver import neo4j
from graph.errors import InputError
from graph.neo4j_server.__main__ import serve
from graph.settings import Settings

ROOT = Path(__file__).parents[2]
PASSWORD = '@ge"heim \\ #1密码'
"""What a file of arguments has signs for."""


@pytest.mark.parametrize("password", [None, "", "seven77"])
def test_a_password_that_is_missing_or_too_short_is_asked_for(tmp_path: Path, password: str | None) -> None:
    with pytest.raises(InputError, match="NEO4J_PASSWORD"):
        serve(tmp_path / "data", Settings(db=tmp_path, password=password), port=0)
    assert not (tmp_path / "data").exists()


@pytest.mark.slow
@pytest.mark.neo4j
@pytest.mark.usefixtures("neo4j_settings")  # skips where there is no Neo4j
def test_it_stops_when_asked_and_keeps_its_data(tmp_path: Path) -> None:
    with _running(tmp_path / "data") as (server, driver):
        driver.execute_query("CREATE (:Kept {word: $word})", word="云澜县")
        server.send_signal(signal.SIGINT)
        assert server.wait(60) == 0
    with _running(tmp_path / "data") as (_, driver):
        assert driver.execute_query("MATCH (k:Kept) RETURN k.word").records[0].values() == ["云澜县"]


@contextmanager
def _running(folder: Path) -> Iterator[tuple[subprocess.Popen[str], neo4j.Driver]]:
    """The command on any free port, and a driver to it; stopped at the end."""
    command = [sys.executable, "-m", "graph.neo4j_server", str(folder), "0"]
    environment = {**os.environ, "NEO4J_PASSWORD": PASSWORD, "PYTHONIOENCODING": "utf-8"}
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    ) as server:
        assert server.stderr is not None
        try:
            said = ""
            while "export NEO4J_URI=" not in said:
                line = server.stderr.readline()
                assert line, said
                said += line
            uri = said.partition("export NEO4J_URI=")[2].split()[0]
            with neo4j.GraphDatabase.driver(uri, auth=("neo4j", PASSWORD)) as driver:
                yield server, driver
        finally:
            server.terminate()
            server.wait(60)
