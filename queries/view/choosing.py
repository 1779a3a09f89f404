"""Which picture is asked for, and the steps that every picture goes through: gather, period, size, sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.errors import InputError, LimitExceeded
from graph.store.base import Store
from queries.parameters import fits, period_of
from queries.view import coattendance, from_store
from queries.view.evidence import with_sentences
from queries.view.from_table import from_table
from queries.view.limit import check_most, fitted, period, within
from queries.view.model import GraphData

ROWS = 50_000
"""Rows of a question that a picture takes in."""
FARTHEST = 4
"""Relations away from a name that a picture goes at most: by then most of a graph is in it."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What `guanxi view` was asked for; at most one of cypher, around, event, organization and together."""

    cypher: str | None
    parameters: Mapping[str, Any]
    around: str | None
    hops: int | None
    event: str | None
    organization: str | None
    together: bool
    since: str | None
    until: str | None
    max_nodes: int | None

    def check(self) -> None:
        """InputError for options that exclude one another, say nothing or hold no period."""
        names = {"--around": self.around, "--event": self.event, "--organization": self.organization}
        asked = {"a Cypher question": self.cypher, **names, "--coattendance": self.together or None}
        given = [name for name, value in asked.items() if value is not None]
        if len(given) > 1:
            raise InputError(f"Only one picture at a time: {' and '.join(given)} exclude one another.")
        for name, value in names.items():
            if value is not None and not fits(value, "string"):
                raise InputError(f"{name} wants a name, a text, and not {value!r}.")
            if value is not None and not value.strip():
                raise InputError(f"{name} has no name. Whose picture? Without {name}, it is the whole graph's.")
        if self.cypher is not None and not fits(self.cypher, "string"):
            raise InputError(f"The question is a text in Cypher, and not {self.cypher!r}.")
        if self.cypher is not None and not self.cypher.replace(";", "").strip():
            raise InputError("The question is empty.")
        self._check_numbers()
        if self.parameters and self.cypher is None:
            raise InputError("Parameters go with a Cypher question.")
        period_of(self.since, self.until)

    def _check_numbers(self) -> None:
        if self.hops is not None and self.around is None:
            raise InputError("--hops goes with --around: how many relations away from whom?")
        if self.hops is not None and not (fits(self.hops, "integer") and 1 <= self.hops <= FARTHEST):
            raise InputError(f"--hops is a whole number from 1 to {FARTHEST}.")
        check_most(self.max_nodes)


def chosen(store: Store, choice: Choice) -> GraphData:
    """The data of the picture that was asked for."""
    choice.check()
    data = within(_gathered(store, choice), period(choice.since, choice.until))
    return finished(store, data, max_nodes=choice.max_nodes)


def heading(choice: Choice, lang: str) -> str | None:
    """The heading of a picture that has no name of its own: who was seen together, and when."""
    if not choice.together:
        return None
    when = f" {choice.since or ''}–{choice.until or ''}" if choice.since or choice.until else ""
    return ("Seen together" if lang == "en" else "同场网络") + when


def finished(store: Store | None, data: GraphData, *, max_nodes: int | None) -> GraphData:
    """`data` cut to what fits, with its sentences."""
    part = fitted(data, max_nodes=max_nodes)
    return with_sentences(store, part) if store is not None else part


def _gathered(store: Store, choice: Choice) -> GraphData:
    if choice.cypher:
        table = store.read(choice.cypher, choice.parameters, limit=ROWS)
        if table.truncated:
            raise LimitExceeded(f"The answer has more than {ROWS:,} rows, too many to draw. Narrow it, or add a LIMIT.")
        return from_table(table, store=store)
    if choice.around:
        return from_store.around(store, choice.around.strip(), hops=choice.hops or 1, max_nodes=choice.max_nodes)
    if choice.event:
        return from_store.event(store, choice.event.strip())
    if choice.organization:
        return from_store.organization(store, choice.organization.strip())
    if choice.together:
        return coattendance.coattendance(store, since=choice.since, until=choice.until, max_nodes=choice.max_nodes)
    # The whole graph is cut to size after the period where there is one: its most connected part may lie outside.
    whole = choice.since or choice.until
    return from_store.everything(store, max_nodes=10**9 if whole else choice.max_nodes)
