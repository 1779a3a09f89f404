"""Notebooks are kept as they are written: no outputs, no counts, nothing of the machine they were run on."""

from __future__ import annotations

import re

import nbformat
import pytest

from tests.docs.notebooks import FOLDER, NAMES, Notebook

PATH = re.compile(r"(?:^|[\s\"'(=])(?:/(?:home|root|Users|tmp|var|mnt|opt|work)\b|[A-Z]:\\)")


def test_there_are_five_and_none_is_called_like_a_room() -> None:
    assert [name[:2] for name in NAMES] == ["01", "02", "03", "04", "05"]
    assert not {path.stem for path in FOLDER.iterdir()} & {"graph", "loaders", "queries", "guanxi"}


@pytest.mark.parametrize("name", NAMES)
def test_no_output_no_count_no_path(name: str) -> None:
    notebook = Notebook.read(name)
    nbformat.validate(notebook.node)
    kept = (FOLDER / name).read_text(encoding="utf-8")
    assert kept == notebook.stripped(), "strip it before you commit: python -m tests.docs.notebooks"
    for cell in notebook.node.cells:
        assert not PATH.search(cell.source), f"{cell.id} names a path of one machine"


def test_stripping_takes_away_what_a_run_left() -> None:
    notebook = Notebook.read(NAMES[0])
    clean = notebook.stripped()
    cell = notebook.code[0]
    cell.execution_count = 7
    cell.outputs = [{"output_type": "stream", "name": "stdout", "text": "/home/me"}]
    cell.metadata["scrolled"] = notebook.node.metadata["widgets"] = True
    assert notebook.stripped() == clean


@pytest.mark.parametrize("name", NAMES)
def test_each_begins_alike_and_ends_with_ones_own_graph(name: str) -> None:
    cells = Notebook.read(name).node.cells
    assert [cell.id for cell in cells[:2]] == ["title", "connect"]
    assert [cell.id for cell in cells[-2:]] == ["own", "close"]
    assert "guanxi build" in cells[-2].source
    words = "".join(cell.source for cell in cells if cell.cell_type == "markdown")
    assert re.search(r"[\u4e00-\u9fff]{8}", words)
    assert re.search(r"(?:[a-z]+ ){4}", words)


def test_a_path_is_seen() -> None:
    assert PATH.search('open("/home/me/x.db")')
    assert not PATH.search('"bolt://localhost:7687", a/b, 新闻文件夹/')
