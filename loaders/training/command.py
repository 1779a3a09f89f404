"""Trains the reader from the command line: `python -m loaders.training fit …`."""

from pathlib import Path
from typing import Annotated

import typer

from loaders.extraction.reader.vocabulary import Vocabulary
from loaders.training import weights
from loaders.training.batches import example
from loaders.training.documents import Document, corpus
from loaders.training.fit import Recipe, Training, fit, seed_everything

HELD_BACK = ("own-county3", "own-zone4", "own-hospital")
"""Families of the project's own articles that no weights are trained on: thresholds and regression tests use them."""

DEFAULT = Recipe()

app = typer.Typer(no_args_is_help=True, help="Train the reader.")


@app.callback()
def training() -> None:
    """Train the reader, measure it, export it."""


def split(documents: list[Document], held_back: tuple[str, ...]) -> tuple[list[Document], list[Document]]:
    """The documents to train on, and those of the families held back."""
    kept = [document for document in documents if document.family not in held_back]
    return kept, [document for document in documents if document.family in held_back]


@app.command("fit")
def fit_command(
    gold: Annotated[list[Path], typer.Argument(help="Folders with articles.jsonl and gold.jsonl.")],
    start: Annotated[Path, typer.Option(help="Weights to start from: an encoder's or a whole network's.")],
    vocabulary: Annotated[Path, typer.Option(help="The encoder's characters.")],
    out: Annotated[Path, typer.Option(help="Folder of checkpoints; a run that finds one goes on from it.")],
    passes: Annotated[int, typer.Option(help="How often the articles are gone through.")] = DEFAULT.passes,
    seed: Annotated[int, typer.Option(help="Fixes all that is drawn by chance.")] = DEFAULT.seed,
) -> None:
    """Train on annotated articles, without the families held back."""
    documents, _ = split(corpus((folder / "articles.jsonl", folder / "gold.jsonl") for folder in gold), HELD_BACK)
    characters = Vocabulary.load(vocabulary)
    seed_everything(seed)
    training = Training(weights.load(start, characters), Recipe(passes=passes, seed=seed))
    examples = [example(document, characters) for document in documents]
    typer.echo(f"{len(examples)} articles, {sum(len(d.text) for d in documents)} characters, {passes} passes")
    for progress in fit(training, examples, out):
        typer.echo(f"pass {progress.number}: loss {progress.loss:.3f}, {progress.seconds:.0f} s")
