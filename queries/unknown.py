"""Names in free Cypher that the ontology does not have: labels, types of relations, properties, and what is near.

A cheap look at the text, not a parser: only what stands where nothing but such a name can stand is looked at. Texts and
comments are taken out first; keys of maps, aliases, parameters and variables that no pattern binds are left alone.
"""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from graph.ontology import ontology
from graph.table import Table
from queries.values import plain

_ASIDE = re.compile(r"//[^\n]*|/\*.*?(?:\*/|\Z)|'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"|`[^`]*`", re.DOTALL)
_NAME = r"(?:[^\W\d]\w*|`[^`]+`)"
_LABELS = rf"!?\(?{_NAME}(?:\s*[|&]\s*:?\s*!?\(?{_NAME}\)?)*"
_MAP = r"(\{[^{}]*\})?"
_NODE = re.compile(rf"(?<![\w`])\(\s*({_NAME})?\s*(?::\s*({_LABELS})\)?)?\s*(?=[){{]|WHERE\b){_MAP}", re.IGNORECASE)
_LINK = re.compile(
    rf"-\s*\[\s*({_NAME})?\s*(?::\s*({_LABELS}))?\s*(?:\*[\d.\s]*)?\s*(?=[\]{{]|WHERE\b){_MAP}", re.IGNORECASE
)
_TEST = re.compile(rf"\b(?:WHERE|AND|OR|XOR|NOT|WHEN)\s+({_NAME})\s*:\s*({_LABELS})", re.IGNORECASE)
_PROJECTED = re.compile(r"[{,]\s*\.")
_KEY = re.compile(rf"[{{,]\s*({_NAME})\s*:")
_ACCESS = re.compile(rf"(?<![\w`$.\])])({_NAME})\s*\.\s*({_NAME})(?![\w`]|\s*[.(])")
_ALIAS = re.compile(rf"\b(?:AS|YIELD)\s+({_NAME})|\b({_NAME})\s+IN\b|\(\s*({_NAME})\s*=", re.IGNORECASE)


@cache
def _labels() -> dict[str, tuple[str, ...]]:
    known = ontology()
    stated = {name: (kind.zh, kind.en) for name, kind in known.kinds.items()}
    return stated | {name: (one["zh"], one["en"]) for name, one in known.provenance["labels"].items()}


@cache
def _types() -> dict[str, tuple[str, ...]]:
    known = ontology()
    stated = {name: (one.zh, one.en) for name, one in known.relations.items()}
    return stated | {name: (one["zh"], one["en"]) for name, one in known.provenance["relations"].items()}


@cache
def _properties() -> dict[str, dict[str, tuple[str, ...]]]:
    """The properties of each label and type."""
    known = ontology()
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for name, kind in known.kinds.items():
        found[name] = {"id": (), **{key: (one.zh, one.en) for key, one in kind.properties.items()}}
    for name, link in known.relations.items():
        held = {**link.properties, **known.common}
        found[name] = {"id": (), **{key: (one.zh, one.en) for key, one in held.items()}}
    for name, about in {**known.provenance["labels"], **known.provenance["relations"]}.items():
        found[name] = dict.fromkeys(("id", *about.get("properties", ())), ())
    return found


def _bare(name: str) -> str:
    return name.strip().strip("`")


def _named(expression: str | None) -> list[str]:
    return [_bare(one) for one in re.findall(_NAME, expression or "")]


def _near(name: str, known: Mapping[str, tuple[str, ...]]) -> list[str]:
    """What `name` may have been meant for: the same in other letters, its words, else what is spelt alike."""
    said = defaultdict[str, list[str]](list)
    for one, words in known.items():
        for form in (one, *words):
            said[form.lower().replace(" ", "_")].append(one)
    found = difflib.get_close_matches(name.lower(), said, n=3, cutoff=0.6)
    return list(dict.fromkeys(one for form in found for one in said[form]))


def _line(zh: str, en: str, name: str, near: Iterable[str], of: Iterable[str] = ()) -> str:
    alike, whose = "、".join(near), "、".join(of)
    said = f"图谱定义中，{whose} 没有" if whose else "图谱定义中没有"
    told = f" of {whose}" if whose else ""
    more = f" 相近 near: {alike}" if alike else ""
    return f"{said}{zh}“{name}”。 The ontology has no {en} {name}{told}.{more}"


def unknown(cypher: str) -> list[str]:
    """A line for each label, type of relation and property in `cypher` that the ontology does not have."""
    text = _ASIDE.sub(lambda found: {"/": " ", "`": found[0]}.get(found[0][0], "''"), cypher)
    bound = defaultdict[str, set[str]](set)
    lines, keys = list[str](), list[tuple[str, set[str]]]()
    for pattern, zh, en, known in (
        (_NODE, "标签", "label", _labels()),
        (_TEST, "标签", "label", _labels()),
        (_LINK, "关系类型", "type of relation", _types()),
    ):
        for found in pattern.finditer(text):
            names = _named(found[2])
            lines += [_line(zh, en, one, _near(one, known)) for one in names if one not in known and one[0] != "_"]
            of = bound[_bare(found[1])] if found[1] else set[str]()
            of |= set(names)
            if pattern is not _TEST and found[3] and (found[1] or names) and not _PROJECTED.search(found[3]):
                keys += [(_bare(key), of) for key in _KEY.findall(found[3])]
    other = {_bare(one) for found in _ALIAS.findall(text) for one in found if one}
    for of_name, key in _ACCESS.findall(text):
        if _bare(of_name) in bound and _bare(of_name) not in other:
            keys.append((_bare(key), bound[_bare(of_name)]))
    lines += [line for key, kinds in keys for line in _property(key, kinds)]
    return list(dict.fromkeys(lines))


def _property(key: str, kinds: set[str]) -> Iterator[str]:
    """A line if neither of `kinds`, or nothing at all where these are none or not known, has a property `key`."""
    held = _properties()
    of = sorted(kinds) if kinds and kinds <= set(held) else []
    known = {name: words for kind in of or held for name, words in held[kind].items()}
    if key in known or key.startswith("_"):
        return
    elsewhere = [f"{kind}.{key}" for kind, properties in held.items() if key in properties]
    yield _line("属性", "property", key, _near(key, known) or elsewhere, of)


def says_nothing(table: Table) -> bool:
    """Whether an answer has no rows, or nothing in them but null, 0 and empty lists."""
    return not any(plain(value) not in (None, 0, []) for row in table.rows for value in row)
