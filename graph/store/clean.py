"""Answers without the graph's own bookkeeping: properties that begin with an underscore are nobody's business."""

from __future__ import annotations

from typing import Any

from neo4j.graph import Entity, Path

INTERNAL = frozenset({"_claims", "_digest", "_names", "_tally"})


def value(given: Any) -> Any:
    """`given` as the driver returned it, with internal properties taken out of nodes, relationships, paths and maps."""
    match given:
        case Entity():
            _strip(given)
        case Path():
            for each in (*given.nodes, *given.relationships):
                _strip(each)
        case dict():
            return {key: value(each) for key, each in given.items() if key not in INTERNAL}
        case list():
            return [value(each) for each in given if not (isinstance(each, str) and each in INTERNAL)]
    return given


def _strip(entity: Entity) -> None:
    """The driver offers no way to make a node without a property: its own mapping is changed."""
    for name in INTERNAL & entity._properties.keys():
        del entity._properties[name]
