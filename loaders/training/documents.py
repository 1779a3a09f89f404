"""Annotated articles to training documents: the text, its clusters of mentions, and what is related.

In: two files of JSON lines, articles (id, title, text, family …) and annotations (id, persons, events, attended …).
Out: a Document each, whose offsets are code points of `Document.text`, end exclusive.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from loaders.annotations import locate
from loaders.extraction.reader.labels import EVENT, MATTER, ORGANIZATION, PERSON, PLACE, POST
from loaders.extraction.reader.windows import Span

Row = dict[str, Any]
"""A line of the annotations or articles: JSON of many shapes, read here and nowhere else."""

NAMED = {PERSON: "persons", ORGANIZATION: "organizations", PLACE: "places"}
EVENT_RELATIONS = {"attended": "ATTENDED", "spoke_at": "SPOKE_AT", "chaired": "CHAIRED", "organized": "ORGANIZED"}
UNTITLED = "（无题"


@dataclass(slots=True)
class Document:
    """One article as training sees it.

    `clusters` are (kind, spans); `related` and `undecided` are (left cluster, right cluster, relation): stated ones,
    and those the annotators left open. `open_spans` are (kind, start, end) that count neither as spans nor as none.
    """

    id: str
    family: str
    text: str
    clusters: list[tuple[int, list[Span]]] = field(default_factory=list)
    related: set[tuple[int, int, str]] = field(default_factory=set)
    undecided: set[tuple[int, int, str]] = field(default_factory=set)
    open_spans: list[tuple[int, int, int]] = field(default_factory=list)


def read_rows(path: Path) -> list[Row]:
    """The JSON lines of a file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def article_text(article: Row) -> str:
    """What the reader is given of an article: the title as first line, unless the text opens with it."""
    title, text = (article.get("title") or "").strip(), str(article["text"])
    if not title or title.startswith(UNTITLED) or text.strip().startswith(title):
        return text
    return f"{title}\n{text}"


def corpus(sources: Iterable[tuple[Path, Path]]) -> list[Document]:
    """The documents of pairs of files (articles, gold), in the order of the gold."""
    documents = []
    for articles_path, gold_path in sources:
        articles = {article["id"]: article for article in read_rows(articles_path)}
        documents += [document(articles[gold["id"]], gold) for gold in read_rows(gold_path) if gold["id"] in articles]
    return documents


def document(article: Row, gold: Row) -> Document:
    """Finds the annotations of one article in its text."""
    family = article.get("family") or gold.get("family") or ""
    return _Builder(Document(gold["id"], family, article_text(article)), gold).build()


class _Builder:
    """Fills a document; knows which cluster stands for which name of the annotation."""

    def __init__(self, document: Document, gold: Row) -> None:
        self.document, self.gold = document, gold
        self.optional: Row = gold.get("optional", {})
        self.index: dict[tuple[int, object], int] = {}

    def build(self) -> Document:
        for kind, key in NAMED.items():
            self._names(kind, key)
        self._events()
        self._posts()
        self._matters()
        self._event_relations()
        self._locations()
        return self.document

    def _add(self, kind: int, key: object, spans: list[Span]) -> int:
        self.index[kind, key] = len(self.document.clusters)
        self.document.clusters.append((kind, spans))
        return self.index[kind, key]

    def _open(self, kind: int, spans: Iterable[Span]) -> None:
        self.document.open_spans += [(kind, start, end) for start, end in spans]

    def _find(self, key: object, *kinds: int) -> int | None:
        return next((self.index[kind, key] for kind in kinds if (kind, key) in self.index), None)

    def _names(self, kind: int, key: str) -> None:
        stated = [[e["name"], *e.get("aliases", [])] for e in self.gold[key]]
        loose = [[e] if isinstance(e, str) else [e["name"]] for e in self.optional.get(key, [])]
        spans = locate.entity_spans(self.document.text, stated + loose)
        for forms, found in zip(stated, spans, strict=False):
            if found:
                self._add(kind, forms[0], found)
        for found in spans[len(stated) :]:
            self._open(kind, found)

    def _events(self) -> None:
        text, persons = self.document.text, [e["name"] for e in self.gold["persons"]]
        for event in self.gold["events"]:
            spans = locate.event_spans(text, [event["name"], *event.get("aliases", [])], persons)
            if spans:
                self._add(EVENT, event["id"], spans)
            if event.get("optional"):
                self._open(EVENT, spans)
        for event in self.optional.get("events", []):
            self._open(EVENT, locate.occurrences(text, event if isinstance(event, str) else event.get("name", "")))

    def _post(self, person: str, title: str) -> tuple[int | None, Span | None]:
        who = self._find(person, PERSON)
        holders = self.document.clusters[who][1] if who is not None else []
        return who, locate.post_span(self.document.text, title, holders)

    def _posts(self) -> None:
        for person, title, _ in self.gold["holds_post"]:
            who, span = self._post(person, title)
            if who is not None and span:
                post = self._find(span, POST)
                post = self._add(POST, span, [span]) if post is None else post
                self.document.related.add((who, post, "HOLDS_POST"))
        for person, title, *_ in self.optional.get("holds_post", []):
            who, span = self._post(person, title)
            post = self._find(span, POST)
            if span and post is None:
                self._open(POST, [span])
            elif who is not None and post is not None:
                self.document.undecided.add((who, post, "HOLDS_POST"))

    def _matters(self) -> None:
        for bearer, words, *_ in self.gold["responsible_for"]:
            span = locate.matter_span(self.document.text, words)
            if span is None:
                continue
            matter = self._find(span, MATTER)
            matter = self._add(MATTER, span, [span]) if matter is None else matter
            who = self._find(bearer, PERSON, ORGANIZATION)
            if who is not None:
                self.document.related.add((who, matter, "RESPONSIBLE_FOR"))
        for bearer, words, *_ in self.optional.get("responsible_for", []):
            span = locate.matter_span(self.document.text, words)
            matter, who = self._find(span, MATTER), self._find(bearer, PERSON, ORGANIZATION)
            if span and matter is None:
                self._open(MATTER, [span])
            elif who is not None and matter is not None:
                self.document.undecided.add((who, matter, "RESPONSIBLE_FOR"))

    def _event_relations(self) -> None:
        for key, relation in EVENT_RELATIONS.items():
            for rows, into in self._stated_and_open(key):
                for who, event in rows:
                    left, right = self._find(who, PERSON, ORGANIZATION), self._find(event, EVENT)
                    if left is not None and right is not None:
                        into.add((left, right, relation))

    def _locations(self) -> None:
        """A name that is both organization and place is located as both."""
        for rows, into in self._stated_and_open("located_in"):
            for what, where in rows:
                right = self._find(where, PLACE)
                for left in (self._find(what, kind) for kind in (EVENT, ORGANIZATION, PLACE)):
                    if left is not None and right is not None and left != right:
                        into.add((left, right, "LOCATED_IN"))

    def _stated_and_open(self, key: str) -> Iterator[tuple[list[Row], set[tuple[int, int, str]]]]:
        """The rows of a relation with where they belong."""
        yield self.gold[key], self.document.related
        yield self.optional.get(key, []), self.document.undecided
