"""The sentences that a picture rests on: their words, their neighbours, whom they name, and whence they are."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import replace
from typing import Any

from graph.store.base import Store
from queries.view.model import GraphArticle, GraphData, GraphMention, GraphSentence
from queries.view.questions import ask_of


def with_sentences(store: Store, data: GraphData) -> GraphData:
    """`data` with the sentences of its relations, as `store` holds them."""
    wanted = sorted({name for edge in data.edges for name in edge.evidence})
    rows = {row["id"]: row for row in ask_of(store, "sentences", wanted)}
    before, after = _neighbours(store, rows)
    texts = _texts(store, {*before.values(), *after.values()} - set(rows))
    texts.update((name, row["text"]) for name, row in rows.items())
    mentions = _mentions(store, rows, {node.id for node in data.nodes})
    found = {}
    for name in sorted(rows):
        near = texts.get(before.get(name, ""), ""), texts.get(after.get(name, ""), "")
        found[name] = _sentence(rows[name], *near, tuple(mentions[name]))
    return replace(data, sentences=found)


def _sentence(row: dict[str, Any], before: str, after: str, mentions: tuple[GraphMention, ...]) -> GraphSentence:
    article = GraphArticle(
        row["article"], row["title"] or "", row["published"], row["place"], row["source"], row["url"]
    )
    return GraphSentence(row["id"], row["text"], article, row["start"], row["end"], before, after, mentions)


def _neighbours(store: Store, rows: dict[str, dict[str, Any]]) -> tuple[dict[str, str], dict[str, str]]:
    """Sentence → the one before it and the one after it in its article, where there are."""
    lines: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for row in ask_of(store, "outline", sorted({row["article"] for row in rows.values()})):
        lines[row["article"]].append((row["start"], row["end"], row["id"]))
    for found in lines.values():
        found.sort()
    before, after = {}, {}
    for name, row in rows.items():
        article = lines[row["article"]]
        place = bisect_left(article, (row["start"], row["end"], name))
        earlier = [line for line in article[:place] if line[1] <= row["start"]]
        later = [line for line in article[place + 1 :] if line[0] >= row["end"]]
        if earlier:
            before[name] = earlier[-1][2]
        if later:
            after[name] = later[0][2]
    return before, after


def _texts(store: Store, ids: set[str]) -> dict[str, str]:
    return {row["id"]: row["text"] for row in ask_of(store, "texts", sorted(ids))}


def _mentions(store: Store, rows: dict[str, dict[str, Any]], nodes: set[str]) -> dict[str, list[GraphMention]]:
    """Mentions of the picture's nodes, counted from the start of the sentence."""
    found: dict[str, list[GraphMention]] = defaultdict(list)
    for row in ask_of(store, "mentions", sorted(rows)):
        sentence = rows[row["sentence"]]
        start, end = row["start"] - sentence["start"], row["end"] - sentence["start"]
        if row["node"] in nodes and 0 <= start < end <= len(sentence["text"]):
            found[row["sentence"]].append(GraphMention(start, end, row["node"]))
    for mentions in found.values():
        mentions.sort(key=lambda one: (one.start, -one.end, one.node))
    return found
