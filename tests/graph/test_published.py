"""The published JSON Schema is current, and says what the checks say."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import jsonschema
import msgspec
import pytest

from graph import jsonl, published
from tests.graph.samples import article
from tests.graph.test_jsonl import BAD, GOOD

BEYOND = {"$.text", "$.end", "$.mentions[0].text", "$.mentions[0].end", "$.evidence[0].text", "$.evidence[0].rule"}
"""What a JSON Schema cannot say: that one field fits another."""


@pytest.fixture(scope="module")
def validator() -> Any:
    """A validator of the schema."""
    schema = published.schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def test_the_file_is_current() -> None:
    file = files("graph").joinpath(published.FILE)
    assert file.read_text(encoding="utf-8") == published.text(), "run: python -m graph.published"


def test_it_takes_what_is_written(validator: Any) -> None:
    for record in article("a#1"):
        validator.validate(msgspec.json.decode(jsonl.dump(record)))
    for good in GOOD.values():
        validator.validate({**good, "format": 1})


def _sayable(change: dict[str, Any], field: str | None, expected: str) -> bool:
    calendar = change.get("properties") == {"date": "2024-02-30"}
    return field not in BEYOND and expected not in ("a name", "2000 bytes") and not calendar


@pytest.mark.parametrize(
    ("kind", "change"), [(kind, change) for kind, change, field, expected in BAD if _sayable(change, field, expected)]
)
def test_it_refuses_what_is_refused(validator: Any, kind: str, change: dict[str, Any]) -> None:
    assert not validator.is_valid({**GOOD[kind], **change})
