"""Seeded synthetic records with the degree shape of real news: few officials in many articles, most in one or two.

The most frequent official stands in a fifth of the articles, as in a national newscast, of which 22 % of 34,822
articles name its most frequent one.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from graph.records import Article, Entity, Evidence, Mention, Record, Relation, Sentence

PER_ARTICLE = 14.4
"""Relations that an article states, on average."""


def articles(number: int, *, seed: int = 1, first: int = 0) -> Iterator[list[Record]]:
    """`number` articles, each a meeting with its people, their posts, and what they answer for."""
    rng = random.Random(seed)
    people = max(200, number // 2)
    for each in range(first, first + number):
        yield _article(each, rng, people)


def _article(number: int, rng: random.Random, people: int) -> list[Record]:
    name = f"{number:07}#1"
    text = f"第{number}次工作会议由有关负责同志主持召开，研究部署下一步工作，相关单位参加。"
    span = (0, len(text))
    evidence = [Evidence(article=name, start=0, end=len(text), text=text, rule="bench")]
    published = f"20{rng.randint(10, 23)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
    made: list[Record] = [
        Article(id=name, title=text[:12], published=published, place="甲县", sha256=f"{number:064x}"),
        Sentence(article=name, start=span[0], end=span[1], text=text),
    ]
    who = sorted({min(people - 1, int(14 * (rng.paretovariate(0.7) - 1))) for _ in range(5)})
    meeting = _entity(name, "Event", f"会议{number}", {"kind": "meeting", "date": published})
    relations: list[Record] = []
    for rank, person in enumerate(who, 1):
        one = _entity(name, "Person", f"人{person}", {"jurisdiction": "甲县"})
        post = _entity(name, "Post", f"职务{person % 97}", {"title": f"职务{person % 97}"})
        matter = _entity(name, "Matter", f"事项{number}-{rank}", {})
        made += [one, post, matter]
        relations += [
            _relation("ATTENDED", one, meeting, evidence, {"rank": rank, "role": "attendee"}),
            _relation("HOLDS_POST", one, post, evidence, {}),
            _relation("RESPONSIBLE_FOR", one, matter, evidence, {"kind": "duty"}),
        ]
    return [*made, meeting, *relations]


def _entity(article: str, kind: str, name: str, properties: dict[str, str]) -> Entity:
    return Entity(
        id=f"{kind.lower()}:甲县/{name}",
        kind=kind,
        name=name,
        mentions=[Mention(article=article, start=2, end=6)],
        properties=dict(properties),
    )


def _relation(
    kind: str, source: Entity, target: Entity, evidence: list[Evidence], properties: dict[str, object]
) -> Relation:
    return Relation(
        type=kind,
        source=source.id,
        target=target.id,
        evidence=evidence,
        confidence=0.9,
        properties=properties,  # type: ignore[arg-type]
    )
