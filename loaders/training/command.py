"""`guanxi train`, and `python -m loaders.training speed` and `mean`. torch is imported when work starts, not before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from graph.errors import InputError, MissingDependency


def train(
    gold: Annotated[list[Path], typer.Argument(help="Folders with articles.jsonl and gold.jsonl.")],
    work: Annotated[Path, typer.Option(help="Folder of checkpoints; a run that finds one goes on from it.")],
    out: Annotated[Path, typer.Option(help="Folder for the weights that come of it (GUANXI_READER).")],
    version: Annotated[str, typer.Option(help="Names the weights; evidence carries it.")],
    start: Annotated[
        Path | None,
        typer.Option(help="Weights to start from: a folder of them, or an archive (.npz). [default: those installed]"),
    ] = None,
    vocabulary: Annotated[
        Path | None, typer.Option(help="The encoder's characters; a folder of weights has its own.")
    ] = None,
    passes: Annotated[
        int | None,
        typer.Option(min=1, help="How often articles are gone through. [default: 4, from an archive 16]"),
    ] = None,
    minutes: Annotated[float | None, typer.Option(help="End after so many minutes of training at the latest.")] = None,
    seed: Annotated[int, typer.Option(help="Fixes all that is drawn by chance.")] = 1,
    test: Annotated[
        list[Path] | None,
        typer.Option(help="Articles to score at the end, X_articles.jsonl; their gold beside them, X_gold.jsonl."),
    ] = None,
    teacher: Annotated[
        list[Path] | None,
        typer.Option(help="Networks that annotate --texts together: average.npz of runs, or folders of weights."),
    ] = None,
    texts: Annotated[
        Path | None, typer.Option(help="Unannotated articles, as JSON lines, to learn from what teachers say of them.")
    ] = None,
    silver_share: Annotated[
        float, typer.Option(min=0.05, max=0.95, help="The share of such texts in what a pass goes through.")
    ] = 0.5,
) -> None:
    """Train the reader on annotated articles: on from the installed weights, or anew. Writes weights and model card."""
    missing = [package for package in ("torch", "onnx") if find_spec(package) is None]
    if missing:
        raise MissingDependency(f"Training needs {', '.join(missing)}; in the checkout: pip install -e '.[train]'")
    from loaders.extraction.reader.loading import VOCABULARY, installed
    from loaders.training.fit import ANEW, ONWARD
    from loaders.training.train import Plan, finish, fit_plan

    teachers = _teachers(teacher or [], texts)
    start = start or installed()
    vocabulary = vocabulary or start / VOCABULARY
    if not vocabulary.exists():
        raise InputError(f"There is no vocabulary at {vocabulary}: an archive of weights needs --vocabulary.")
    usual = ONWARD if start.is_dir() else ANEW
    recipe = replace(usual, passes=passes or usual.passes, minutes=minutes, seed=seed, silver_share=silver_share)
    tests = {name: (path, path.with_name(path.name.replace("articles", "gold"))) for name, path in _named(test or [])}
    pairs = [*((folder / "articles.jsonl", folder / "gold.jsonl") for folder in gold), *tests.values()]
    if lacking := [str(path) for pair in pairs for path in pair if not path.is_file()]:
        raise InputError(f"There is no {' and no '.join(lacking)}: articles and their gold stand side by side.")
    plan = Plan(gold, start, vocabulary, work, out, version, recipe, tests=tests, teachers=teachers, texts=texts)
    finish(plan, fit_plan(plan, typer.echo), typer.echo)


def _teachers(teachers: list[Path], texts: Path | None) -> list[Path]:
    """The teachers, where they and their texts are all there."""
    if teachers and texts is None:
        raise InputError("Teachers annotate texts, and there are none: name a file of unannotated articles by --texts.")
    if texts and not teachers:
        raise InputError(
            f"Nobody annotates {texts}: name the networks that shall by --teacher, each by one of its own."
        )
    if lacking := [str(path) for path in teachers if not path.exists()]:
        raise InputError(f"There is no teacher {' and no '.join(lacking)}: name average.npz of a run, or a folder.")
    if texts and not texts.is_file():
        raise InputError(f"There is no file of texts {texts}: --texts takes articles as JSON lines.")
    return teachers


def _named(tests: Sequence[Path]) -> Iterator[tuple[str, Path]]:
    """Files, each once, with what they are called in the card: the stem, where two share one with the folder, or all.

    The card ships with the weights, and the rest of a path says something about the machine only.
    """
    once = list(dict.fromkeys(tests))
    ways = [(path.stem, f"{path.parent.name}/{path.stem}", str(path)) for path in once]
    shared = Counter(name for way in ways for name in set(way))
    for path, way in zip(once, ways, strict=True):
        yield next((name for name in way if shared[name] == 1), str(path)), path


def mean(
    archives: Annotated[list[Path], typer.Argument(help="Archives of weights (average.npz) of runs from one start.")],
    out: Annotated[Path, typer.Option("--out", "-o", help="The archive to write.")],
) -> None:
    """The mean of several archives of weights."""
    from loaders.training import weights

    weights.mean(archives, out)


def speed(articles: Annotated[Path, typer.Argument(help="Articles, as JSON lines.")]) -> None:
    """Characters per CPU second of the encoder's forward pass, and of all reading."""
    from loaders.extraction.reader.reader import Reader
    from loaders.training.documents import article_text, read_rows
    from loaders.training.speed import measure

    typer.echo(measure(Reader.load(), [article_text(article) for article in read_rows(articles)]))
