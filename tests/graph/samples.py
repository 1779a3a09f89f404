"""Small invented articles as records: enough to meet every kind, relation and conflict."""

from __future__ import annotations

from graph.ids import entity_id
from graph.records import Article, Entity, Evidence, Mention, Record, Relation, Sentence

PLACE = "云溪县"
TEXT = "县委书记林远山主持全县防汛工作会议并讲话，"


def person(name: str, article: str, *, start: int = 4, place: str = PLACE, aliases: list[str] | None = None) -> Entity:
    """A person named once in the first sentence of `article`."""
    return Entity(
        id=entity_id("Person", place, name),
        kind="Person",
        name=name,
        aliases=aliases or [],
        mentions=[Mention(article=article, start=start, end=start + len(name), text=name)],
        properties={"jurisdiction": place},
    )


def event(article: str, *, date: str | None = "2024-05-06", kind: str = "meeting") -> Entity:
    """The flood meeting, as `article` dates it."""
    return Entity(
        id=entity_id("Event", PLACE, "2024-05", "全县防汛工作会议"),
        kind="Event",
        name="全县防汛工作会议",
        mentions=[Mention(article=article, start=9, end=17)],
        properties={"kind": kind, "date": date},
    )


def attended(
    who: Entity, what: Entity, article: str, *, rank: int = 1, rule: str = "lead.chair", confidence: float = 0.9
) -> Relation:
    """`who` took part in `what`, says the first sentence."""
    return Relation(
        type="ATTENDED",
        source=who.id,
        target=what.id,
        evidence=[Evidence(article=article, start=0, end=len(TEXT), text=TEXT, rule=rule)],
        confidence=confidence,
        properties={"rank": rank, "role": "leader"},
    )


def article(
    name: str, *, published: str | None = "2024-05-07", sha256: str | None = None, rank: int = 1
) -> list[Record]:
    """One article with a sentence, a person, an event, and that one attended the other."""
    who, what = person("林远山", name, aliases=[f"别称{rank}"]), event(name)
    return [
        Article(id=name, title=f"标题 {name}", place=PLACE, published=published, sha256=sha256),
        Sentence(article=name, start=0, end=len(TEXT), text=TEXT),
        who,
        what,
        attended(who, what, name, rank=rank, confidence=0.5 + rank / 10),
    ]
