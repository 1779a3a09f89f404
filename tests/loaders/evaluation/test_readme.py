"""The worked example of the room's README, run as it stands there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer import Typer
from typer.testing import CliRunner

import loaders.evaluation
from loaders import commands

README = Path(loaders.evaluation.__file__).with_name("README.md")


def test_the_example_gives_what_it_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = re.findall(r"```\w+\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    blocks = dict(zip(("gold", "articles", "commands", "shown"), found, strict=True))
    for name in ("gold", "articles"):
        (tmp_path / f"{name}.jsonl").write_text(blocks[name], encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    app = Typer(pretty_exceptions_enable=False)
    commands.register(app)
    for command in blocks["commands"].splitlines():
        done = CliRunner().invoke(app, command.split()[1:])
        assert done.exit_code == 0, done.output
    shown = [line for line in done.stdout.splitlines() if "\t" not in line]
    assert "\n".join(shown).strip() == blocks["shown"].strip()
