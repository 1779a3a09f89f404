"""GraphData: what a picture shows, before anybody decides how. Nodes, relations, and the sentences they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class GraphNode:
    """A node: `kind` is a label of the ontology (or any other), `properties` are shown beside name and aliases."""

    id: str
    kind: str
    name: str
    aliases: tuple[str, ...] = ()
    properties: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class GraphEdge:
    """A relation: `evidence` are ids of sentences, `confidence` is 0 to 1 or None, `first_seen`, `last_seen` ISO dates.

    `dates`: the days that a derived relation sums up (one a shared event, "" where it has none); empty for stated ones,
    whose time follows from what they join (`queries.view.dates`). `unlisted`: sentences beyond those of `evidence`.
    """

    source: str
    target: str
    type: str
    properties: Mapping[str, Any] = field(default_factory=dict)
    evidence: tuple[str, ...] = ()
    confidence: float | None = None
    rules: tuple[str, ...] = ()
    first_seen: str | None = None
    last_seen: str | None = None
    dates: tuple[str, ...] = ()
    unlisted: int = 0


@dataclass(frozen=True, slots=True)
class GraphArticle:
    """The article that a sentence stands in."""

    id: str
    title: str = ""
    published: str | None = None
    place: str | None = None
    source: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class GraphMention:
    """A stretch of a sentence that names a node: code points from the start of the *sentence's text*, end exclusive."""

    start: int
    end: int
    node: str


@dataclass(frozen=True, slots=True)
class GraphSentence:
    """A sentence as its article has it; `start`, `end`: code points of the source; `before`, `after`: neighbours."""

    id: str
    text: str
    article: GraphArticle
    start: int | None = None
    end: int | None = None
    before: str = ""
    after: str = ""
    mentions: tuple[GraphMention, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What did not fit: how many nodes and relations there were, of which the picture shows the most relevant."""

    nodes: int
    relations: int


@dataclass(frozen=True, slots=True)
class GraphData:
    """What a picture shows. Make it with `GraphData.of`, which puts the parts into order.

    `focus`: ids that the picture opens on; `opens`: "graph" or "timeline"; `left_out`: set when the graph was larger.
    """

    nodes: tuple[GraphNode, ...]
    edges: tuple[GraphEdge, ...]
    sentences: Mapping[str, GraphSentence] = field(default_factory=dict)
    title: str = ""
    focus: tuple[str, ...] = ()
    opens: str = "graph"
    left_out: LeftOut | None = None

    @classmethod
    def of(
        cls,
        nodes: Iterable[GraphNode],
        edges: Iterable[GraphEdge],
        sentences: Iterable[GraphSentence] = (),
        *,
        title: str = "",
        focus: Iterable[str] = (),
        opens: str = "graph",
    ) -> GraphData:
        """Data in one order whatever that of the parts; a node given twice counts once, a relation needs both its ends.

        Properties that start with an underscore are internal to the graph and are dropped.
        """
        known = {node.id: replace(node, properties=_shown(node.properties)) for node in nodes}
        joined: dict[tuple[str, str, str], GraphEdge] = {}
        for edge in edges:
            if edge.source in known and edge.target in known:
                key = (edge.source, edge.target, edge.type)
                joined[key] = _merged(joined.get(key), replace(edge, properties=_shown(edge.properties)))
        used = {name for edge in joined.values() for name in edge.evidence}
        kept = {sentence.id: sentence for sentence in sentences if sentence.id in used}
        return cls(
            nodes=tuple(known[name] for name in sorted(known)),
            edges=tuple(joined[key] for key in sorted(joined)),
            sentences={name: kept[name] for name in sorted(kept)},
            title=title,
            focus=tuple(dict.fromkeys(name for name in focus if name in known)),
            opens=opens,
        )


def _shown(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {name: properties[name] for name in sorted(properties) if not name.startswith("_")}


def _merged(first: GraphEdge | None, second: GraphEdge) -> GraphEdge:
    """One relation of a kind joins two nodes: two that were given become one that rests on both."""
    if first is None:
        return second
    confidence = [value for value in (first.confidence, second.confidence) if value is not None]
    seen = sorted(d for d in (first.first_seen, second.first_seen, first.last_seen, second.last_seen) if d)
    return replace(
        first,
        properties={**second.properties, **first.properties},
        evidence=tuple(dict.fromkeys(first.evidence + second.evidence)),
        confidence=max(confidence, default=None),
        rules=tuple(dict.fromkeys(first.rules + second.rules)),
        first_seen=seen[0] if seen else None,
        last_seen=seen[-1] if seen else None,
        dates=first.dates or second.dates,
    )
