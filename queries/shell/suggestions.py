"""What may come next in a half-written question: the ontology's names, words of Cypher."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from graph.ontology import ontology

KEYWORDS = (
    "MATCH", "OPTIONAL MATCH", "WHERE", "RETURN", "ORDER BY", "LIMIT", "SKIP", "WITH", "UNWIND", "DISTINCT", "AS",
    "AND", "OR", "NOT", "IN", "IS NULL", "IS NOT NULL", "CONTAINS", "STARTS WITH", "ENDS WITH", "DESC", "UNION ALL", 
    "CASE", "WHEN", "THEN", "ELSE", "END", "EXISTS", "COUNT", "collect", "count", "min", "max", "size", "shortestPath",
    "labels", "type", "coalesce",
)  # fmt: skip
COMMANDS = {
    ":help": "what the shell understands",
    ":ask": "a named question: :ask attended 全县安全生产工作会议",
    ":questions": "the named questions",
    ":schema": "kinds, relations and their properties",
    ":param": "set a parameter: :param name=林晓峰",
    ":params": "the parameters that are set",
    ":format": "table, json, jsonl or csv; alone: which it is",
    ":quit": "leave",
}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A completion: `text` replaces the `length` characters before the cursor; `meta` are its words in zh and en."""

    text: str
    length: int
    meta: str = ""


@cache
def _labels() -> dict[str, str]:
    known = ontology()
    kinds = {name: f"{kind.zh} {kind.en}" for name, kind in known.kinds.items()}
    return kinds | {name: f"{one['zh']} {one['en']}" for name, one in known.provenance["labels"].items()}


@cache
def _types() -> dict[str, str]:
    known = ontology()
    stated = {name: f"{one.zh} {one.en}" for name, one in known.relations.items()}
    return stated | {name: f"{one['zh']} {one['en']}" for name, one in known.provenance["relations"].items()}


@cache
def _properties() -> dict[str, str]:
    known = ontology()
    found = {"id": "标识 id"}
    stated = [one.properties for one in known.kinds.values()] + [one.properties for one in known.relations.values()]
    for properties in [*stated, known.common]:
        found |= {name: f"{about.zh} {about.en}" for name, about in properties.items()}
    for about in [*known.provenance["labels"].values(), *known.provenance["relations"].values()]:
        found |= {name: "" for name in about.get("properties", []) if name not in found}
    return found


def _starting(start: str, words: dict[str, str] | Iterable[str]) -> list[Suggestion]:
    known = words if isinstance(words, dict) else dict.fromkeys(words, "")
    return [
        Suggestion(word, len(start), meta) for word, meta in known.items() if word.lower().startswith(start.lower())
    ]


def _in_string(text: str) -> bool:
    """Whether the cursor stands inside a quoted text or a comment."""
    bare = re.sub(r"\\.", "", text)
    rest = re.sub(r"'[^']*'|\"[^\"]*\"|`[^`]*`", "", bare)
    return "'" in rest or '"' in rest or "//" in rest.rsplit("\n", 1)[-1]


def suggest(text: str, parameters: Iterable[str] = ()) -> list[Suggestion]:
    """What may follow `text`, the question up to the cursor; `parameters` are the names of those that are set.

    >>> [one.text for one in suggest("MATCH (p:Per")], [one.text for one in suggest("MATCH (p)-[:CHA")]
    (['Person'], ['CHAIRED'])
    """
    if text.startswith(":"):
        return _starting(text, COMMANDS) if " " not in text else []
    if _in_string(text):
        return []
    if found := re.search(r"\[[^\]()]*[:|]\s*!?(\w*)\Z", text):
        return _starting(found[1], _types())
    if found := re.search(r"[(\w|&][^()\[\]{}]*[:|&]\s*!?(\w*)\Z", text):
        return _starting(found[1], _labels())
    if found := re.search(r"[\w`]\.(\w*)\Z|[(\[][^()\[\]]*\{(?:[^{}]*,)?\s*(\w*)\Z", text):
        return _starting(found[1] or found[2] or "", _properties())
    if found := re.search(r"\$(\w*)\Z", text):
        return _starting(found[1], parameters)
    if found := re.search(r"(?<![\w.$])(\w+)\Z", text):
        return _starting(found[1], KEYWORDS)
    return []
