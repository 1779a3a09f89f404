"""The published JSON Schema of the record format, made from the records and the ontology.

`python -m graph.published` writes it to graph/records.schema.json; a test holds that file to be current.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec

from graph.checks import DATE, LONGEST_ID
from graph.ontology import Property, ontology
from graph.records import FORMAT, Record

FILE = "records.schema.json"


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of one line of records."""
    (whole,), parts = msgspec.json.schema_components([Record], ref_template="#/$defs/{name}")
    for part in parts.values():
        if "record" in part["properties"]:
            part["properties"]["format"] = {"type": "integer", "minimum": 1, "maximum": FORMAT}
    _offsets(parts)
    _kinds(parts["Entity"])
    _relations(parts["Relation"])
    parts["Article"]["properties"]["published"] = {"anyOf": [_date(), {"type": "null"}], "default": None}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"guanxi records, format {FORMAT}, ontology {ontology().version}",
        "description": "One line of JSON. Offsets count code points of the source as read, end exclusive.",
        **whole,
        "$defs": parts,
    }


def _offsets(parts: dict[str, Any]) -> None:
    for part in parts.values():
        for name in ("start", "end"):
            if name in part["properties"]:
                part["properties"][name]["minimum"] = 0
        for name in ("id", "article", "source", "target"):
            if name in part["properties"] and name in part.get("required", ()):
                part["properties"][name] |= {"minLength": 1, "maxLength": LONGEST_ID}


def _kinds(entity: dict[str, Any]) -> None:
    kinds = ontology().kinds
    entity["properties"]["kind"] = {"enum": list(kinds)}
    entity["properties"]["name"]["minLength"] = 1
    entity["allOf"] = [
        _if("kind", name, {key: about for key, about in kind.properties.items() if key not in ("name", "aliases")})
        for name, kind in kinds.items()
    ]


def _relations(relation: dict[str, Any]) -> None:
    relations = ontology().relations
    relation["properties"]["type"] = {"enum": list(relations)}
    relation["properties"]["confidence"] |= {"minimum": 0, "maximum": 1}
    relation["properties"]["evidence"]["minItems"] = 1
    relation["allOf"] = [_if("type", name, kind.properties) for name, kind in relations.items()]


def _if(field: str, value: str, properties: Mapping[str, Property]) -> dict[str, Any]:
    """Where `field` is `value`, `properties` are the only ones."""
    known = {name: {"anyOf": [_type(about), {"type": "null"}]} for name, about in properties.items()}
    return {
        "if": {"properties": {field: {"const": value}}},
        "then": {"properties": {"properties": {"properties": known, "additionalProperties": False}}},
    }


def _type(about: Property) -> dict[str, Any]:
    types: dict[str, dict[str, Any]] = {
        "word": {"enum": list(about.words)},
        "string": {"type": "string", "minLength": 1},
        "strings": {"type": "array", "items": {"type": "string"}},
        "date": _date(),
        "integer": {"type": "integer"},
        "number": {"type": "number"},
        "boolean": {"type": "boolean"},
    }
    return types[about.type]


def _date() -> dict[str, Any]:
    return {"type": "string", "pattern": f"^(?:{DATE.pattern})$"}


def text() -> str:
    """The schema as the file holds it."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    Path(str(files("graph").joinpath(FILE))).write_text(text(), encoding="utf-8")
