"""How much fits: comfortable to 2,000 nodes, a warning to 5,000, above that the most relevant part."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace

from graph.errors import InputError
from queries.parameters import fits
from queries.view.dates import Span, span, spans
from queries.view.model import GraphData, GraphNode, LeftOut

COMFORTABLE, MOST = 2000, 5000


def check_most(max_nodes: int | None) -> None:
    """InputError where `max_nodes` is no number of nodes."""
    if max_nodes is not None and not (fits(max_nodes, "integer") and max_nodes >= 1):
        raise InputError("--max-nodes must be a whole number, at least 1.")


def shown_of(nodes: int, *, max_nodes: int | None) -> int:
    """How many of `nodes` are shown at most: `max_nodes`, by default COMFORTABLE where there are more than MOST."""
    if max_nodes is not None:
        return max_nodes
    return COMFORTABLE if nodes > MOST else MOST


def fitted(data: GraphData, *, max_nodes: int | None = None) -> GraphData:
    """`data`, or its most relevant part where it has more than `max_nodes` nodes.

    By default as many as `shown_of` says. Most relevant is what is nearest to the focus, and in the same distance what
    has the most relations. InputError where `max_nodes` is no number of nodes.
    """
    check_most(max_nodes)
    most = shown_of(len(data.nodes), max_nodes=max_nodes)
    if len(data.nodes) <= most:
        return data
    degree = Counter(end for edge in data.edges for end in {edge.source, edge.target})
    away = _distances(data)
    order = sorted(data.nodes, key=lambda node: (away.get(node.id, len(data.nodes)), -degree[node.id], node.id))
    part = _part(data, order[:most])
    known = data.left_out or LeftOut(len(data.nodes), len(data.edges))
    return replace(part, left_out=known)


def _part(data: GraphData, nodes: Iterable[GraphNode]) -> GraphData:
    kept = list(nodes)
    part = GraphData.of(kept, data.edges, data.sentences.values(), title=data.title, focus=data.focus, opens=data.opens)
    return replace(part, left_out=data.left_out)


def _distances(data: GraphData) -> dict[str, int]:
    """Node → number of relations to the focus; empty without one."""
    near: dict[str, set[str]] = defaultdict(set)
    for edge in data.edges:
        near[edge.source].add(edge.target)
        near[edge.target].add(edge.source)
    away = dict.fromkeys(data.focus, 0)
    ring, distance = list(data.focus), 0
    while ring:
        distance += 1
        ring = [name for one in ring for name in sorted(near[one]) if name not in away]
        away.update((name, distance) for name in ring)
    return away


def period(since: str | None, until: str | None) -> Span | None:
    """The days from `since` to `until`, both included and of any precision; None without either."""
    first, last = span(since), span(until)
    if not (since or until):
        return None
    return (first[0] if first else -(10**7), last[1] if last else 10**7)


def within(data: GraphData, days: Span | None) -> GraphData:
    """What holds in the period: relations whose date meets it, and the nodes they join. What has no date stays out."""
    if days is None:
        return data
    known = {node.id: node for node in data.nodes}
    edges = [
        edge for edge in data.edges if any(one[0] <= days[1] and one[1] >= days[0] for one in spans(edge, known)[1])
    ]
    ends = {end for edge in edges for end in (edge.source, edge.target)} | set(data.focus)
    return _part(replace(data, edges=tuple(edges)), [node for node in data.nodes if node.id in ends])
