"""The ontology as typed objects, read from ontology.yaml once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class Property:
    """A property of a kind or of a relation.

    Its type, the allowed words if it is an enumeration, its words in zh and en.
    """

    name: str
    type: str
    words: tuple[str, ...]
    zh: str
    en: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of node."""

    name: str
    zh: str
    en: str
    plural_zh: str
    plural_en: str
    description: str
    properties: dict[str, Property]


@dataclass(frozen=True, slots=True)
class RelationKind:
    """A kind of relation, with the kinds of node that it may join."""

    name: str
    zh: str
    en: str
    description: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    properties: dict[str, Property]


@dataclass(frozen=True, slots=True)
class Ontology:
    """What the graph may hold: `kinds` and `relations` by name, `common` properties of relations, provenance words.

    `values` has the Chinese for the allowed words of enumerations; their English is the word itself.
    """

    version: int
    kinds: dict[str, Kind]
    relations: dict[str, RelationKind]
    common: dict[str, Property]
    provenance: dict[str, Any]
    values: dict[str, str]

    def joins(self, relation: str, source: str, target: str) -> bool:
        """Whether `relation` may lead from a `source` to a `target` (names of kinds)."""
        kind = self.relations.get(relation)
        return kind is not None and source in kind.source and target in kind.target


def _properties(raw: dict[str, dict[str, Any]]) -> dict[str, Property]:
    found = {}
    for name, about in raw.items():
        words = tuple(about["type"]) if isinstance(about["type"], list) else ()
        found[name] = Property(
            name=name,
            type="word" if words else about["type"],
            words=words,
            zh=about["zh"],
            en=about["en"],
            required=about.get("required", False),
        )
    return found


def _kind(name: str, about: dict[str, Any]) -> Kind:
    plural = about["plural"]
    return Kind(
        name,
        about["zh"],
        about["en"],
        plural["zh"],
        plural["en"],
        about["description"],
        _properties(about["properties"]),
    )


def _relation(name: str, about: dict[str, Any]) -> RelationKind:
    return RelationKind(
        name,
        about["zh"],
        about["en"],
        about["description"],
        tuple(about["source"]),
        tuple(about["target"]),
        _properties(about["properties"]),
    )


@cache
def ontology() -> Ontology:
    """The ontology of this version, read from the package's ontology.yaml."""
    raw = yaml.load(files("graph").joinpath("ontology.yaml").read_text(encoding="utf-8"), Loader=_loader())
    return Ontology(
        version=raw["version"],
        kinds={name: _kind(name, about) for name, about in raw["kinds"].items()},
        relations={name: _relation(name, about) for name, about in raw["relations"].items()},
        common=_properties(raw["common"]),
        provenance=raw["provenance"],
        values=raw["values"],
    )


def _loader() -> Any:
    """The C loader where libyaml is there: 20 ms less at every start."""
    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)
