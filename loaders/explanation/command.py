"""`guanxi explain`: articles with all that was found in them, to the terminal or as one page."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from loaders.articles.model import Metadata, Refused, SourceArticle


def explain(
    paths: Annotated[list[str], typer.Argument(help="Files and folders of articles, or - for standard input.")],
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write one HTML page there.")] = None,
    place: Annotated[str | None, typer.Option(help="Who issued the articles.")] = None,
    published: Annotated[str | None, typer.Option(help="Publication date, ISO: 2020-09-30.")] = None,
    source: Annotated[str | None, typer.Option(help="The newspaper or site.")] = None,
) -> None:
    """Show an article with its entities, events and relations, and which rule or reader found each."""
    from loaders.articles.files import require
    from loaders.articles.model import Metadata
    from loaders.explanation.explain import explain as explained

    metadata = Metadata(place=place, published=published, source=source)
    require(paths)
    refused: list[Refused] = []
    articles = _articles(paths, metadata, refused)
    if output is None:
        from rich.console import Console

        from loaders.explanation.terminal import show

        console = Console(highlight=False)
        for explanation in explained(articles):
            show(explanation, console)
    else:
        from graph.writing import whole_file
        from loaders.explanation.page import render

        with whole_file(output) as file:
            file.write(render(list(explained(articles))).encode("utf-8"))
    for item in refused:
        print(f"guanxi: {item.kind} {item.path}: {item.message}", file=sys.stderr)
    if any(not item.passed_over for item in refused):
        raise typer.Exit(1)


def _articles(paths: list[str], metadata: Metadata, refused: list[Refused]) -> Iterator[SourceArticle]:
    from loaders.articles import Refused, read_paths

    for item in read_paths(paths, metadata=metadata):
        if isinstance(item, Refused):
            refused.append(item)
        else:
            yield item
