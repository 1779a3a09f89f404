"""From a store to a picture: around a name, an event with its roster, an organization's people, the whole graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from graph.errors import InputError
from graph.ontology import ontology
from graph.store.base import Store
from queries.view.gathering import Gathering
from queries.view.limit import MOST, shown_of
from queries.view.model import GraphData, LeftOut
from queries.view.questions import ask, ask_each, ask_of

ROWS = 40_000
"""Relations that one step outwards takes in at most."""


def named(store: Store, name: str, *, kinds: Iterable[str] | None = None) -> Gathering:
    """The nodes called `name`, by name or another name. InputError, with names like it, where there is none."""
    wanted = list(kinds or ontology().kinds)
    found = Gathering()
    for kind in wanted:
        for (node,) in ask(store, "named", kind=kind, name=name).rows:
            found.node(node)
    if found.nodes:
        return found
    like = list(
        dict.fromkeys(str(row[0]) for kind in wanted for row in ask(store, "similar", kind=kind, name=name).rows)
    )
    hint = (
        f"Names like it: {'、'.join(like[:8])}." if like else "`guanxi ask search words=…` looks for a part of a name."
    )
    raise InputError(f"Nothing in {store.address} is called {name!r}. {hint}")


def around(store: Store, name: str, *, hops: int = 1, max_nodes: int | None = None) -> GraphData:
    """What lies within `hops` relations of everything that is called `name`."""
    found = named(store, name)
    focus = sorted(found.nodes)
    _grow(store, found, hops, most=max_nodes or MOST)
    return found.data(title=name, focus=focus)


def event(store: Store, name: str) -> GraphData:
    """An event (all that are called so) with its roster, hosts and places, and the posts of those who came."""
    found = named(store, name, kinds=["Event"])
    focus = sorted(found.nodes)
    _grow(store, found, 1, most=MOST)
    _join(store, found)
    return found.data(title=name, focus=focus)


def organization(store: Store, name: str) -> GraphData:
    """An organization with its posts, who held them, and what it and they took part in; opens on the timeline."""
    found = named(store, name, kinds=["Organization"])
    focus = sorted(found.nodes)
    _grow(store, found, 1, most=MOST)
    for row in ask_of(store, "staff", focus):
        for part in ("post", "person"):
            if row[part] is not None:
                found.node(row[part])
        found.edge(row["post"]["id"], "POST_OF", row["o"]["id"], row["of"])
        if row["person"] is not None:
            found.edge(row["person"]["id"], "HOLDS_POST", row["post"]["id"], row["holds"])
    people = [name_ for name_, node in found.nodes.items() if node.kind == "Person"]
    found.rows(ask_of(store, "neighbours", sorted(people), kind="Person"))
    return found.data(title=name, focus=focus, opens="timeline")


def everything(store: Store, *, max_nodes: int | None = None, title: str = "") -> GraphData:
    """The whole graph; of a large one, the nodes that have the most relations and how many there are in all."""
    counts = store.counts()
    nodes = sum(number for name, number in counts.items() if name in ontology().kinds)
    relations = sum(number for name, number in counts.items() if name in ontology().relations)
    most = shown_of(nodes, max_nodes=max_nodes)
    found = Gathering()
    if nodes <= most:
        for kind in ontology().kinds:
            for (node,) in ask(store, "nodes", kind=kind).rows:
                found.node(node)
        for kind in ontology().kinds:
            found.rows(ask(store, "relations", kind=kind).dicts())
        return found.data(title=title)
    for row in ask_each(store, "chosen", _busiest(store, most)):
        found.node(row["n"])
    _join(store, found)
    return replace(found.data(title=title), left_out=LeftOut(nodes, relations))


def _busiest(store: Store, most: int) -> dict[str, list[str]]:
    """Ids by kind of the `most` nodes that have the most relations."""
    rows = [
        (-row[1], row[0], kind) for kind in ontology().kinds for row in ask(store, "busiest", kind=kind, most=most).rows
    ]
    chosen: dict[str, list[str]] = defaultdict(list)
    for _, name, kind in sorted(rows)[:most]:
        chosen[kind].append(name)
    return chosen


def _grow(store: Store, found: Gathering, hops: int, *, most: int) -> None:
    """Take in neighbours, ring by ring, and the relations among the last; no further one past `most` nodes."""
    ring = sorted(found.nodes)
    for _ in range(hops):
        if len(found.nodes) > most:
            break
        rows: list[str] = []
        for kind, ids in sorted(found.by_kind(ring).items()):
            if kind in ontology().kinds:
                rows += found.rows(
                    row
                    for start in range(0, len(ids), 200)
                    for row in ask(store, "neighbours", kind=kind, ids=ids[start : start + 200], limit=ROWS).dicts()
                )
        ring = rows
    if hops > 1:
        _join(store, found)


def _join(store: Store, found: Gathering) -> None:
    """All relations among the nodes that are there."""
    everyone = sorted(found.nodes)
    found.rows(ask_each(store, "among", found.by_kind(), all=everyone))
