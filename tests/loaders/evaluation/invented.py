"""A small annotated article and records of it, to be changed by the tests."""

from __future__ import annotations

from typing import Any

import msgspec

from graph.records import Article, Entity, Evidence, Mention, Record, Relation, Value
from loaders.annotations.gold import Annotation

GOLD: dict[str, Any] = {
    "id": "a",
    "family": "county",
    "persons": [{"name": "王明", "aliases": ["王县长"]}, {"name": "李华"}],
    "organizations": [{"name": "县教育局"}],
    "places": [{"name": "县会议中心"}],
    "events": [{"id": "E1", "name": "全县教育工作会议", "date": "2023-05-06"}],
    "attended": [["王明", "E1"], ["李华", "E1"]],
    "spoke_at": [["王明", "E1"]],
    "located_in": [["E1", "县会议中心"]],
    "holds_post": [["李华", "局长", "县教育局"]],
    "responsible_for": [["县教育局", "控辍保学工作", "duty"]],
}


def annotation(**changes: Any) -> Annotation:
    """The annotation with some of its fields changed."""
    return msgspec.convert({**GOLD, **changes}, Annotation)


def entity(kind: str, name: str, *aliases: str, article: str = "a", **properties: Value) -> Entity:
    """An entity whose id is its kind and name."""
    mention = Mention(article=article, start=0, end=1)
    return Entity(
        id=f"{kind}:{name}", kind=kind, name=name, aliases=list(aliases), mentions=[mention], properties=properties
    )


def relation(type_: str, source: str, target: str, article: str = "a") -> Relation:
    """A relation between two entities by id."""
    evidence = Evidence(article=article, start=0, end=1, text="句", rule="test")
    return Relation(type=type_, source=source, target=target, evidence=[evidence], confidence=1)


MEETING = "Event:全县教育工作会议"
PERFECT: list[Record] = [
    Article(id="a"),
    entity("Person", "王明"),
    entity("Person", "李华"),
    entity("Organization", "县教育局"),
    entity("Place", "县会议中心"),
    entity("Event", "全县教育工作会议", date="2023-05-06"),
    entity("Post", "县教育局局长", title="局长"),
    entity("Matter", "控辍保学工作"),
    relation("ATTENDED", "Person:王明", MEETING),
    relation("ATTENDED", "Person:李华", MEETING),
    relation("SPOKE_AT", "Person:王明", MEETING),
    relation("LOCATED_IN", MEETING, "Place:县会议中心"),
    relation("HOLDS_POST", "Person:李华", "Post:县教育局局长"),
    relation("RESPONSIBLE_FOR", "Organization:县教育局", "Matter:控辍保学工作"),
]
