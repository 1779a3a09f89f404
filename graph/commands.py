"""The commands of this room: load, retract, migrate, export neo4j-admin. Data goes to stdout, words to stderr."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from graph.options import Db

if TYPE_CHECKING:
    from graph.settings import Settings
    from graph.store.base import LoadReport, Rejected, Store
    from graph.store.bolt import BoltStore

Rejects = Annotated[
    Path | None, typer.Option(help="Where refused lines go. [default: the first file's name with .rejects.jsonl]")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No closing line.")]


def register(app: typer.Typer) -> None:
    """Adds this room's commands to the command line."""
    for command in (load, retract, migrate):
        app.command()(command)
    _export_group(app).command("neo4j-admin")(export_neo4j_admin)


def load(
    records: Annotated[list[str], typer.Argument(help="Files of records (JSON lines), or - for stdin.")],
    db: Db = None,
    rejects: Rejects = None,
    batch: Annotated[int, typer.Option(min=1, help="Articles in one transaction.")] = 200,
    quiet: Quiet = False,
) -> None:
    """Load records into the graph. Loading again changes nothing; a changed article is replaced."""
    from graph import jsonl

    refused: list[Rejected] = []
    with _open(db) as store:
        report = store.load(jsonl.read(records, reject=refused.append), batch=batch)
        if not quiet:
            print(_closing(report, store), file=sys.stderr)
    refused += report.rejected
    if refused:
        path = rejects or _rejects(records)
        jsonl.write_rejects(refused, path)
        for each in refused[:5]:
            print(f"guanxi: {each.where}: {each.reason}", file=sys.stderr)
        print(f"guanxi: {len(refused)} lines were refused; they are in {path} with the reasons", file=sys.stderr)
        raise typer.Exit(1)


def _rejects(records: list[str]) -> Path:
    first = Path(records[0])
    return Path("stdin.rejects.jsonl") if records[0] == "-" else first.with_name(f"{first.stem}.rejects.jsonl")


def _closing(report: LoadReport, store: Store) -> str:
    counts = ", ".join(f"{name} {number}" for name, number in store.counts().items())
    return (
        f"{report.loaded} articles loaded, {report.replaced} replaced, {report.unchanged} unchanged → {store.address}\n"
        f"{counts or 'the graph is empty'}"
    )


def retract(
    articles: Annotated[list[str], typer.Argument(help="Ids of articles, as in the property id of Article.")],
    db: Db = None,
) -> None:
    """Take articles out of the graph, with everything that only they say."""
    from graph.errors import InputError

    with _open(db, new=False) as store:
        unknown = sorted(set(articles) - set(store.articles()))
        number = store.retract(articles)
        print(f"{number} articles retracted from {store.address}", file=sys.stderr)
    if unknown:
        raise InputError(f"The graph has no article {', '.join(unknown)}. See: MATCH (a:Article) RETURN a.id")


def migrate(db: Db = None) -> None:
    """Bring a graph that an older guanxi wrote to this one's schema."""
    from graph.store import open_store

    with open_store(_settings(db, new=False), any_version=True) as store:
        steps = cast("BoltStore", store).migrate()
        print(
            f"{store.address}: schema {steps[0]} → {steps[1]}" if steps else f"{store.address}: nothing to migrate",
            file=sys.stderr,
        )


def export_neo4j_admin(
    folder: Annotated[Path, typer.Argument(help="A new folder for the files.")],
    records: Annotated[list[str], typer.Argument(help="Files of records (JSON lines), or - for stdin.")],
    rejects: Rejects = None,
) -> None:
    """Write records as files for `neo4j-admin database import full`: the fastest first load of a Neo4j."""
    from graph import jsonl
    from graph.store import bulk

    refused: list[Rejected] = []
    written = bulk.write(jsonl.read(records, reject=refused.append), folder, reject=refused.append)
    print(written.told(), file=sys.stderr)
    if refused:
        path = rejects or _rejects(records)
        jsonl.write_rejects(refused, path)
        print(f"guanxi: {len(refused)} lines were refused; they are in {path} with the reasons", file=sys.stderr)
        raise typer.Exit(1)


def _export_group(app: typer.Typer) -> typer.Typer:
    """The `export` group of the command line, made where no other room has made it."""
    for found in app.registered_groups:
        if found.name == "export" and found.typer_instance is not None:
            return found.typer_instance
    made = typer.Typer(no_args_is_help=True, help="Hand the graph over to other tools.", rich_markup_mode=None)
    app.add_typer(made, name="export")
    return made


def _settings(db: str | None, *, new: bool) -> Settings:
    """Settings for `db`; where the graph must not be `new`, one that is not there is an error."""
    from graph.errors import StoreUnavailable
    from graph.settings import Settings

    settings = Settings.from_env(db=db)
    if not new and settings.uri is None and not settings.db.is_dir():
        raise StoreUnavailable(f"There is no graph in {settings.db}. Say with --db where it is.")
    return settings


@contextmanager
def _open(db: str | None, *, new: bool = True) -> Iterator[Store]:
    from graph.store import open_store

    with open_store(_settings(db, new=new)) as store:
        yield store
