"""A file is there whole or not at all; what is no file is written to."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from graph.errors import InputError
from graph.writing import placed, whole_file


def test_it_takes_its_name_once_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    with whole_file(path) as file:
        file.write(b"half")
        assert not path.exists()
    assert path.read_bytes() == b"half"
    assert [each.name for each in tmp_path.iterdir()] == ["out.jsonl"]


def test_what_fails_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_bytes(b"before")

    def half() -> None:
        with whole_file(path) as file:
            file.write(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        half()
    assert path.read_bytes() == b"before"
    assert [each.name for each in tmp_path.iterdir()] == ["out.jsonl"]


def test_a_folder_that_is_not_there_is_an_error_in_words(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"out\.jsonl cannot be written"), whole_file(tmp_path / "none" / "out.jsonl"):
        pytest.fail("the work began")


def test_a_file_where_a_folder_should_be_is_an_error_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"before")
    with pytest.raises(InputError, match=r"out\.jsonl cannot be written"), placed(tmp_path / "file" / "out.jsonl"):
        pytest.fail("the work began")


@pytest.mark.parametrize("name", ["", ".", ".."])
def test_a_folder_is_told_before_anything_is_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    for path in (Path(name), tmp_path / name):
        with pytest.raises(InputError, match="is a folder"), whole_file(path):
            pytest.fail("the work began")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("held", [b"before", None], ids=["to a file", "to nothing yet"])
def test_a_link_stays_and_what_it_leads_to_is_replaced(tmp_path: Path, held: bytes | None) -> None:
    (tmp_path / "there").mkdir()
    file, link = tmp_path / "there" / "file", tmp_path / "link"
    if held is not None:
        file.write_bytes(held)
    link.symlink_to(file)
    with whole_file(link) as out:
        out.write(b"after")
        assert file.exists() == (held is not None)
    assert link.is_symlink()
    assert file.read_bytes() == b"after"
    assert [each.name for each in file.parent.iterdir()] == ["file"]


def test_a_link_to_itself_is_an_error_in_words(tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(link)
    with pytest.raises(InputError, match="link cannot be written"), whole_file(link):
        pytest.fail("the work began")
    assert link.is_symlink()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
@pytest.mark.parametrize("linked", [False, True])
def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path, *, linked: bool) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    given = pipe
    if linked:
        given = tmp_path / "link"
        given.symlink_to(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()), daemon=True)
    reader.start()
    with whole_file(given) as out:
        out.write(b"through")
    reader.join(timeout=20)
    assert read == [b"through"]
    assert pipe.is_fifo()
    assert given.is_symlink() == linked
