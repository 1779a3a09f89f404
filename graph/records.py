"""Records: the seam between extraction and the graph, one JSON object a line.

Order within an article: its `Article`, its `Sentence`s, its `Entity`s with the mentions in it, its `Relation`s with the
evidence in it. An entity that three articles name is written three times under one id; whoever reads puts them
together.

Offsets count code points of the source as read, end exclusive. `Sentence.text` and `Evidence.text` are the source's own
characters from `start` to `end`, line breaks included.
"""

from __future__ import annotations

import msgspec

FORMAT = 1
"""Version of the record format; a line may carry it as `"format": 1`, and a greater one is refused."""

Value = str | int | float | bool | list[str] | None


class Article(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="record",
    tag="article",
    omit_defaults=True,
):
    """One article: `id` is unique over a graph, `sha256` is that of what it was read from, dates are ISO or None.

    `path` is the file it stands in, folder and name only; None for records from elsewhere.
    """

    id: str
    title: str = ""
    source: str | None = None
    place: str | None = None
    published: str | None = None
    url: str | None = None
    sha256: str | None = None
    path: str | None = None
    start: int = 0
    end: int = 0


class Sentence(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="record",
    tag="sentence",
    omit_defaults=True,
):
    """One sentence of an article; its id is made by `graph.ids.sentence_id`."""

    article: str
    start: int
    end: int
    text: str


class Mention(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A stretch of an article that names an entity; `text` are its characters without the line breaks inside."""

    article: str
    start: int
    end: int
    text: str | None = None


class Evidence(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A sentence that says so, and the rule or reader that read it there."""

    article: str
    start: int
    end: int
    text: str
    rule: str


class Entity(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="record", tag="entity"):
    """An entity as one article names it; `kind` and `properties` are those of the ontology."""

    id: str
    kind: str
    name: str
    aliases: list[str] = []
    mentions: list[Mention] = []
    properties: dict[str, Value] = {}


class Relation(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="record", tag="relation"
):
    """A relation as one article states it, between two entities by id; `confidence` is 0 to 1."""

    type: str
    source: str
    target: str
    evidence: list[Evidence]
    confidence: float
    properties: dict[str, Value] = {}


Record = Article | Sentence | Entity | Relation
