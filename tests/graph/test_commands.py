"""load, retract, migrate and export neo4j-admin, as a shell sees them."""

from __future__ import annotations

from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from graph import commands, jsonl
from graph.errors import InputError, StoreUnavailable
from graph.settings import Settings
from graph.store import open_store
from tests.graph.samples import article


@pytest.fixture
def app() -> typer.Typer:
    """The commands of this room alone."""
    made = typer.Typer()
    commands.register(made)
    return made


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """Two articles, and a line that is broken."""
    path = tmp_path / "records.jsonl"
    lines = [jsonl.dump(record) for record in [*article("a#1"), *article("b#1")]]
    path.write_bytes(b"".join(lines) + b"{broken\n")
    return path


def test_load_retract_and_migrate(app: typer.Typer, records: Path, tmp_path: Path) -> None:
    db, run = tmp_path / "graph.db", CliRunner()
    with open_store(Settings(db=db, heap="512m")):  # one server for all commands
        done = run.invoke(app, ["load", str(records), "--db", str(db)])
        assert done.exit_code == 1
        assert "2 articles loaded, 0 replaced, 0 unchanged" in done.stderr
        assert "records.jsonl:11: " in done.stderr
        assert "{broken" in (tmp_path / "records.rejects.jsonl").read_text(encoding="utf-8")
        again = run.invoke(app, ["load", "-", "--db", str(db), "-q"], input=b"".join(map(jsonl.dump, article("a#1"))))
        assert (again.exit_code, again.stderr, again.stdout) == (0, "", "")
        gone = run.invoke(app, ["retract", "a#1", "c#1", "--db", str(db)])
        assert "1 articles retracted" in gone.stderr
        assert isinstance(gone.exception, InputError)
        assert "c#1" in str(gone.exception)
        assert "nothing to migrate" in run.invoke(app, ["migrate", "--db", str(db)]).stderr
        with open_store(Settings(db=db)) as store:
            assert set(store.articles()) == {"b#1"}


@pytest.mark.parametrize("command", [["retract", "a#1"], ["migrate"]])
def test_a_graph_that_is_not_there(app: typer.Typer, tmp_path: Path, command: list[str]) -> None:
    done = CliRunner().invoke(app, [*command, "--db", str(tmp_path / "none")])
    assert isinstance(done.exception, StoreUnavailable)
    assert not (tmp_path / "none").exists()


def test_export_for_neo4j_admin(app: typer.Typer, records: Path, tmp_path: Path) -> None:
    folder = tmp_path / "files"
    done = CliRunner().invoke(app, ["export", "neo4j-admin", str(folder), str(records)])
    assert done.exit_code == 1  # the broken line
    assert "neo4j-admin database import full" in done.stderr
    assert (folder / "Person.csv").read_text(encoding="utf-8").startswith("id:ID(Person),name,")
    assert isinstance(
        CliRunner().invoke(app, ["export", "neo4j-admin", str(folder), str(records)]).exception, InputError
    )
