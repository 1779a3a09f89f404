"""Asking: a named question or free Cypher to a store, a result back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.store.base import Store
from graph.table import Table
from queries import evidence
from queries.arguments import complete
from queries.catalogue import Question
from queries.result import Result


def check(question: Question, given: Mapping[str, Any]) -> None:
    """Raise InputError for parameters that are missing, unknown or wrong, before a store is opened."""
    complete(question, given)


def ask(
    store: Store,
    question: Question,
    given: Mapping[str, Any],
    *,
    limit: int | None = None,
    timeout: float | None = None,
    quotes: bool = False,
) -> Result:
    """The answer to a named question. `given` are its parameters; `quotes` fetches the sentences behind the rows.

    Raises InputError for parameters that are missing, unknown or of the wrong type, and what the store raises.
    """
    table = store.read(question.cypher, complete(question, given), limit=limit, timeout=timeout)
    if not table.rows:  # some stores name no columns where there are no rows
        table = Table(tuple(question.header.columns), ())
    table = evidence.once(table)
    found = evidence.fetch(store, evidence.ids_in(table)) if quotes else None
    return Result(table, question.header.columns, found)


def query(
    store: Store,
    cypher: str,
    parameters: Mapping[str, Any] | None = None,
    *,
    limit: int | None = None,
    timeout: float | None = None,
) -> Result:
    """The answer to free, read-only Cypher; `limit` rows at most, `timeout` in seconds."""
    return Result(store.read(cypher, parameters, limit=limit, timeout=timeout))
