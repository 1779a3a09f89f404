"""A build that is killed or interrupted keeps what is loaded, and goes on from there."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest

from graph.settings import Settings
from graph.store import open_store

if TYPE_CHECKING:
    pass
from tests.loaders.meetings import news

SMALL = "import loaders.build; loaders.build.BATCH = 2; import guanxi; guanxi.main()"
"""guanxi, with batches so small that a killed run leaves something done."""


def start(folder: Path, db: Path) -> subprocess.Popen[bytes]:
    command = [
        sys.executable,
        "-c",
        SMALL,
        "build",
        "-q",
        "--jobs",
        "1",
        "--db",
        str(db),
        "--place",
        "柳河县",
        str(folder),
    ]
    environment = {**os.environ, "GUANXI_HEAP": "512m"}
    return subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, env=environment)


def finish(process: subprocess.Popen[bytes]) -> None:
    _, complaints = process.communicate(timeout=300)
    assert process.returncode == 0, complaints.decode("utf-8")


def killed(process: subprocess.Popen[bytes], *, after: float) -> bool:
    """Whether the process was still running after so many seconds, when it is killed."""
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    return process.returncode == -signal.SIGKILL


def checksum(db: Path) -> tuple[str, int]:
    with open_store(Settings(db=db, heap="512m")) as store:
        return store.checksum(), len(store.articles())


@pytest.mark.slow
def test_killed_at_any_moment_and_run_again_it_gives_the_graph_of_one_clean_run(folder: Path, tmp_path: Path) -> None:
    for number in range(4, 10):
        (folder / f"n{number}.txt").write_text(news(number), encoding="utf-8")
    began = time.monotonic()
    finish(start(folder, tmp_path / "clean.db"))
    takes = time.monotonic() - began
    db = tmp_path / "killed.db"
    kills = 0
    for attempt in range(8):
        if killed(start(folder, db), after=takes * Random().uniform(0.3, 1.0)):
            kills += 1
        elif kills == 0:  # the machine is quicker now than it was: again, with less patience
            takes /= 2
            db = tmp_path / f"killed{attempt}.db"
        else:
            break
        if kills == 3:
            break
    assert kills
    finish(start(folder, db))
    assert checksum(db) == checksum(tmp_path / "clean.db")
    assert checksum(tmp_path / "clean.db")[1] == 9


INTERRUPTED = """
import guanxi, loaders.build
from loaders.extraction import parallel
loaders.build.BATCH = parallel.CHUNK = 2
load = loaders.build._load
def told(*arguments):
    load(*arguments)
    print("loaded", flush=True)
loaders.build._load = told
guanxi.main()
"""
"""guanxi in small batches over several processes, telling when one is loaded."""


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="Windows has no process groups")
def test_interrupted_it_says_so_and_keeps_what_is_loaded(folder: Path, tmp_path: Path) -> None:
    """Ctrl-C goes to every process of the terminal: none of them may answer with a traceback."""
    for number in range(4, 40):
        (folder / f"n{number}.txt").write_text(news(number), encoding="utf-8")
    command = [sys.executable, "-c", INTERRUPTED, "build", "--jobs", "2", "--db", str(tmp_path / "a.db"), str(folder)]
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "GUANXI_HEAP": "512m"},
        start_new_session=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"loaded\n"
    os.killpg(process.pid, signal.SIGINT)
    _, complaints = process.communicate(timeout=60)
    assert process.returncode == 130
    assert complaints.decode("utf-8").splitlines() == [
        "guanxi: interrupted; what is loaded stays, and the same command goes on from there"
    ]
    assert 2 <= checksum(tmp_path / "a.db")[1] < 39
