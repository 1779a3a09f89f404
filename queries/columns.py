"""Columns of answers: their words in two languages, what they mean, and the Chinese of the values in them.

A column of a question is described in the question's header. What a column of that name means everywhere stands once,
in columns.yaml; a header says `about` where it means something else there, and `values` where it has words of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec
import yaml

from graph.ontology import ontology


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The same words in Chinese and in English."""

    zh: str
    en: str

    def get(self, lang: str) -> str:
        """The words in `lang`, "zh" or "en"."""
        return self.zh if lang == "zh" else self.en


class Column(Words, frozen=True, forbid_unknown_fields=True):
    """A column's heading; `about` says what it means, `values` has the Chinese for the words that stand in it."""

    about: Words | None = None
    values: dict[str, str] = {}


@cache
def glossary() -> dict[str, Words]:
    """What a column means, by its name, as columns.yaml has it."""
    text = files("queries").joinpath("columns.yaml").read_text(encoding="utf-8")
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return msgspec.convert(yaml.load(text, Loader=loader), dict[str, Words])


def meaning(name: str, column: Column) -> Words | None:
    """What a column means: the header's own words, else the glossary's; None where neither has any."""
    return column.about or glossary().get(name)


@cache
def _ontologys() -> dict[str, dict[str, str]]:
    """The Chinese of the ontology's own words, by the columns of questions in which they stand."""
    known = ontology()
    properties = [one.properties for one in known.kinds.values()]
    properties += [one.properties for one in known.relations.values()]
    labels = {name: kind.zh for name, kind in known.kinds.items()}
    labels |= {name: about["zh"] for name, about in known.provenance["labels"].items()}
    enumerations = {one.name for held in properties for one in held.values() if one.words}
    columns = {name: dict(known.values) for name in enumerations}
    columns["kind"] = columns["kinds"] = columns["kind"] | labels
    relations = {name: relation.zh for name, relation in known.relations.items()}
    return columns | {"relation": relations, "part": relations, "detail": columns["role"]}


def chinese(words: Mapping[str, Words], column: str, value: Any) -> list[str] | None:
    """The Chinese of a value, or of each in a list of values, in a question's `column`.

    None where it has none: a value that is no word of the ontology or of the header, or a column that is described
    nowhere (free Cypher names its own).
    """
    about = words.get(column)
    if about is None:
        return None
    known = (about.values if isinstance(about, Column) else {}) or _ontologys().get(column, {})
    said = value if isinstance(value, list) else [value]
    if not said or not all(isinstance(one, str) and one in known for one in said):
        return None
    return [known[one] for one in said]
