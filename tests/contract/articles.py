"""Hypothesis strategies: small sets of articles that share people and events and disagree about them."""

from __future__ import annotations

from hypothesis import strategies as st

from graph.records import Article, Entity, Evidence, Mention, Record, Relation, Sentence, Value

_PEOPLE = ["person:甲/王伟", "person:甲/李娜", "person:甲/张磊"]
_EVENTS = ["event:甲/防汛会", "event:甲/座谈会"]
_DATES = [None, "2024", "2024-05", "2024-05-06", "2024-05-07"]


@st.composite
def article(draw: st.DrawFn, name: str) -> list[Record]:
    """The records of one article: sentences, some people and events, and who attended or chaired what."""
    texts = [f"第{number}句话说某人参加会议。" for number in range(draw(st.integers(1, 3)))]
    spans = [(number * 20, number * 20 + len(text)) for number, text in enumerate(texts)]
    records: list[Record] = [
        Article(
            id=name,
            title=draw(st.sampled_from(["", "标题"])),
            published=draw(st.sampled_from(_DATES)),
            sha256=draw(st.sampled_from([None, "0" * 64])),
        )
    ]
    if draw(st.booleans()):
        records += [Sentence(article=name, start=s, end=e, text=t) for (s, e), t in zip(spans, texts, strict=True)]
    people = draw(st.lists(st.sampled_from(_PEOPLE), max_size=3))
    events = draw(st.lists(st.sampled_from(_EVENTS), min_size=1, max_size=2))
    records += [_entity(draw, name, "Person", each, {}) for each in people]
    records += [_entity(draw, name, "Event", each, {"date": draw(st.sampled_from(_DATES))}) for each in events]
    for who in people:
        records.append(_relation(draw, name, who, draw(st.sampled_from(events)), spans, texts))
    return records


def _entity(draw: st.DrawFn, article: str, kind: str, name: str, properties: dict[str, Value]) -> Entity:
    start = draw(st.integers(0, 90))
    return Entity(
        id=name,
        kind=kind,
        name=draw(st.sampled_from([name[-2:], name[-3:]])),
        aliases=draw(st.lists(st.sampled_from(["老王", "小李", "同志"]), max_size=2)),
        mentions=[Mention(article=article, start=start, end=start + 2)] if draw(st.booleans()) else [],
        properties=properties if kind == "Event" else {"jurisdiction": draw(st.sampled_from(["甲县", "甲市", None]))},
    )


def _relation(
    draw: st.DrawFn, article: str, who: str, what: str, spans: list[tuple[int, int]], texts: list[str]
) -> Relation:
    chosen = draw(st.lists(st.integers(0, len(spans) - 1), min_size=1, max_size=2))
    kind = draw(st.sampled_from(["ATTENDED", "CHAIRED"]))
    return Relation(
        type=kind,
        source=who,
        target=what,
        evidence=[
            Evidence(
                article=article, start=spans[n][0], end=spans[n][1], text=texts[n], rule=draw(st.sampled_from("rst"))
            )
            for n in chosen
        ],
        confidence=draw(st.sampled_from([0.1, 0.25, 0.9, 1.0])),
        properties={
            "rank": draw(st.sampled_from([None, 1, 2])),
            "open": draw(st.sampled_from([None, True, False])),
            "role": draw(st.sampled_from([None, "leader", "attendee"])),
        }
        if kind == "ATTENDED"
        else {},
    )


@st.composite
def articles(draw: st.DrawFn, most: int = 4) -> list[list[Record]]:
    """One to `most` articles."""
    return [draw(article(f"文章{number}#1")) for number in range(draw(st.integers(1, most)))]
