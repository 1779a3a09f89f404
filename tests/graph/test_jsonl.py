"""Records as lines: what is written is read again, and what breaks the format is refused by file, line and field."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import jsonl
from graph.errors import InputError, RecordError
from graph.records import Article, Record
from graph.store.base import Rejected
from tests.graph.samples import article, person


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    records = [*article("a#1"), *article("b#1", published=None)]
    path = tmp_path / "records.jsonl"
    with path.open("wb") as stream:
        assert jsonl.write(records, stream) == len(records)
    refused: list[Rejected] = []
    assert [located.record for located in jsonl.read([path], reject=refused.append)] == records
    assert refused == []


def test_same_records_same_bytes_whatever_the_order_of_properties() -> None:
    one = person("林远山", "a#1")
    other = msgspec.structs.replace(
        one, properties=dict(reversed({**one.properties, "jurisdiction": "云溪县"}.items()))
    )
    assert jsonl.dump(one) == jsonl.dump(other)
    assert "林远山" in jsonl.dump(one).decode()


@given(st.text(min_size=1).filter(str.strip), st.text(), st.integers(0, 10**9), st.integers(0, 10**9))
def test_any_article_round_trips(name: str, title: str, start: int, length: int) -> None:
    record = Article(id=name[:400], title=title, start=start, end=start + length)
    try:
        line = jsonl.dump(record)
    except UnicodeEncodeError:
        return  # a lone surrogate has no bytes
    assert jsonl.parse(line, "x:1") == record


GOOD: dict[str, dict[str, Any]] = {
    "entity": {
        "record": "entity",
        "id": "person:x/y",
        "kind": "Person",
        "name": "林远山",
        "mentions": [{"article": "a", "start": 3, "end": 6, "text": "林远山"}],
    },
    "relation": {
        "record": "relation",
        "type": "ATTENDED",
        "source": "p",
        "target": "e",
        "evidence": [{"article": "a", "start": 0, "end": 3, "text": "他参加", "rule": "r"}],
        "confidence": 0.5,
    },
    "article": {"record": "article", "id": "a"},
    "sentence": {"record": "sentence", "article": "a", "start": 0, "end": 2, "text": "开会"},
}

BAD: list[tuple[str, dict[str, Any], str | None, str]] = [
    ("entity", {"kind": "Dragon"}, "$.kind", "Person, Organization"),
    ("entity", {"name": " "}, "$.name", "a name"),
    ("entity", {"id": ""}, "$.id", "not empty"),
    ("entity", {"id": "长" * 2000}, "$.id", "2000 bytes"),
    ("entity", {"colour": "red"}, None, "unknown field `colour`"),
    ("entity", {"properties": {"colour": "red"}}, "$.properties.colour", "a property of Person"),
    ("entity", {"properties": {"jurisdiction": 3}}, "$.properties.jurisdiction", "a text"),
    ("entity", {"kind": "Event", "properties": {"date": "2024-02-30"}}, "$.properties.date", "a date"),
    ("entity", {"kind": "Event", "properties": {"kind": "party"}}, "$.properties.kind", "meeting"),
    ("entity", {"mentions": [{"article": "a", "start": 6, "end": 3}]}, "$.mentions[0].end", "start < end"),
    (
        "entity",
        {"mentions": [{"article": "a", "start": 3, "end": 4, "text": "林远山"}]},
        "$.mentions[0].text",
        "at most 1",
    ),
    ("entity", {"mentions": [{"article": "a", "start": "3", "end": 4}]}, "$.mentions[0].start", "int"),
    ("relation", {"type": "MARRIED"}, "$.type", "ATTENDED"),
    ("relation", {"evidence": []}, "$.evidence", "at least one"),
    ("relation", {"confidence": 1.5}, "$.confidence", "0 to 1"),
    ("relation", {"properties": {"rank": True}}, "$.properties.rank", "whole number"),
    ("relation", {"properties": {"open": 1}}, "$.properties.open", "true or false"),
    (
        "relation",
        {"evidence": [{**GOOD["relation"]["evidence"][0], "text": "他"}]},
        "$.evidence[0].text",
        "3 characters",
    ),
    (
        "relation",
        {"evidence": [{**GOOD["relation"]["evidence"][0], "rule": ""}]},
        "$.evidence[0].rule",
        "rule or reader",
    ),
    ("article", {"published": "30.9.2020"}, "$.published", "ISO date"),
    ("article", {"start": 5, "end": 2}, "$.end", "start <= end"),
    ("article", {"format": 99}, "$.format", "newer guanxi"),
    ("sentence", {"end": 7}, "$.text", "7 characters"),
]


@pytest.mark.parametrize("kind", GOOD)
def test_good_lines_are_read(kind: str) -> None:
    assert jsonl.parse(msgspec.json.encode(GOOD[kind]), "x:1")
    assert jsonl.parse(msgspec.json.encode({**GOOD[kind], "format": 1}), "x:1")


@pytest.mark.parametrize(("kind", "change", "field", "expected"), BAD)
def test_bad_lines_are_refused_by_place_and_field(
    kind: str, change: dict[str, Any], field: str | None, expected: str
) -> None:
    with pytest.raises(RecordError) as refusal:
        jsonl.parse(msgspec.json.encode({**GOOD[kind], **change}), "records.jsonl:7")
    assert refusal.value.where == "records.jsonl:7"
    assert refusal.value.field == field
    assert expected in str(refusal.value)
    assert str(refusal.value).startswith("records.jsonl:7: ")


@pytest.mark.parametrize(
    "line", [b"", b"{", b"[]", b"null", b'{"record": "poem"}', b"\xff\xfe", b'{"id": "a"}', b'"\xed\xa0\x80"']
)
def test_what_is_no_record_is_refused(line: bytes) -> None:
    with pytest.raises(RecordError):
        jsonl.parse(line, "x:1")


def test_good_lines_load_beside_bad_ones(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    lines = [jsonl.dump(record) for record in article("a#1")]
    path.write_bytes(b"\xef\xbb\xbf" + lines[0] + b"\n{broken\n" + b"".join(lines[1:]))
    refused: list[Rejected] = []
    good = list(jsonl.read([path], reject=refused.append))
    assert [located.record for located in good] == article("a#1")
    assert good[1].where == f"{path}:4"
    assert [(each.where, each.line) for each in refused] == [(f"{path}:3", "{broken")]
    assert jsonl.write_rejects(refused, tmp_path / "rejects.jsonl") == 1
    assert "{broken" in (tmp_path / "rejects.jsonl").read_text(encoding="utf-8")


def test_stdin_is_a_dash(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.TextIOWrapper(io.BytesIO(jsonl.dump(Article(id="a"))))
    monkeypatch.setattr("sys.stdin", stream)
    assert [(each.record, each.where) for each in jsonl.read(["-"], reject=print)] == [(Article(id="a"), "stdin:1")]


def test_a_missing_file_is_one_message(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.jsonl cannot be read: No such file"):
        list(jsonl.read([tmp_path / "none.jsonl"], reject=print))


def _good(line: bytes) -> Record | None:
    try:
        return jsonl.parse(line, "x:1")
    except RecordError:
        return None


@given(st.binary(max_size=60))
def test_no_bytes_bring_it_down(line: bytes) -> None:
    _good(line)
