"""`guanxi evaluate`: figures on stdout, everything else on stderr."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from loaders.evaluation.evaluate import Evaluation
    from loaders.evaluation.figures import Count

SHOWN = ("Person", "Organization", "Place", "Event", "Event date", "the four relations", "all relations")
"""Columns of the table by family: F1 of each."""


class Format(StrEnum):
    """How figures are written."""

    TABLE = "table"
    JSON = "json"


class By(StrEnum):
    """What figures are split by."""

    FAMILY = "family"


def evaluate(
    records: Annotated[Path, typer.Argument(help="Records, as `guanxi extract` writes them; - is stdin.")],
    gold: Annotated[list[Path], typer.Argument(help="Annotated articles, one JSON object a line.")],
    form: Annotated[Format, typer.Option("--format", help="How figures are written.")] = Format.TABLE,
    by: Annotated[By | None, typer.Option(help="Split the figures by the gold's field of that name.")] = None,
    errors: Annotated[bool, typer.Option("--errors", help="Also each wrong and missed item.")] = False,
    confidence: Annotated[
        bool, typer.Option("--confidence", help="Also what share of relations is right, by their confidence.")
    ] = False,
) -> None:
    """Measure records against annotated articles: precision, recall and F1 by kind and relation."""
    from graph import jsonl
    from graph.store.base import Rejected
    from loaders.annotations.gold import read_gold
    from loaders.evaluation.evaluate import evaluate as scored

    refused: list[Rejected] = []
    located = jsonl.read([records], reject=refused.append)
    result = scored((each.record for each in located), read_gold(gold))
    told = _json(result, by, errors, confidence) if form is Format.JSON else _lines(result, by, errors, confidence)
    for line in told:
        print(line)
    for each in refused:
        print(f"guanxi: refused {each.where}: {each.reason}", file=sys.stderr)
    _tell(result)
    if refused or result.loose:
        raise typer.Exit(1)


def _tell(result: Evaluation) -> None:
    for relation in result.loose:
        ends = f"{relation.source} → {relation.target}"
        print(f"guanxi: left out {relation.type} {ends}: an end is no entity of these records", file=sys.stderr)
    if result.unread:
        some = ", ".join(result.unread[:3]) + (" …" if len(result.unread) > 3 else "")
        print(
            f"guanxi: {len(result.unread)} of {len(result.gold)} annotated articles are not in the records ({some}); "
            "all that they hold counts as missed",
            file=sys.stderr,
        )


def _json(result: Evaluation, by: By | None, errors: bool, confidence: bool) -> Iterator[str]:
    found: dict[str, Any] = {"articles": len(result.gold), "figures": _rows(result.table())}
    if by:
        families = result.by_family().items()
        found["families"] = {name: {"articles": number, "figures": _rows(table)} for name, (number, table) in families}
    if errors:
        found["errors"] = [{**mistake._asdict(), "item": list(mistake.item)} for mistake in result.mistakes]
    if confidence:
        from loaders.evaluation.reliability import reliability

        found["confidence"] = [asdict(each) for each in reliability(result.judged)]
    yield json.dumps(found, ensure_ascii=False)


def _rows(table: dict[str, Count]) -> dict[str, dict[str, float]]:
    return {name: count.row() for name, count in table.items()}


def _lines(result: Evaluation, by: By | None, errors: bool, confidence: bool) -> Iterator[str]:
    if errors:
        for mistake in result.mistakes:
            yield "\t".join((*mistake[:3], *mistake.item))
        yield ""
    yield f"{f'{len(result.gold)} articles':20}{'P':>8}{'R':>8}{'F1':>8}{'gold':>7}{'found':>7}"
    for name, count in result.table().items():
        yield f"{name:20}{count.precision:8.3f}{count.recall:8.3f}{count.f1:8.3f}{count.gold:7}{count.found:7}"
    if by:
        yield ""
        yield from _families(result)
    if confidence:
        yield ""
        yield from _reliability(result)


def _reliability(result: Evaluation) -> Iterator[str]:
    from loaders.evaluation.reliability import calibration_error, reliability

    bins = reliability(result.judged)
    yield f"{'confidence':20}{'expected':>9}{'right':>8}{'relations':>11}"
    for each in bins:
        name = f"{each.low:.1f} to {each.high:.1f}"
        yield f"{name:20}{each.expected:9.3f}{each.right:8.3f}{each.relations:11}"
    yield f"{'calibration error':20}{calibration_error(bins):9.3f}"


def _families(result: Evaluation) -> Iterator[str]:
    from rich.cells import cell_len

    families = result.by_family()
    width = max(map(cell_len, ("F1 by family", *families))) + 2
    heads = [name.replace("the four relations", "four").replace("all relations", "all") for name in SHOWN]
    yield "F1 by family".ljust(width) + f"{'articles':>8}" + "".join(f"{head:>14}" for head in heads)
    for name, (number, table) in families.items():
        yield name + " " * (width - cell_len(name)) + f"{number:8}" + "".join(f"{table[key].f1:14.3f}" for key in SHOWN)
