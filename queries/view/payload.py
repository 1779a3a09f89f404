"""GraphData → what the page reads: plain values, each text once, positions and groups worked out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from graph.ontology import ontology
from queries.view import picture, style
from queries.view.dates import spans
from queries.view.layout import layout
from queries.view.model import GraphData, GraphEdge, GraphNode, GraphSentence
from queries.view.pinyin import sounds

FORMAT = 1


class Texts:
    """Each text once: `number(text)` is its place in `all`."""

    def __init__(self) -> None:
        self.all: list[str] = []
        self._places: dict[str, int] = {}

    def number(self, text: str) -> int:
        """The place of `text`, or -1 for an empty one."""
        if not text:
            return -1
        if text not in self._places:
            self._places[text] = len(self.all)
            self.all.append(text)
        return self._places[text]


def payload(data: GraphData, *, lang: str) -> dict[str, Any]:
    """Everything that the page needs to know, JSON-able, the same for the same data."""
    places = {node.id: place for place, node in enumerate(data.nodes)}
    bundles = _bundles(data.edges, places)
    kinds, types = style.kind_order(n.kind for n in data.nodes), style.type_order(e.type for e in data.edges)
    return {
        "format": FORMAT,
        "title": data.title,
        "lang": lang,
        "opens": data.opens,
        "focus": [places[name] for name in data.focus],
        "leftOut": [data.left_out.nodes, data.left_out.relations] if data.left_out else None,
        "kinds": [_kind(kind) for kind in kinds],
        "types": [
            {"name": name, "words": list(style.type_words(name)), "derived": style.derived(name)} for name in types
        ],
        "words": _words(data),
        "values": ontology().values,
        "groups": style.GROUPS,
        "nodes": _nodes(data, kinds, bundles),
        "edges": [picture.edge(a, b, relations=numbers) for (a, b), numbers in bundles.items()],
        "options": picture.options(),
        **_relations(data, places, types),
        **_sentences(data, places),
    }


def _nodes(data: GraphData, kinds: list[str], bundles: Mapping[tuple[int, int], list[int]]) -> list[dict[str, Any]]:
    """The nodes where the layout puts them, sized by their relations, in their communities."""
    degree = Counter(end for edge in data.edges for end in {edge.source, edge.target})
    sizes = [style.radius(degree[node.id], node.kind, of=len(data.nodes)) for node in data.nodes]
    points = layout(len(data.nodes), _pairs(bundles), np.array(sizes))
    groups = _communities(len(data.nodes), bundles)
    return [
        _node(
            node,
            place,
            x=points[place, 0],
            y=points[place, 1],
            size=sizes[place],
            kind=kinds.index(node.kind),
            degree=degree[node.id],
            group=groups[place],
        )
        for place, node in enumerate(data.nodes)
    ]


def _relations(data: GraphData, places: Mapping[str, int], types: list[str]) -> dict[str, Any]:
    """The relations, and the rules they name."""
    rules, known = Texts(), {node.id: node for node in data.nodes}
    lines = {name: place for place, name in enumerate(data.sentences)}
    relations = [_relation(edge, places, known, types, rules, lines) for edge in data.edges]
    return {"relations": relations, "rules": rules.all}


def _sentences(data: GraphData, places: Mapping[str, int]) -> dict[str, Any]:
    """The sentences, with their texts and their articles each once."""
    texts, articles = Texts(), dict[str, int]()
    sentences = [_sentence(one, texts, articles, places) for one in data.sentences.values()]
    about = {one.article.id: one.article for one in data.sentences.values()}
    return {"sentences": sentences, "texts": texts.all, "articles": [_article(about[name]) for name in articles]}


def _bundles(edges: Iterable[GraphEdge], places: Mapping[str, int]) -> dict[tuple[int, int], list[int]]:
    """Relations that join the same two nodes are one line of the picture."""
    found: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, edge in enumerate(edges):
        a, b = places[edge.source], places[edge.target]
        found[min(a, b), max(a, b)].append(number)
    return dict(sorted(found.items()))


def _pairs(bundles: Iterable[tuple[int, int]]) -> Any:
    return np.array([pair for pair in bundles if pair[0] != pair[1]], dtype=np.int64).reshape(-1, 2)


def _communities(count: int, bundles: Iterable[tuple[int, int]]) -> list[int]:
    """The community of each node by Louvain (networkx), the largest first, -1 for a node alone."""
    import networkx as nx

    graph: Any = nx.Graph()
    graph.add_nodes_from(range(count))
    graph.add_edges_from(pair for pair in bundles if pair[0] != pair[1])
    found = [-1] * count
    groups = sorted(
        (sorted(group) for group in nx.community.louvain_communities(graph, seed=1)), key=lambda g: (-len(g), g[0])
    )
    for number, group in enumerate(group for group in groups if len(group) > 1):
        for place in group:
            found[place] = number
    return found


def _node(
    node: GraphNode, place: int, *, x: float, y: float, size: float, kind: int, degree: int, group: int
) -> dict[str, Any]:
    person = node.kind == "Person"
    sound = [one for name in (node.name, *node.aliases) for one in sounds(name, person=person)]
    extra: dict[str, Any] = {"key": node.id, "kind": kind, "degree": degree, "group": group}
    if node.aliases:
        extra["aliases"] = list(node.aliases)
    if sound:
        extra["sounds"] = " ".join(dict.fromkeys(sound))
    props = {
        name: _plain(value)
        for name, value in node.properties.items()
        if name not in ("name", "aliases", "id") and value not in (None, "", [])
    }
    if props:
        extra["props"] = props
    shape = style.look(node.kind).shape
    return picture.node(place, node.name, shape=shape, size=size, x=round(float(x), 1), y=round(float(y), 1), **extra)


def _relation(
    edge: GraphEdge,
    places: Mapping[str, int],
    known: Mapping[str, GraphNode],
    types: list[str],
    rules: Texts,
    lines: Mapping[str, int],
) -> list[Any]:
    basis, found = spans(edge, known)
    props = {name: _plain(value) for name, value in edge.properties.items() if value not in (None, "", [])}
    row = [
        types.index(edge.type),
        places[edge.source],
        places[edge.target],
        basis.value[0],
        [day for one in found for day in one],
        -1 if edge.confidence is None else round(edge.confidence, 3),
        [rules.number(rule) for rule in edge.rules if rule],
        [lines[name] for name in edge.evidence if name in lines],
        len(edge.dates) - len(found) if edge.dates else int(not found),
    ]
    return [*row, props, edge.unlisted] if edge.unlisted else [*row, props] if props else row


def _sentence(one: GraphSentence, texts: Texts, articles: dict[str, int], places: Mapping[str, int]) -> list[Any]:
    article = articles.setdefault(one.article.id, len(articles))
    start, end = (-1 if at is None else at for at in (one.start, one.end))
    marks = [
        part
        for m in one.mentions
        if m.node in places
        for part in (_units(one.text, m.start), _units(one.text, m.end), places[m.node])
    ]
    return [texts.number(one.text), article, start, end, texts.number(one.before), texts.number(one.after), marks]


def _units(text: str, at: int) -> int:
    """Offset in UTF-16 units, which is how the page counts, of the code point `at`."""
    return at if text.isascii() else len(text[:at].encode("utf-16-le", "surrogatepass")) // 2


def _article(article: Any) -> dict[str, str]:
    names = ("id", "title", "published", "place", "source", "url")
    return {name: str(value) for name in names if (value := getattr(article, name))}


def _kind(kind: str) -> dict[str, Any]:
    shown = style.look(kind)
    return {
        "name": kind,
        "words": list(style.kind_words(kind)),
        "one": list(style.kind_word(kind)),
        "light": shown.light,
        "dark": shown.dark,
        "shape": shown.shape,
        "scale": shown.scale,
    }


def _words(data: GraphData) -> dict[str, list[str]]:
    parts: list[GraphNode | GraphEdge] = [*data.nodes, *data.edges]
    used = {name for part in parts for name in part.properties}
    return {name: list(pair) for name, pair in style.property_words(used).items()}


def _plain(value: Any) -> Any:
    """A value that JSON can carry: numbers, truth values, texts, lists of texts."""
    if isinstance(value, bool | int | str):
        return value
    if isinstance(value, float):
        return round(value, 6) if value == value and abs(value) != float("inf") else str(value)
    if isinstance(value, list | tuple | set | frozenset):
        items = [str(item) for item in value]
        return sorted(items) if isinstance(value, set | frozenset) else items
    return str(value)
