"""Projections: networkx graphs read out of a store, people joined by what they share.

Nodes are ids, with `name` and `jurisdiction`; edges are undirected and carry `weight` and `shared`, the number of
things shared. Windows take dates as precise as wanted (2020, 2020-09, 2020-09-28) and compare as far as both sides are
precise: an event of 2020-09 lies in a window that begins on 2020-09-15. Undated events are out of every window with an
end.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal

from graph.store.base import Store
from graph.table import Table

if TYPE_CHECKING:
    import networkx

Weighting = Literal["count", "newman"]

_ATTENDANCE = """\
MATCH (p:Person)-[:ATTENDED]->(e:Event)
WHERE ($place IS NULL OR e.jurisdiction CONTAINS $place)
  AND ($since IS NULL OR e.date >= $since OR $since STARTS WITH e.date)
  AND ($until IS NULL OR (e.date <= $until OR e.date STARTS WITH $until) AND NOT e.date STARTS WITH '-')
RETURN p.id AS person, p.name AS name, p.jurisdiction AS jurisdiction, e.id AS thing
ORDER BY person, thing
"""

_POSTS = """\
MATCH (p:Person)-[r:HOLDS_POST]->(:Post)-[:POST_OF]->(o:Organization)
WHERE $place IS NULL OR p.jurisdiction CONTAINS $place
WITH p, o, coalesce(r.start, r.first_seen) AS came, coalesce(r.end, r.last_seen) AS left
WHERE ($since IS NULL OR left >= $since OR $since STARTS WITH left)
  AND ($until IS NULL OR came <= $until OR came STARTS WITH $until)
RETURN DISTINCT p.id AS person, p.name AS name, p.jurisdiction AS jurisdiction, o.id AS thing
ORDER BY person, thing
"""

_NODES = """\
MATCH (n) WHERE any(label IN labels(n) WHERE label IN $kinds)
RETURN n.id AS id, labels(n) AS labels, properties(n) AS properties ORDER BY id
"""

_EDGES = """\
MATCH (a)-[r]->(b) WHERE type(r) IN $relations
RETURN a.id AS source, b.id AS target, type(r) AS type, properties(r) AS properties ORDER BY source, target, type
"""


def join(pairs: Iterable[tuple[str, str]], *, weighting: Weighting = "count", minimum: int = 1) -> networkx.Graph[str]:
    """People joined by the things they share, from (person, thing) pairs.

    `shared` counts the things; `weight` is the same ("count"), or gives a thing with n people 1/(n-1) for each pair, so
    that a big assembly joins people less than a small meeting ("newman": Newman 2001, doi:10.1103/PhysRevE.64.016132).
    Pairs that share fewer than `minimum` are not joined; everybody stays a node.

    >>> joined = join([("a", "m"), ("b", "m"), ("c", "m"), ("a", "n"), ("b", "n")], weighting="newman")
    >>> sorted((*sorted(ends), joined.edges[ends]["shared"], joined.edges[ends]["weight"]) for ends in joined.edges)
    [('a', 'b', 2, 1.5), ('a', 'c', 1, 0.5), ('b', 'c', 1, 0.5)]
    """
    import networkx
    import numpy as np
    from scipy import sparse

    people: dict[str, int] = {}
    things: dict[str, int] = {}
    cells = {(people.setdefault(p, len(people)), things.setdefault(t, len(things))) for p, t in pairs}
    joined: networkx.Graph[str] = networkx.Graph()
    joined.add_nodes_from(people)
    if not cells:
        return joined
    rows, columns = np.array(sorted(cells)).T
    seats = sparse.csr_array((np.ones(len(rows)), (rows, columns)), shape=(len(people), len(things)))
    shared = sparse.triu(seats @ seats.T, k=1).tocsr()
    each = np.ones(len(things)) if weighting == "count" else 1.0 / np.maximum(seats.sum(axis=0) - 1.0, 1.0)
    weights = sparse.triu((seats * each[None, :]) @ seats.T, k=1).tocsr()
    names = list(people)
    for (a, b), count in _cells(shared).items():
        if count >= minimum:
            joined.add_edge(names[a], names[b], shared=round(count), weight=float(weights[a, b]))
    return joined


def _cells(matrix: Any) -> dict[tuple[int, int], float]:
    found = matrix.tocoo()
    return {
        (int(a), int(b)): float(value) for a, b, value in zip(found.coords[0], found.coords[1], found.data, strict=True)
    }


def _people(table: Table, *, weighting: Weighting, minimum: int) -> networkx.Graph[str]:
    rows = list(table.dicts())
    joined = join(((row["person"], row["thing"]) for row in rows), weighting=weighting, minimum=minimum)
    for row in rows:
        joined.nodes[row["person"]].update(name=row["name"], jurisdiction=row["jurisdiction"])
    return joined


def co_attendance(
    store: Store,
    *,
    since: str | None = None,
    until: str | None = None,
    place: str | None = None,
    weighting: Weighting = "count",
    minimum: int = 1,
) -> networkx.Graph[str]:
    """People joined by the events that both attended, in a window and in jurisdictions whose name holds `place`."""
    table = store.read(_ATTENDANCE, {"since": since, "until": until, "place": place})
    return _people(table, weighting=weighting, minimum=minimum)


def co_post(
    store: Store,
    *,
    since: str | None = None,
    until: str | None = None,
    place: str | None = None,
    weighting: Weighting = "count",
    minimum: int = 1,
) -> networkx.Graph[str]:
    """People joined by the organizations in which both held a post, seen there (or stated to be) within the window."""
    table = store.read(_POSTS, {"since": since, "until": until, "place": place})
    return _people(table, weighting=weighting, minimum=minimum)


def _seen(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in properties.items() if not key.startswith("_") and value is not None}


def whole(store: Store, *, kinds: Iterable[str], relations: Iterable[str]) -> networkx.MultiDiGraph[str]:
    """The stored graph: nodes of `kinds` with `label` and their properties, edges of `relations` keyed by type."""
    import networkx

    wanted = tuple(kinds)
    made: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for row in store.read(_NODES, {"kinds": list(wanted)}).dicts():
        label = next(label for label in row["labels"] if label in wanted)
        made.add_node(row["id"], label=label, **_seen(row["properties"]))
    for row in store.read(_EDGES, {"relations": list(relations)}).dicts():
        if row["source"] in made and row["target"] in made:
            made.add_edge(row["source"], row["target"], key=row["type"], type=row["type"], **_seen(row["properties"]))
    return made
