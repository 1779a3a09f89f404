"""The embedded server: joined, shared, gone when its last user goes, and never seen from outside."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graph.errors import StoreError, StoreLocked, StoreUnavailable
from graph.records import Article
from graph.settings import Settings
from graph.store import open_store
from graph.store.embedded import open_server

USER = """
import sys, time
from pathlib import Path
from graph.records import Article
from graph.settings import Settings
from graph.store import open_store
with open_store(Settings(db=Path(sys.argv[1]), heap="512m")) as store:
    store.load([Article(id=sys.argv[2])])
    print("open", flush=True)
    sys.stdin.readline()
print("closed", flush=True)
"""


def _user(db: Path, name: str) -> subprocess.Popen[str]:
    """Another process that has the graph open until it reads a line."""
    user = subprocess.Popen(
        [sys.executable, "-c", USER, str(db), name],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=db.parent,
    )
    assert user.stdout is not None
    assert user.stdout.readline() == "open\n"
    return user


def _servers(db: Path) -> list[int]:
    """Pids of the Java and guardian processes that work for `db`."""
    found = []
    for each in Path("/proc").glob("[0-9]*"):
        try:
            command = (each / "cmdline").read_bytes()
            if (b"ArcadeDBServer" in command) and (each / "cwd").readlink() == db:
                found.append(int(each.name))
        except OSError:
            continue
    return found


def _gone(db: Path, *, seconds: float = 30, stale: bool = False) -> bool:
    """Whether the server ends, and its join file goes (unless that may be `stale`)."""
    deadline = time.monotonic() + seconds
    while _servers(db) or ((db / "server.json").exists() and not stale):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """A directory for a graph, with a name that needs care."""
    folder = tmp_path / "图 谱's"
    folder.mkdir()
    return folder / "guanxi.db"


linux = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")


@linux
def test_nothing_is_seen_from_outside_and_nothing_stays(
    db: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    with open_store(Settings(db=db, heap="512m")) as store:
        store.load([Article(id="a#1")])
        about = json.loads((db / "server.json").read_text(encoding="utf-8"))
        assert stat.S_IMODE((db / "server.json").stat().st_mode) == 0o600
        assert stat.S_IMODE(db.stat().st_mode) == 0o700
        secrets = [about["root"], about["reader"], about["token"]]
        for each in Path("/proc").glob("[0-9]*/cmdline"):
            try:
                command = each.read_text(encoding="utf-8", errors="replace")
            except OSError:
                continue
            assert not [secret for secret in secrets if secret in command]
        for file in db.rglob("*"):
            if file.is_file() and file.name not in ("server.json",):
                assert not [secret for secret in secrets if secret.encode() in file.read_bytes()], file
        assert len(_servers(db)) == 1
        began = time.monotonic()
    assert time.monotonic() - began < 15  # well under one second on a quiet machine
    assert _servers(db) == []
    assert not (db / "server.json").exists()
    assert list(here.iterdir()) == []


@linux
def test_a_second_process_joins_and_the_server_lives_as_long_as_either(db: Path) -> None:
    first, second = _user(db, "a#1"), _user(db, "b#1")
    assert len(_servers(db)) == 1
    first.communicate("\n", timeout=60)
    with open_store(Settings(db=db)) as store:
        assert set(store.articles()) == {"a#1", "b#1"}
    assert len(_servers(db)) == 1
    second.communicate("\n", timeout=60)
    assert _gone(db)


@linux
@pytest.mark.parametrize("who", ["user", "guardian", "server"])
def test_a_kill_leaves_no_process_and_loses_nothing(db: Path, who: str) -> None:
    user = _user(db, "a#1")
    about = json.loads((db / "server.json").read_text(encoding="utf-8"))
    os.kill({"user": user.pid, "guardian": about["pid"], "server": about["server"]}[who], signal.SIGKILL)
    if who == "user":
        assert _gone(db)
    user.kill()
    user.communicate()
    assert _gone(db, stale=who == "guardian")
    with open_store(Settings(db=db, heap="512m")) as store:
        assert set(store.articles()) == {"a#1"}


@linux
def test_a_joined_process_outlives_the_killed_one_that_started(db: Path) -> None:
    first, second = _user(db, "a#1"), _user(db, "b#1")
    first.kill()
    first.communicate()
    time.sleep(1)
    with open_store(Settings(db=db)) as store:
        assert set(store.articles()) == {"a#1", "b#1"}
    second.kill()
    second.communicate()
    assert _gone(db)


def test_a_directory_held_by_another_program_is_refused(db: Path) -> None:
    """A server that no join file tells of: the engine's own lock refuses the second opener."""
    with open_store(Settings(db=db, heap="256m")):  # which has opened the database, and so locked it
        other = db.parent / "other"
        other.mkdir()
        (other / "databases").symlink_to(db / "databases")
        with pytest.raises(StoreLocked, match="held by another process"):
            open_server(other, heap="256m").release()


@pytest.mark.parametrize(("heap", "said"), [("much", "GUANXI_HEAP"), ("900000g", "ended at its start")])
def test_a_wrong_heap_is_one_message(db: Path, heap: str, said: str) -> None:
    with pytest.raises(StoreError, match=said):
        open_store(Settings(db=db, heap=heap))


def test_a_server_that_ended_before_it_was_asked_says_why(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A busy machine looks at the join file only when the server has failed and its guardian has tidied up."""
    from graph.store import embedded

    monkeypatch.setattr(embedded, "_joined", lambda _folder: None)
    with pytest.raises(StoreError, match="ended at its start"):
        open_store(Settings(db=db, heap="900000g"))


def test_a_place_that_cannot_hold_a_graph_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(StoreUnavailable, match="--db"):
        open_store(Settings(db=tmp_path / "file"))
    with pytest.raises(StoreUnavailable, match="holds other files"):
        open_store(Settings(db=tmp_path))


@pytest.mark.parametrize("cache", ["none", "broken"])
def test_the_cache_never_breaks_a_start(db: Path, tmp_path: Path, cache: str) -> None:
    from graph.store import launch

    folder = tmp_path / "cache"
    if cache == "none":
        folder.write_text("a file where the folder should be", encoding="utf-8")
    else:
        folder.mkdir()
        made = launch.cache_file(folder)
        assert made is not None
        made.write_bytes(b"no cache at all")
    with open_store(Settings(db=db, heap="512m", cache=folder)) as store:
        assert store.counts() == {}
