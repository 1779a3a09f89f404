"""The commands of this room as their users run them: exit codes, what goes where, whole files or none."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

import guanxi
from graph import jsonl
from graph.records import Article
from graph.store.base import Rejected
from loaders.articles.files import SUFFIXES
from loaders.samples import sample_folder
from tests.loaders.meetings import news

if TYPE_CHECKING:
    from graph.store.bolt import BoltStore


class Done(NamedTuple):
    """How a command ended."""

    code: int
    out: str
    err: str


SAMPLE = str(sample_folder() / "yl_20230519.txt")
Guanxi = Callable[..., Done]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Guanxi:
    """Runs the command line in this process."""

    def call(*arguments: object) -> Done:
        monkeypatch.setattr(sys, "argv", ["guanxi", *map(str, arguments)])
        try:
            guanxi.main()
            code = 0
        except SystemExit as end:
            code = int(end.code or 0)
        return Done(code, *capfd.readouterr())

    return call


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two good articles, one empty file, one that is binary, one of a kind that nobody reads."""
    found = tmp_path / "news"
    found.mkdir()
    (found / "a.txt").write_text(news(1), encoding="utf-8")
    (found / "b.txt").write_text(news(2), encoding="utf-8")
    (found / "empty.txt").write_bytes(b"")
    (found / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (found / "picture.png").write_bytes(b"\x89PNG")
    return found


def test_what_is_refused_is_named_and_the_rest_is_loaded(run: Guanxi, folder: Path, embedded: BoltStore) -> None:
    done = run("build", folder, "--db", embedded.address, "--place", "柳河县", "--jobs", 1)
    assert done.code == 1
    assert done.out == ""
    for name in ("empty.txt", "binary.txt"):
        assert any(line.startswith("guanxi: refused ") and name in line for line in done.err.splitlines())
    assert any(line.startswith("guanxi: passed over ") and "picture.png" in line for line in done.err.splitlines())
    assert set(embedded.articles()) == {"a", "b"}
    assert "loaded" in done.err
    assert "Traceback" not in done.err


def test_all_good_ends_with_zero_and_quiet_is_quiet(run: Guanxi, folder: Path, embedded: BoltStore) -> None:
    done = run("build", folder / "a.txt", "--db", embedded.address, "--place", "柳河县", "--quiet", "--jobs", 1)
    assert done == Done(0, "", "")
    again = run("build", folder / "a.txt", "--db", embedded.address, "--place", "柳河县", "--jobs", 1)
    assert again.code == 0
    assert "unchanged" in again.err


def test_articles_of_nowhere_are_spoken_of(run: Guanxi, folder: Path, embedded: BoltStore) -> None:
    done = run("build", folder / "a.txt", "--db", embedded.address, "--jobs", 1)
    assert done.code == 0
    assert "1 articles name neither place nor source" in done.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("extract", "--published", "gestern", "x.txt"), "which is no date"),
        (("extract",), "Missing argument"),
        (("extract", "x.txt", "--jobs", "-1"), "Invalid value"),
        (("extract", SAMPLE, "-o", "/none/of/this/out.jsonl"), "cannot be written"),
        (("explain", SAMPLE, "-o", "/none/of/this/out.html"), "cannot be written"),
        (("evaluate", "nowhere.jsonl", "nowhere.jsonl"), "cannot be read"),
    ],
)
def test_what_cannot_be_used_ends_with_two(run: Guanxi, arguments: tuple[str, ...], said: str) -> None:
    done = run(*arguments)
    assert done.code == 2
    assert said in done.err
    assert "Traceback" not in done.err


def test_a_store_that_does_not_answer_ends_with_three(run: Guanxi, folder: Path) -> None:
    began = time.monotonic()
    done = run("build", folder, "--db", "bolt://127.0.0.1:9")
    assert done.code == 3
    assert time.monotonic() - began < 20
    assert len(done.err.strip().splitlines()) == 1
    assert done.err.startswith("guanxi: ")


READERS = pytest.mark.parametrize("command", ["build", "extract", "explain"])


@READERS
def test_paths_that_are_not_there_end_with_two(run: Guanxi, tmp_path: Path, command: str) -> None:
    db = tmp_path / "graph.db"
    options = ("--db", db) if command == "build" else ()
    done = run(command, tmp_path / "nowhere", tmp_path / "gone.txt", *options)
    assert (done.code, done.out) == (2, "")
    assert "nowhere" in done.err
    assert "gone.txt" in done.err
    assert "no such file" in done.err
    assert not db.exists()


def test_of_several_paths_the_one_that_is_not_there_is_refused_by_name(
    run: Guanxi, folder: Path, tmp_path: Path
) -> None:
    done = run("extract", tmp_path / "nowhere.txt", folder / "a.txt")
    assert done.code == 1
    assert '"id":"a"' in done.out
    assert "guanxi: refused " in done.err
    assert "nowhere.txt" in done.err


@READERS
def test_a_folder_with_nothing_to_read_ends_with_two_and_says_what_was_looked_for(
    run: Guanxi, tmp_path: Path, command: str
) -> None:
    news, db = tmp_path / "news", tmp_path / "graph.db"
    (news / "2023").mkdir(parents=True)
    options = ("--db", db) if command == "build" else ()
    done = run(command, news, *options)
    assert (done.code, done.out) == (2, "")
    assert "没有可读的文件" in done.err
    assert "Nothing to read" in done.err
    for suffix in SUFFIXES:
        assert done.err.count(suffix) >= 2, suffix  # in either language
    assert not db.exists()
    (news / "2023" / "old.doc").write_bytes(b"x")
    (news / "metadata.csv").write_text("file,place\nold.doc,柳河县\n", encoding="utf-8")
    done = run(command, news, *options)
    assert done.code == 2
    assert "old.doc" in done.err
    assert "save it as .docx" in done.err


def test_extract_with_nothing_to_read_leaves_a_file_of_before_alone(run: Guanxi, tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    path = tmp_path / "out.jsonl"
    path.write_text("before", encoding="utf-8")
    assert run("extract", tmp_path / "news", "-o", path).code == 2
    assert path.read_text(encoding="utf-8") == "before"


def test_extract_writes_records_to_stdout_or_to_a_file(run: Guanxi, folder: Path, tmp_path: Path) -> None:
    done = run("extract", folder / "a.txt", "--place", "柳河县", "--published", "2023-10-02", "--source", "柳河新闻")
    assert done.code == 0
    lines = [json.loads(line) for line in done.out.splitlines()]
    assert [line["id"] for line in lines if line["record"] == "article"] == ["a"]
    assert lines[0] | {"place": "柳河县", "published": "2023-10-02", "source": "柳河新闻"} == lines[0]
    path = tmp_path / "out.jsonl"
    arguments = ("--place", "柳河县", "--published", "2023-10-02", "--source", "柳河新闻", "-o", path)
    assert run("extract", folder / "a.txt", *arguments) == Done(0, "", "")
    assert path.read_text(encoding="utf-8") == done.out


def test_extract_to_a_file_keeps_the_good_and_says_what_is_refused(run: Guanxi, folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    assert run("extract", folder, "-o", path).code == 1
    rejected: list[Rejected] = []
    records = [each.record for each in jsonl.read([path], reject=rejected.append)]
    assert [record.id for record in records if isinstance(record, Article)] == ["a", "b"]
    assert rejected == []


def test_extract_that_fails_leaves_no_file(
    run: Guanxi, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from loaders.extraction import pipeline

    def failing(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "records_of", failing)
    path = tmp_path / "out.jsonl"
    assert run("extract", folder / "a.txt", "-o", path).code == 130
    assert [each.name for each in tmp_path.iterdir()] == ["news"]


def test_records_of_the_samples_load_into_the_graph_that_build_makes(
    run: Guanxi, tmp_path: Path, embedded: BoltStore
) -> None:
    """`extract` and `load` are `build` in two steps."""
    some = [sample_folder() / name for name in ("yl_20230519.txt", "ch_20230810.html")]
    metadata = ("--place", "云澜县", "--published", "2023-09-01", "--jobs", 1)
    assert run("build", *some, *metadata, "--db", embedded.address, "-q").code == 0
    whole = embedded.checksum()
    embedded.retract(list(embedded.articles()))
    path = tmp_path / "out.jsonl"
    assert run("extract", *some, *metadata, "-o", path).code == 0
    assert run("load", path, "--db", embedded.address).code == 0
    assert embedded.checksum() == whole
