"""The view: one file that answers questions. `view` draws a store, `draw` an answer; both give a `GraphView`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date

    from graph.store.base import Store
    from graph.table import Table
    from queries.view.choosing import Choice
    from queries.view.graphview import GraphView

__all__ = ["draw", "draw_choice", "view"]


def view(
    store: Store,
    cypher: str | None = None,
    /,
    *,
    parameters: Mapping[str, Any] | None = None,
    around: str | None = None,
    hops: int | None = None,
    event: str | None = None,
    organization: str | None = None,
    coattendance: bool = False,
    since: str | date | None = None,
    until: str | date | None = None,
    timeline: bool = False,
    lang: str = "zh",
    max_nodes: int | None = None,
    title: str | None = None,
) -> GraphView:
    """A picture of a question's answer, or of what lies around a name, an event, an organization's people, who was seen
    together, or (with none of these) the whole graph.

    `hops` is how many relations away from `around` (1 unless told). `since` and `until` (ISO dates of any precision or
    days of Python, both included) keep what is dated within; `timeline` opens on the timeline; at most `max_nodes` are
    shown. InputError for a name that is not there or options that exclude one another; the store's errors for a
    question that it cannot answer.
    """
    from queries.parameters import period_of
    from queries.view.choosing import Choice

    first, last = period_of(since, until)
    choice = Choice(cypher, parameters or {}, around, hops, event, organization, coattendance, first, last, max_nodes)
    return draw_choice(store, choice, timeline=timeline, lang=lang, title=title)


def draw_choice(store: Store, choice: Choice, *, timeline: bool, lang: str, title: str | None) -> GraphView:
    """The picture of a choice (see `view`)."""
    from queries.view.choosing import chosen, heading

    title = heading(choice, lang) if title is None else title
    return _viewed(chosen(store, choice), timeline=timeline, lang=lang, title=title)


def draw(
    store: Store | None,
    table: Table,
    /,
    *,
    timeline: bool = False,
    lang: str = "zh",
    max_nodes: int | None = None,
    title: str | None = None,
) -> GraphView:
    """A picture of the nodes, relationships and paths of an answer; with a `store`, with the sentences they rest on."""
    from queries.view.choosing import finished
    from queries.view.from_table import from_table

    data = finished(store, from_table(table, store=store), max_nodes=max_nodes)
    return _viewed(data, timeline=timeline, lang=lang, title=title)


def _viewed(data: Any, *, timeline: bool, lang: str, title: str | None) -> GraphView:
    from dataclasses import replace

    from graph.errors import InputError
    from queries.view.graphview import GraphView

    if lang not in ("zh", "en"):
        raise InputError(f"There is no language {lang!r}: zh or en is expected.")
    shown = GraphView(replace(data, title=title) if title is not None else data, lang=lang)
    return shown.timeline() if timeline else shown
