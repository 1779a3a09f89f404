"""Projections: networkx graphs read out of a store, people joined by what they share.

Nodes are ids, with `name` and `jurisdiction`; edges are undirected and carry `weight` and `shared`, the number of
things shared. Windows take dates as precise as wanted (2020, 2020-09, 2020-09-28) and compare as far as both sides are
precise: an event of 2020-09 lies in a window that begins on 2020-09-15. Undated events are out of every window with an
end.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations
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
WITH p, o, coalesce(CASE WHEN r.start < r.first_seen THEN r.start
                         WHEN r.end < r.first_seen THEN r.end ELSE r.first_seen END, r.start) AS came,
     coalesce(CASE WHEN r.end < r.start AND NOT r.start STARTS WITH r.end THEN r.last_seen ELSE r.end END,
              r.last_seen) AS left
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

    there: dict[str, set[str]] = {}
    joined: networkx.Graph[str] = networkx.Graph()
    for person, thing in pairs:
        there.setdefault(thing, set()).add(person)
        joined.add_node(person)
    shared: dict[tuple[str, str], int] = {}
    weight: dict[tuple[str, str], float] = {}
    for group in there.values():
        share = 1.0 if weighting == "count" else 1.0 / max(len(group) - 1, 1)
        for ends in combinations(sorted(group), 2):
            shared[ends] = shared.get(ends, 0) + 1
            weight[ends] = weight.get(ends, 0.0) + share
    for ends in sorted(shared):
        if shared[ends] >= minimum:
            joined.add_edge(*ends, shared=shared[ends], weight=weight[ends])
    return joined


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
