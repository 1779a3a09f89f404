"""The questions that a view asks, one a file in cypher/. Values are parameters; labels and types the ontology's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from graph.ontology import ontology
from graph.store.base import Store
from graph.table import Table

BATCH = 2_000
"""Ids that go into one question."""


@cache
def _text(name: str, kind: str | None) -> str:
    text = files("queries.view").joinpath("cypher", f"{name}.cypher").read_text(encoding="utf-8")
    if kind is not None:
        assert kind in ontology().kinds, kind
        text = text.replace(":Kind", f":{kind}")
    return text.replace(":Relation", ":" + "|".join(ontology().relations))


def ask(store: Store, name: str, /, *, kind: str | None = None, limit: int | None = None, **parameters: Any) -> Table:
    """The answer to the question `name`, of one `kind` where it has one."""
    return store.read(_text(name, kind), parameters, limit=limit)


def ask_of(
    store: Store, name: str, ids: Iterable[str], /, *, kind: str | None = None, **parameters: Any
) -> Iterator[dict[str, Any]]:
    """The rows of a question that takes `ids`, however many there are."""
    wanted = list(ids)
    for start in range(0, len(wanted), BATCH):
        yield from ask(store, name, kind=kind, ids=wanted[start : start + BATCH], **parameters).dicts()


def ask_each(
    store: Store, name: str, ids: Mapping[str, Iterable[str]], /, **parameters: Any
) -> Iterator[dict[str, Any]]:
    """The rows of a question that takes ids, kind by kind."""
    for kind in sorted(ids):
        if kind in ontology().kinds:
            yield from ask_of(store, name, ids[kind], kind=kind, **parameters)
