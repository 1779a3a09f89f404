"""Training from the command line: `python -m loaders.training …`."""

from pathlib import Path
from typing import Annotated

import typer

from loaders.extraction.reader.reader import Reader
from loaders.training.documents import article_text, read_rows
from loaders.training.fit import Recipe
from loaders.training.speed import measure
from loaders.training.train import Plan, finish, fit_plan

DEFAULT = Recipe()

app = typer.Typer(no_args_is_help=True, help="Train the reader.", add_completion=False)


@app.callback()
def training() -> None:
    """Train the reader, measure it, export it."""


@app.command("run")
def run(
    gold: Annotated[list[Path], typer.Argument(help="Folders with articles.jsonl and gold.jsonl.")],
    start: Annotated[Path, typer.Option(help="Weights to start from: an encoder's or a whole network's.")],
    vocabulary: Annotated[Path, typer.Option(help="The encoder's characters.")],
    work: Annotated[Path, typer.Option(help="Folder of checkpoints; a run that finds one goes on from it.")],
    out: Annotated[Path, typer.Option(help="Folder for the weights that ship.")],
    version: Annotated[str, typer.Option(help="Names the weights; evidence carries it.")],
    passes: Annotated[int, typer.Option(help="How often the articles are gone through.")] = DEFAULT.passes,
    minutes: Annotated[float | None, typer.Option(help="End after so many minutes of training at the latest.")] = None,
    seed: Annotated[int, typer.Option(help="Fixes all that is drawn by chance.")] = DEFAULT.seed,
    test: Annotated[
        list[Path] | None, typer.Option(help="Articles to score at the end; their gold beside them.")
    ] = None,
) -> None:
    """Train on annotated articles, choose thresholds on those held back, and write weights and model card."""
    recipe = Recipe(passes=passes, minutes=minutes, seed=seed)
    tests = {path.stem: (path, path.with_name(path.name.replace("articles", "gold"))) for path in test or []}
    plan = Plan(gold, start, vocabulary, work, out, version, recipe, tests=tests)
    finish(plan, fit_plan(plan, typer.echo), typer.echo)


@app.command("speed")
def speed(articles: Annotated[Path, typer.Argument(help="Articles, as JSON lines.")]) -> None:
    """Characters per CPU second of the encoder's forward pass, and of all reading."""
    typer.echo(measure(Reader.load(), [article_text(article) for article in read_rows(articles)]))
