"""What a picture must show, worked out from its data alone and in another way than the page does it."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date

import networkx as nx

from queries.view.model import GraphData, GraphEdge, GraphNode


@dataclass(frozen=True)
class Filters:
    """The state of the page's filters; dates are days, both included."""

    without_kinds: Collection[str] = ()
    without_types: Collection[str] = ()
    hidden: Collection[str] = ()
    confidence: float = 0.0
    since: date | None = None
    until: date | None = None
    undated: bool = True

    @property
    def narrow(self) -> bool:
        """Whether relations are filtered, so that nodes without any go."""
        return bool(self.without_types or self.confidence or self.since or self.until or not self.undated)


@dataclass
class Shown:
    """Ids of nodes, and relations, that pass."""

    nodes: set[str] = field(default_factory=set)
    edges: list[GraphEdge] = field(default_factory=list)

    def counted(self, data: GraphData) -> str:
        """The page's line of counts, in Chinese."""
        return f"{len(self.nodes):,} / {len(data.nodes):,} 节点 · {len(self.edges):,} / {len(data.edges):,} 关系"


def days(edge: GraphEdge, nodes: dict[str, GraphNode]) -> tuple[date, date] | None:
    """First and last day of a stated relation, for dates that are whole days or months, as the test data have them."""
    for end in (edge.target, edge.source):
        known = nodes[end].properties.get("date")
        if nodes[end].kind == "Event" and known:
            return month_of(known) if len(known) == 7 else (date.fromisoformat(known), date.fromisoformat(known))
    if edge.first_seen and edge.last_seen:
        return date.fromisoformat(edge.first_seen), date.fromisoformat(edge.last_seen)
    return None


def month_of(text: str) -> tuple[date, date]:
    """First and last day of a month."""
    year, month = map(int, text.split("-"))
    following = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), date.fromordinal(following.toordinal() - 1)


def passing(data: GraphData, filters: Filters) -> list[GraphEdge]:
    """Relations that pass by themselves, whatever becomes of their ends."""
    nodes = {node.id: node for node in data.nodes}
    found = []
    for edge in data.edges:
        when = days(edge, nodes)
        timely = (
            filters.undated
            if when is None
            else (not filters.until or when[0] <= filters.until) and (not filters.since or when[1] >= filters.since)
        )
        sure = edge.confidence is None or edge.confidence >= filters.confidence
        if timely and sure and edge.type not in filters.without_types:
            found.append(edge)
    return found


def shown(data: GraphData, filters: Filters, *, within: Collection[str] | None = None) -> Shown:
    """Nodes and relations that the page must show; `within`: the members of the focus, if there is one."""
    edges = passing(data, filters)
    alive = {end for edge in edges for end in (edge.source, edge.target)}
    nodes = {
        node.id
        for node in data.nodes
        if node.kind not in filters.without_kinds
        and node.id not in filters.hidden
        and (within is None or node.id in within)
        and (not filters.narrow or node.id in alive)
    }
    return Shown(nodes, [edge for edge in edges if edge.source in nodes and edge.target in nodes])


def network(edges: Iterable[GraphEdge]) -> nx.Graph[str]:
    """Who is joined to whom."""
    made: nx.Graph[str] = nx.Graph()
    made.add_edges_from((edge.source, edge.target) for edge in edges if edge.source != edge.target)
    return made


def near(edges: Iterable[GraphEdge], start: str, hops: int) -> set[str]:
    """Nodes within `hops` of `start`, by a plain breadth-first walk."""
    graph, away, waiting = network(edges), {start: 0}, deque([start])
    while waiting:
        one = waiting.popleft()
        for other in graph.adj[one] if one in graph else ():
            if other not in away and away[one] < hops:
                away[other] = away[one] + 1
                waiting.append(other)
    return set(away)
