"""Does a record keep to the ontology? What the types cannot say: kinds, words, dates, offsets, evidence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, NoReturn

from graph.errors import RecordError
from graph.ontology import Property, ontology
from graph.records import Article, Entity, Evidence, Mention, Record, Relation, Sentence, Value

LONGEST_ID = 2000
"""Bytes of UTF-8 that an id may have: what both stores' indexes take, with room."""

DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?|--(\d\d)(?:-(\d\d))?", re.ASCII)


def check(record: Record) -> None:
    """Raise RecordError, with the field and what was expected there, if `record` breaks the ontology."""
    _CHECKS[type(record)](record)


def _sentence(record: Sentence) -> None:
    _id(record.article, "$.article")
    _text(record, "$")


def _article(record: Article) -> None:
    _id(record.id, "$.id")
    if record.published is not None and not is_date(record.published):
        _refuse("$.published", "an ISO date (2020-09-30, 2020-09 or 2020)", record.published)
    if not 0 <= record.start <= record.end:
        _refuse("$.end", "offsets with 0 <= start <= end", f"{record.start}, {record.end}")


def _entity(record: Entity) -> None:
    _id(record.id, "$.id")
    kind = ontology().kinds.get(record.kind)
    if kind is None:
        _refuse("$.kind", f"one of {', '.join(ontology().kinds)}", record.kind)
    if not record.name.strip():
        _refuse("$.name", "a name", record.name)
    own = {name: about for name, about in kind.properties.items() if name not in ("name", "aliases")}
    _properties(record.properties, own, record.kind)
    for number, mention in enumerate(record.mentions):
        _mention(mention, number)


def _mention(mention: Mention, number: int) -> None:
    _id(mention.article, "$.mentions[%d].article", number)
    _span(mention.start, mention.end, "$.mentions[%d]", number)
    if mention.text is not None and not 0 < len(mention.text) <= mention.end - mention.start:
        expected = f"at most {mention.end - mention.start} characters, as the offsets say"
        _refuse(f"$.mentions[{number}].text", expected, mention.text)


def _relation(record: Relation) -> None:
    kind = ontology().relations.get(record.type)
    if kind is None:
        _refuse("$.type", f"one of {', '.join(ontology().relations)}", record.type)
    _id(record.source, "$.source")
    _id(record.target, "$.target")
    if not 0 <= record.confidence <= 1:
        _refuse("$.confidence", "a number from 0 to 1", record.confidence)
    _properties(record.properties, kind.properties, record.type)
    if not record.evidence:
        _refuse("$.evidence", "at least one sentence", "none")
    for number, evidence in enumerate(record.evidence):
        _id(evidence.article, "$.evidence[%d].article", number)
        _text(evidence, "$.evidence[%d]", number)
        if not evidence.rule or evidence.rule.isspace():
            _refuse(f"$.evidence[{number}].rule", "the name of the rule or reader", evidence.rule)


def _text(record: Sentence | Evidence, field: str, *number: int) -> None:
    _span(record.start, record.end, field, *number)
    if len(record.text) != record.end - record.start:
        _refuse(
            f"{field % number}.text",
            f"the {record.end - record.start} characters of the source from {record.start} to {record.end}",
            f"{len(record.text)} characters",
        )


def _span(start: int, end: int, field: str, *number: int) -> None:
    if not 0 <= start < end:
        _refuse(f"{field % number}.end", "offsets with 0 <= start < end", f"{start}, {end}")


def _id(value: str, field: str, *number: int) -> None:
    """`field` is written out with `number` only where it is told: this runs for every record."""
    if not value or value.isspace() or (len(value) * 4 > LONGEST_ID and len(value.encode()) > LONGEST_ID):
        _refuse(field % number, f"an id, not empty and at most {LONGEST_ID} bytes long", value[:40])


def _properties(given: Mapping[str, Value], known: Mapping[str, Property], owner: str) -> None:
    for name, value in given.items():
        about = known.get(name)
        if about is None:
            _refuse(f"$.properties.{name}", f"a property of {owner}: {_listed(known)}", name)
        if value is not None and not _fits(value, about):
            _refuse(f"$.properties.{name}", _expected(about), value)


def _fits(value: Value, about: Property) -> bool:
    if about.type == "word":
        return value in about.words
    if about.type == "date":
        return isinstance(value, str) and is_date(value)
    if isinstance(value, bool):
        return about.type == "boolean"
    return isinstance(value, _TYPES[about.type]) and value != ""


def _expected(about: Property) -> str:
    words = {
        "word": f"one of {', '.join(about.words)}",
        "date": "a date: 2020-09-28, 2020-09, 2020, --09-28 or --09",
        "string": "a text",
        "strings": "a list of texts",
        "integer": "a whole number",
        "number": "a number",
        "boolean": "true or false",
    }
    return words[about.type]


def is_date(text: str) -> bool:
    """Whether `text` is a date of the calendar, as precise as known: 2020-09-28, 2020-09, 2020, --09-28, --09."""
    found = DATE.fullmatch(text)
    if found is None:
        return False
    year, month, day, only_month, only_day = (int(part) if part else None for part in found.groups())
    try:
        date(year or 2000, month or only_month or 1, day or only_day or 1)
    except ValueError:
        return False
    return True


def _listed(known: Iterable[str]) -> str:
    return ", ".join(known) or "it has none"


_TYPES: Mapping[str, tuple[type, ...]] = {
    "string": (str,),
    "strings": (list,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
}


def _refuse(field: str, expected: str, got: object) -> NoReturn:
    raise RecordError(f"{field}: expected {expected}, got {got!r}", field=field)


_CHECKS: Mapping[type, Callable[[Any], None]] = {
    Article: _article,
    Sentence: _sentence,
    Entity: _entity,
    Relation: _relation,
}
