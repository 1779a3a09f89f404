"""The commands of this room. Data goes to stdout, everything for people to stderr."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph.options import Db
from loaders.evaluation.command import evaluate
from loaders.explanation.command import explain
from loaders.training.command import train

if TYPE_CHECKING:
    from graph.store.base import Store
    from loaders.articles.model import Metadata, Refused, SourceArticle
    from loaders.build import Report

Paths = Annotated[
    list[str], typer.Argument(help="Files and folders (.txt .html .pdf .docx .jsonl), or - for JSON lines.")
]
Place = Annotated[str | None, typer.Option(help="Who issued the articles: 徐州经济技术开发区. Read 全区, 我市 by it.")]
Published = Annotated[str | None, typer.Option(help="Publication date, ISO: 2020-09-30. Dates without a year need it.")]
Source = Annotated[str | None, typer.Option(help="The newspaper or site.")]
Jobs = Annotated[int, typer.Option(min=0, help="Processes that read; 0: all cores.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no closing table.")]


def register(app: typer.Typer) -> None:
    """Adds this room's commands to the command line."""
    app.command()(build)
    app.command()(extract)
    app.command()(evaluate)
    app.command()(explain)
    app.command()(train)


def build(
    paths: Paths,
    db: Db = None,
    place: Place = None,
    published: Published = None,
    source: Source = None,
    jobs: Jobs = 0,
    again: Annotated[bool, typer.Option(help="Do unchanged articles anew.")] = False,
    quiet: Quiet = False,
) -> None:
    """Read news, extract who, what, when and where, and load it into the graph. Run again, it does only what is new."""
    from graph.settings import Settings
    from graph.store import open_store
    from loaders import build as room
    from loaders.articles.files import require
    from loaders.extraction.parallel import cores

    metadata = _metadata(place=place, published=published, source=source)
    require(paths)
    try:
        with open_store(Settings.from_env(db=db)) as store, _progress(quiet) as progress:
            report = room.build(paths, store, metadata=metadata, jobs=jobs or cores(), again=again, progress=progress)
            if not quiet:
                _closing(report, store)
    except KeyboardInterrupt:
        print("guanxi: interrupted; what is loaded stays, and the same command goes on from there", file=sys.stderr)
        raise typer.Exit(130) from None
    _tell(report.refused + (report.passed_over if not quiet else []))
    if report.failed:
        raise typer.Exit(1)


def extract(
    paths: Paths,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write there, not to stdout.")] = None,
    place: Place = None,
    published: Published = None,
    source: Source = None,
    jobs: Jobs = 0,
    quiet: Quiet = False,
) -> None:
    """Read news and write the records of what it says, one JSON object a line."""
    from graph.jsonl import dump
    from loaders.articles.files import require
    from loaders.articles.model import Refused
    from loaders.articles.read import read_paths
    from loaders.extraction.parallel import cores, extract_all

    metadata = _metadata(place=place, published=published, source=source)
    require(paths)
    refused: list[Refused] = []

    def articles() -> Iterator[SourceArticle]:
        for item in read_paths(paths, metadata=metadata):
            if isinstance(item, Refused):
                refused.append(item)
            else:
                yield item

    with _output(output) as write:
        for _, records in extract_all(articles(), jobs=jobs or cores()):
            for record in records:
                write(dump(record))
    _tell([item for item in refused if not (quiet and item.passed_over)])
    if any(not item.passed_over for item in refused):
        raise typer.Exit(1)


def _metadata(*, place: str | None, published: str | None, source: str | None) -> Metadata:
    from loaders.articles.model import Metadata

    return Metadata(place=place, published=published, source=source)


@contextmanager
def _output(path: Path | None) -> Iterator[Callable[[bytes], Any]]:
    """A writer of bytes: to a file that is there whole or not at all, or to stdout."""
    if path is None:
        yield sys.stdout.buffer.write
        sys.stdout.buffer.flush()
        return
    from graph.writing import whole_file

    with whole_file(path) as file:
        yield file.write


@contextmanager
def _progress(quiet: bool) -> Iterator[Callable[[Report], None]]:
    """A line on stderr that counts articles, where stderr is a terminal."""
    if quiet or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console

    with Console(stderr=True).status("reading") as status:
        yield lambda report: status.update(
            f"{report.loaded + report.replaced} articles loaded, {report.unchanged} unchanged, "
            f"{report.characters} characters"
        )


def _closing(report: Report, store: Store) -> None:
    """The table that ends a build: what was done, and what the graph holds now."""
    from rich.console import Console
    from rich.table import Table

    console = Console(stderr=True)
    console.print(f"guanxi build → {store.address}", soft_wrap=True)
    done = Table("articles", "n")
    for name, count in (
        ("loaded", report.loaded),
        ("replaced", report.replaced),
        ("unchanged", report.unchanged),
        ("retracted", report.retracted),
        ("refused", len(report.refused)),
        ("passed over", sum(not item.remark for item in report.passed_over)),
    ):
        done.add_row(name, str(count))
    held = Table("in the graph", "n")
    for name, count in store.counts().items():
        held.add_row(name, str(count))
    console.print(done, held)
    if report.homeless:
        console.print(
            f"{report.homeless} articles name neither place nor source: their people are kept apart from all others'. "
            "Give --place or a metadata.csv beside the files.",
            soft_wrap=True,
        )
    if report.undated:
        console.print(
            f"{report.undated} articles have no date of publication: days in them (9月28日) have no year, so no window "
            "of time finds their events. Give --published or a metadata.csv beside the files.",
            soft_wrap=True,
        )


def _tell(refused: list[Refused]) -> None:
    for item in refused:
        where = f"{item.path}:{item.line}" if item.line else item.path
        print(f"guanxi: {item.kind} {where}: {item.message}", file=sys.stderr)
