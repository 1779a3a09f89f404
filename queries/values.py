"""Values of answers in two forms: `plain` for programs (JSON), `caption` for people (one line of text).

A store answers with scalars, lists, maps, dates and the driver's nodes, relationships and paths. Properties whose name
begins with ``_`` are the loader's own and are never shown.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Mapping
from typing import Any

from graph.driver import Node, Path, Relationship

_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Control characters, and marks that turn the direction of writing: articles come from anywhere, terminals obey."""


def shown(properties: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """The properties that people may see, `id` first, then by name."""
    seen = {key: plain(value) for key, value in properties if not key.startswith("_")}
    return {key: seen[key] for key in sorted(seen, key=lambda key: (key != "id", key))}


def label_of(node: Node) -> str:
    """The label of a node; the first by name where a foreign graph gives several, "" where it gives none."""
    return min(node.labels, default="")


def name_of(node: Node) -> str:
    """What a node is called: its name, an article's title, a sentence's text, else its id."""
    for key in ("name", "title", "text", "id"):
        if node.get(key):
            return str(node[key])
    return label_of(node)


def _end(node: Node | None) -> Any:
    return None if node is None else node.get("id")


def plain(value: Any) -> Any:
    """`value` as JSON knows it. Dates are ISO; a node is a map with its `label` and properties; a relationship one with
    `type`, `source` and `target` (ids; None where the answer does not hold the ends); a path `nodes` and `relations`.
    """
    match value:
        case None | bool() | int() | float() | str():
            return value
        case Node():
            return {"label": label_of(value), **shown(value.items())}
        case Relationship():
            ends = {"source": _end(value.start_node), "target": _end(value.end_node)}
            return {"type": value.type, **ends, **shown(value.items())}
        case Path():
            return {"nodes": [plain(n) for n in value.nodes], "relations": [plain(r) for r in value.relationships]}
        case Mapping():
            return {str(key): plain(one) for key, one in value.items() if not str(key).startswith("_")}
        case bytes() | bytearray():
            return base64.b64encode(value).decode()
        case _ if hasattr(value, "iso_format"):
            return value.iso_format()
        case _ if hasattr(value, "isoformat"):
            return value.isoformat()
        case list() | tuple() | set() | frozenset():
            return [plain(one) for one in value]
    return str(value)


def _chain(path: Path) -> str:
    parts = [name_of(path.nodes[0])]
    for before, link, after in zip(path.nodes, path.relationships, path.nodes[1:], strict=False):
        forward = link.start_node == before
        parts += [f" -[{link.type}]-> " if forward else f" <-[{link.type}]- ", name_of(after)]
    return "".join(parts)


def clean(text: str) -> str:
    """`text` without control characters and direction marks; line breaks stay."""
    return _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def caption(value: Any) -> str:
    """`value` in a line of text for people; "" for None."""
    match value:
        case None:
            return ""
        case bool():
            return "✓" if value else "✗"
        case float():
            return f"{value:.1f}" if 100 <= abs(value) < 1e9 else f"{value:.3g}"
        case Node():
            return clean(name_of(value))
        case Relationship():
            return clean(value.type)
        case Path():
            return clean(_chain(value))
        case list() | tuple() if not hasattr(value, "iso_format"):
            return "、".join(caption(one) for one in value)
        case Mapping():
            return "，".join(f"{clean(str(key))}: {caption(one)}" for key, one in plain(value).items())
    return clean(str(plain(value)))
