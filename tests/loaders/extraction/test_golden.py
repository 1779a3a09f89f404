"""Golden records: what some bundled samples give with the shipped weights and rules, all of it, word for word.

Kinds, names, aliases, properties, ends and evidence are compared exactly; confidences to ±0.02, and a relation that
either side is little sure of may come and go, since another processor's arithmetic may tip it. Left out is what says
nothing of extraction: hashes, paths, the reader's version.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from graph.records import Record
from tests.loaders.extraction.conftest import UPDATE, Extracted

FOLDER = Path(__file__).with_name("golden")
ARTICLES = (
    "yl-2023-001",
    "ch_20230810",
    "page_20230901#1",
    "page_20230901#3",
    "yl_20230922",
    "yl-2023-008",
    "ch-2024-001",
)
"""A conference, a tour (HTML), two articles of a page, a Word file, an appointment, a roster of the zone."""
SURE = 0.6
"""Confidence from which a relation must be there on either side."""
CLOSE = 0.02

Row = dict[str, Any]


def row(record: Record) -> Row:
    """A record as golden files hold it."""
    found: Row = msgspec.to_builtins(record)
    for name in ("sha256", "path"):
        found.pop(name, None)
    for evidence in found.get("evidence", ()):
        evidence["rule"] = "reader" if evidence["rule"].startswith("reader ") else evidence["rule"]
    if "confidence" in found:
        found["confidence"] = round(found["confidence"], 2)
    return found


def key(record: Row) -> str:
    """What a record is about, one line."""
    if record["record"] == "relation":
        return f"{record['source']} {record['type']} {record['target']}"
    return str(record.get("id") or f"{record['article']}@{record['start']}-{record['end']}")


def path_of(article: str) -> Path:
    return FOLDER / f"{article.replace('#', '.')}.jsonl"


def write(rows: list[Row], path: Path) -> None:
    path.parent.mkdir(exist_ok=True)
    lines = [json.dumps(each, ensure_ascii=False, sort_keys=True) for each in rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def read(path: Path) -> list[Row]:
    assert path.exists(), f"no golden records: pytest {FOLDER.parent} {UPDATE}"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("article", ARTICLES)
def test_records_are_those_of_the_golden_file(extracted: Extracted, article: str, update: bool) -> None:
    got = [row(record) for source, records in extracted if source.id == article for record in records]
    if update:
        write(got, path_of(article))
    mine, theirs = ({key(each): each for each in rows} for rows in (got, read(path_of(article))))
    assert sure(mine) - theirs.keys() == set(), "not in the golden file"
    assert sure(theirs) - mine.keys() == set(), "in the golden file only"
    for name in mine.keys() & theirs.keys():
        one, other = dict(mine[name]), dict(theirs[name])
        assert abs(one.pop("confidence", 0) - other.pop("confidence", 0)) <= CLOSE, name
        assert one == other


def sure(rows: dict[str, Row]) -> set[str]:
    """What must be on the other side too; a post or a matter is there only for its relations."""
    return {
        name
        for name, each in rows.items()
        if each.get("confidence", 1) >= SURE and each.get("kind") not in ("Post", "Matter")
    }


def test_no_golden_file_is_left_over() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {path_of(article).name for article in ARTICLES}
