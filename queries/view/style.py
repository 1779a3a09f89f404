"""How kinds look: a colour for light and for dark, a shape (colour is never the only sign), a size; and their words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import log10, sqrt

from graph.ontology import Kind, RelationKind, ontology
from queries.view.wording import words


@dataclass(frozen=True, slots=True)
class Look:
    """How a kind of node is drawn: colours as #rrggbb, a shape that vis-network knows and its size beside a dot's."""

    light: str
    dark: str
    shape: str
    scale: float = 1.0


LOOKS = {
    "Person": Look("#3b6db3", "#86b4f2", "dot"),
    "Organization": Look("#c7822f", "#ecb266", "square", 0.86),
    "Event": Look("#c24a61", "#f08da0", "diamond", 1.14),
    "Place": Look("#3d8f64", "#7fcf9f", "triangle", 1.0),
    "Post": Look("#7a62b8", "#b8a3ec", "hexagon", 1.0),
    "Matter": Look("#2a8b9b", "#6cc8d6", "triangleDown", 1.0),
    "Article": Look("#78828f", "#a3adba", "square", 0.8),
    "Sentence": Look("#9aa3ae", "#7d8794", "dot", 0.8),
}
OTHER = Look("#78828f", "#a3adba", "star", 1.1)

GROUPS = [
    "#4e79a7", "#e08f3c", "#59a14f", "#c8565f", "#8d6cab", "#3f9a95",
    "#b58a2c", "#d37295", "#7b6a58", "#5b8fd0", "#8aa23c", "#a05d8c",
]  # fmt: skip
"""Colours of communities and jurisdictions, the largest first; the rest share a grey."""


def derived(type_: str) -> bool:
    """Whether a view makes this relation and no article states it."""
    return type_ in words()["derived"]


def look(kind: str) -> Look:
    """The look of a kind; one look for all that the ontology does not know."""
    return LOOKS.get(kind, OTHER)


def radius(degree: int, kind: str, *, of: int) -> float:
    """Size of a node with `degree` relations: the area grows with them, up to a limit; larger in a picture `of` few."""
    room = min(1.5, max(1.0, 1.5 - 0.27 * log10(max(of, 1) / 25)))
    return round(min(26.0, 5.5 + 1.7 * sqrt(degree)) * room * look(kind).scale, 1)


def kind_words(kind: str) -> tuple[str, str]:
    """The kind in Chinese and in English (plural); itself where the ontology does not know it."""
    known = ontology().kinds.get(kind)
    if known:
        return known.plural_zh, known.plural_en
    label = ontology().provenance["labels"].get(kind)
    return (label["zh"], label["en"]) if label else (kind, kind)


def kind_word(kind: str) -> tuple[str, str]:
    """The kind in Chinese and in English, of one node."""
    known = ontology().kinds.get(kind)
    return (known.zh, known.en) if known else kind_words(kind)


def type_words(type_: str) -> tuple[str, str]:
    """The relation in Chinese and in English; itself where nobody knows it."""
    known = ontology().relations.get(type_)
    if known:
        return known.zh, known.en
    other = ontology().provenance["relations"].get(type_) or words()["derived"].get(type_)
    return (other["zh"], other["en"]) if other else (type_, type_)


def property_words(names: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Properties in Chinese and in English, those of the ontology first."""
    known = {name: (one["zh"], one["en"]) for name, one in words()["properties"].items()}
    parts: list[Kind | RelationKind] = [*ontology().kinds.values(), *ontology().relations.values()]
    for properties in [ontology().common, *(part.properties for part in parts)]:
        known.update({name: (one.zh, one.en) for name, one in properties.items()})
    return {name: known[name] for name in sorted(set(names)) if name in known}


def kind_order(kinds: Iterable[str]) -> list[str]:
    """Kinds in the ontology's order, unknown ones after them by name."""
    order = list(LOOKS)
    return sorted(set(kinds), key=lambda kind: (order.index(kind) if kind in order else len(order), kind))


def type_order(types: Iterable[str]) -> list[str]:
    """Relations in the ontology's order, unknown ones after them by name."""
    order = [*ontology().relations, *words()["derived"]]
    return sorted(set(types), key=lambda name: (order.index(name) if name in order else len(order), name))
