"""Build on the embedded graph: what is new is done, what is not is left, what is killed goes on, every word is true."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest

from graph.ontology import ontology
from graph.settings import Settings
from graph.store import open_store
from loaders.articles import Metadata
from loaders.build import Report, build
from loaders.commands import _closing
from loaders.samples import sample_folder
from loaders.samples.from_gold import sample_articles

if TYPE_CHECKING:
    from graph.store.bolt import BoltStore

PLACE = Metadata(place="柳河县", published="2023-10-02")


def news(number: int, *, name: str = "陈思远") -> str:
    """A short invented article; each number is another meeting."""
    return (
        f"柳河县召开第{number}次安全生产工作会议\n"
        f"9月{number}日下午，柳河县第{number}次安全生产工作会议在县会议中心召开。"
        f"县委书记{name}出席会议并讲话，县长周建平主持会议。\n"
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three articles in a folder of their own."""
    found = tmp_path / "news"
    found.mkdir()
    for number in (1, 2, 3):
        (found / f"n{number}.txt").write_text(news(number), encoding="utf-8")
    return found


def run(store: BoltStore, *paths: Path, again: bool = False) -> Report:
    return build(paths, store, metadata=PLACE, jobs=1, again=again)


def test_articles_without_place_or_date_are_counted_and_told(
    embedded: BoltStore, folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    report = build([folder], embedded, metadata=Metadata(), jobs=1)
    assert (report.homeless, report.undated) == (3, 3)
    _closing(report, embedded)
    told = capfd.readouterr().err
    assert "3 articles name neither place nor source" in told
    assert "3 articles have no date of publication" in told
    assert f"guanxi build → {embedded.address}" in told
    again = build([folder], embedded, metadata=PLACE, jobs=1)
    assert (again.homeless, again.undated) == (0, 0)


def test_the_samples_and_every_word_of_their_graph(embedded: BoltStore) -> None:
    """Walks all relations: each has evidence, and its text is the source's at its offsets."""
    report = build([sample_folder()], embedded, metadata=Metadata(), jobs=1)
    assert (report.loaded, report.failed, report.refused, report.rejected) == (30, False, [], [])
    assert embedded.counts()["Article"] == 30
    sources = {article.id: article for article in sample_articles()}
    sentences = {}
    for key, article, start, end, text in embedded.read(
        "MATCH (a:Article)-[:HAS_SENTENCE]->(s:Sentence) RETURN s.id, a.id, s.start, s.end, s.text"
    ).rows:
        source = sources[article]
        assert source.raw[start - source.start : end - source.start] == text
        sentences[key] = text
    stated = embedded.read("MATCH (a)-[r]->(b) RETURN type(r), r.evidence, r.rules, r.confidence, a.name, b.name").rows
    relations = [row for row in stated if row[0] in ontology().relations]
    assert len(relations) > 500
    for type_, evidence, rules, confidence, *ends in relations:
        assert evidence, (type_, ends)
        assert all(key in sentences for key in evidence)
        assert rules
        assert 0 < confidence <= 1


def test_what_is_unchanged_is_left_and_what_changed_is_replaced(embedded: BoltStore, folder: Path) -> None:
    assert run(embedded, folder).loaded == 3
    whole = embedded.checksum()
    again = run(embedded, folder)
    assert (again.loaded, again.replaced, again.unchanged, again.characters) == (0, 0, 3, 0)
    assert embedded.checksum() == whole

    (folder / "n2.txt").write_text(news(2, name="何立新"), encoding="utf-8")
    changed = run(embedded, folder)
    assert (changed.loaded, changed.replaced, changed.unchanged) == (0, 1, 2)
    names = {row[0] for row in embedded.read("MATCH (p:Person) RETURN p.name").rows}
    assert names == {"陈思远", "周建平", "何立新"}

    (folder / "n2.txt").write_text(news(2), encoding="utf-8")
    run(embedded, folder)
    assert embedded.checksum() == whole


def test_done_anew_an_unchanged_article_gives_the_same_graph(embedded: BoltStore, folder: Path) -> None:
    run(embedded, folder)
    whole = embedded.checksum()
    again = run(embedded, folder, again=True)
    assert again.characters > 0
    assert embedded.checksum() == whole


def test_an_article_whose_file_is_gone_stays(embedded: BoltStore, folder: Path) -> None:
    run(embedded, folder)
    (folder / "n3.txt").unlink()
    assert run(embedded, folder).unchanged == 2
    assert set(embedded.articles()) == {"n1", "n2", "n3"}


def test_an_article_that_its_file_gives_no_longer_goes(embedded: BoltStore, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(news(1) + "\n\n" + news(2), encoding="utf-8")
    run(embedded, page)
    held = set(embedded.articles())
    page.write_text(news(1), encoding="utf-8")
    report = run(embedded, page)
    assert set(embedded.articles()) == {"page"}
    assert report.retracted == len(held - {"page"})
    assert embedded.read("MATCH (e:Event) RETURN count(e)").rows[0][0] == 1


def test_two_files_of_one_name_do_not_overwrite_each_other(embedded: BoltStore, folder: Path, tmp_path: Path) -> None:
    run(embedded, folder)
    whole = embedded.checksum()
    other = tmp_path / "others" / "n1.txt"
    other.parent.mkdir()
    other.write_text(news(9), encoding="utf-8")
    report = run(embedded, other)
    (refused,) = report.refused
    assert "rename this file" in refused.message
    assert embedded.checksum() == whole


def test_the_order_and_the_number_of_runs_do_not_matter(embedded: BoltStore, folder: Path, empty: Empty) -> None:
    run(embedded, folder)
    whole = embedded.checksum()
    empty()
    for number in (3, 1, 2):
        run(embedded, folder / f"n{number}.txt")
    assert embedded.checksum() == whole


Empty = Callable[[], None]


@pytest.fixture
def empty(embedded: BoltStore) -> Empty:
    """Takes out all articles, and with them everything."""

    def retract() -> None:
        embedded.retract(list(embedded.articles()))
        assert embedded.counts().get("Person", 0) == 0

    return retract


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
