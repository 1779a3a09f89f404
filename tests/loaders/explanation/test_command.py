"""`guanxi explain` as its users run it."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer import Typer
from typer.testing import CliRunner, Result

from loaders.explanation.command import explain
from loaders.samples import sample_folder

ARTICLE = sample_folder() / "yl_20230519.txt"


def run(*arguments: str | Path) -> Result:
    app = Typer(pretty_exceptions_enable=False)
    app.command()(explain)
    return CliRunner().invoke(app, [str(each) for each in arguments])


def test_to_the_terminal() -> None:
    done = run(ARTICLE)
    assert done.exit_code == 0
    assert "参加 attended" in done.stdout
    assert "[reader " in done.stdout


def test_to_a_page_and_what_is_refused_is_named(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    page = tmp_path / "page.html"
    done = run(ARTICLE, tmp_path / "empty.txt", "-o", page)
    assert done.exit_code == 1
    assert "empty.txt" in done.stderr
    assert done.stdout == ""
    assert "参加" in page.read_text(encoding="utf-8")
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".partial"] == []


@pytest.mark.parametrize("published", ["28. September", "2023-13"])
def test_a_date_that_is_none_is_an_error(published: str) -> None:
    done = run(ARTICLE, "--published", published)
    assert done.exit_code != 0
    assert "which is no date" in str(done.exception)
