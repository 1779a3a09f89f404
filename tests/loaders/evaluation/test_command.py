"""`guanxi evaluate` as its users run it."""

import json
from pathlib import Path

import msgspec
import pytest
from typer import Typer
from typer.testing import CliRunner, Result

from graph import jsonl
from graph.records import Record
from loaders.evaluation.command import evaluate
from tests.loaders.evaluation.invented import GOLD, MEETING, PERFECT, relation


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.jsonl"
    path.write_bytes(msgspec.json.encode(GOLD) + b"\n" + msgspec.json.encode({**GOLD, "id": "b", "family": "新区"}))
    return path


def run(records: list[Record], gold: Path, *options: str, more: bytes = b"") -> Result:
    path = gold.with_name("records.jsonl")
    path.write_bytes(b"".join(map(jsonl.dump, records)) + more)
    app = Typer(pretty_exceptions_enable=False)
    app.command()(evaluate)
    return CliRunner().invoke(app, [str(path), str(gold), *options])


def test_the_table(gold: Path) -> None:
    done = run(PERFECT, gold)
    assert done.exit_code == 0
    rows = {line[:20].strip(): line[20:].split() for line in done.stdout.splitlines()}
    assert rows["2 articles"] == ["P", "R", "F1", "gold", "found"]
    assert rows["Person"] == ["1.000", "0.500", "0.667", "4", "2"]
    assert rows["all relations"] == ["1.000", "0.500", "0.667", "12", "6"]
    assert "1 of 2 annotated articles are not in the records (b)" in done.stderr


def test_by_family_in_columns(gold: Path) -> None:
    lines = run(PERFECT, gold, "--by", "family").stdout.splitlines()
    head, *rows = lines[lines.index("") + 1 :]
    assert " ".join(head.split()) == "F1 by family articles Person Organization Place Event Event date four all"
    assert [row.split() for row in rows] == [["county", "1", *["1.000"] * 7], ["新区", "1", *["0.000"] * 7]]


def test_json_and_errors(gold: Path) -> None:
    wrong = [*PERFECT, relation("CHAIRED", "Person:李华", MEETING)]
    done = run(wrong, gold, "--format", "json", "--by", "family", "--errors")
    found = json.loads(done.stdout)
    assert found["articles"] == 2
    assert found["figures"]["CHAIRED"] == {"precision": 0, "recall": 0, "f1": 0, "gold": 0, "found": 1}
    assert found["families"]["county"]["figures"]["ATTENDED"]["f1"] == 1
    error = {"article": "a", "what": "CHAIRED", "verdict": "wrong", "item": ["李华", "全县教育工作会议"]}
    assert error in found["errors"]
    assert "a\tCHAIRED\twrong\t李华\t全县教育工作会议" in run(wrong, gold, "--errors").stdout.splitlines()


def test_refused_lines_are_named_and_the_rest_is_scored(gold: Path) -> None:
    loose = relation("CHAIRED", "x", MEETING)
    done = run([*PERFECT, loose], gold, more=b'{"record": "entity", "id": "x", "kind": "Ship", "name": "y"}\n')
    assert done.exit_code == 1
    assert f"left out CHAIRED x → {MEETING}" in done.stderr
    assert f"records.jsonl:{len(PERFECT) + 2}: $.kind" in done.stderr
    assert "Person                 1.000" in done.stdout


def test_confidence_beside_what_is_right(gold: Path) -> None:
    wrong = [*PERFECT, relation("CHAIRED", "Person:李华", MEETING)]
    lines = run(wrong, gold, "--confidence").stdout.splitlines()
    head, *rows, error = [line.split() for line in lines[lines.index("") + 1 :]]
    assert head == ["confidence", "expected", "right", "relations"]
    assert sum(int(row[-1]) for row in rows) == 7
    assert error[:2] == ["calibration", "error"]
    bins = json.loads(run(wrong, gold, "--format", "json", "--confidence").stdout)["confidence"]
    assert [each["relations"] for each in bins] == [int(row[-1]) for row in rows]
