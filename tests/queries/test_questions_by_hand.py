"""Questions that the samples have no rows for, on records written for them, on both stores."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from graph.projection import co_post
from graph.records import Article, Entity, Evidence, Mention, Record, Relation, Sentence, Value
from queries import Graph
from queries.catalogue import catalogue

if TYPE_CHECKING:
    from graph.store.bolt import BoltStore


class Paper:
    """Writes an article of one sentence about what is told of it."""

    def __init__(self, number: int, published: str | None) -> None:
        self.id = f"a@{number}"  # an id with the sign that joins sentence ids
        self.text = f"第{number}篇。"
        end = len(self.text)
        self.records: list[Record] = [
            Article(id=self.id, title=f"题{number}", published=published, sha256=f"{number:064}", end=end),
            Sentence(article=self.id, start=0, end=end, text=self.text),
        ]

    def entity(self, kind: str, name: str, /, *aliases: str, **properties: Value) -> str:
        mention = Mention(article=self.id, start=0, end=1)
        own = f"{kind.lower()}:县/{name}"
        told: dict[str, Value] = {"jurisdiction": "县", **properties}
        self.records.append(
            Entity(id=own, kind=kind, name=name, aliases=list(aliases), mentions=[mention], properties=told)
        )
        return own

    def relation(self, type_: str, source: str, target: str, sure: float = 1.0, **properties: Value) -> None:
        proof = [Evidence(article=self.id, start=0, end=len(self.text), text=self.text, rule="hand")]
        self.records.append(
            Relation(type=type_, source=source, target=target, evidence=proof, confidence=sure, properties=properties)
        )


def load(store: BoltStore, *papers: Paper) -> Graph:
    report = store.load([record for paper in papers for record in paper.records])
    assert not report.rejected
    return Graph(store)


def test_structure_above_and_below(store: BoltStore) -> None:
    paper = Paper(1, "2023-01-01")
    top, middle, left, right = (paper.entity("Organization", name, name * 2) for name in ("委", "部", "科甲", "科乙"))
    paper.relation("PART_OF", middle, top)
    paper.relation("PART_OF", left, middle)
    paper.relation("PART_OF", right, middle)
    graph = load(store, paper)

    def found(name: str) -> list[tuple[str, int, str]]:
        return [(row["side"], row["depth"], row["other"]) for row in graph.ask("structure", name)]

    assert found("部部") == [("above", 1, "委"), ("below", 1, "科乙"), ("below", 1, "科甲")]
    assert found("科甲") == [("above", 1, "部"), ("above", 2, "委")]
    assert found("委") == [("below", 1, "部"), ("below", 2, "科乙"), ("below", 2, "科甲")]


def held(number: int, day: str, person: str, title: str, **term: str) -> Paper:
    paper = Paper(number, day)
    who = paper.entity("Person", person)
    paper.relation("HOLDS_POST", who, paper.entity("Post", f"局{title}", title=title, organization="局"), 1.0, **term)
    return paper


def test_a_stated_term_is_joined_with_what_was_seen(store: BoltStore) -> None:
    graph = load(
        store,
        held(1, "2022-03-01", "甲", "局长"),
        held(2, "2023-01-12", "甲", "局长", start="2023-01-11"),  # elected again
        held(3, "2023-09-29", "甲", "局长", end="2023-09-28"),
        held(4, "2023-09-29", "乙", "局长", start="2023-09-28"),
        held(5, "2023-09-29", "丙", "副局长", end="2023-09-28"),  # never seen before the report that he left
    )
    holders = {row["person"]: (row["came"], row["left"]) for row in graph.ask("holders", "局局长")}
    assert holders == {"甲": ("2022-03-01", "2023-09-28"), "乙": ("2023-09-28", "2023-09-29")}
    (left,) = graph.ask("holders", "局副局长").records()
    assert (left["came"], left["left"]) == ("2023-09-28", "2023-09-28")
    on = {day: [row["person"] for row in graph.ask("holders", "局局长", day)] for day in ("2022-06-01", "2023-10-05")}
    assert on == {"2022-06-01": ["甲"], "2023-10-05": ["乙"]}
    assert [row["successor"] for row in graph.ask("succession", "局局长")] == ["乙", None]
    assert graph.ask("conflicts").records() == []


def test_who_is_elected_again_was_there_before(store: BoltStore) -> None:
    graph = load(
        store,
        held(1, "2021-12-01", "乙", "局长"),
        held(2, "2022-03-01", "甲", "局长"),
        held(3, "2023-01-12", "甲", "局长", start="2023-01-11"),
    )
    assert [row["person"] for row in graph.ask("holders", "局局长", "2022-06-01")] == ["甲"]


def test_colleagues_of_whom_one_is_elected_again_are_tied(store: BoltStore) -> None:
    papers = [
        held(1, "2022-03-01", "甲", "局长"),
        held(2, "2023-01-12", "甲", "局长", start="2023-01-11"),
        held(3, "2022-04-01", "乙", "副局长"),
    ]
    for paper, title in zip(papers, ("局长", "局长", "副局长"), strict=True):
        paper.relation("POST_OF", f"post:县/局{title}", paper.entity("Organization", "局"))
    load(store, *papers)
    assert list(co_post(store, until="2022-12").edges) == [("person:县/乙", "person:县/甲")]


def test_who_left_and_came_again_is_there(store: BoltStore) -> None:
    graph = load(
        store,
        held(1, "2020-01-11", "甲", "局长", end="2020-01-10"),
        held(2, "2021-03-01", "乙", "局长", end="2022-05-01"),
        held(3, "2022-05-02", "甲", "局长", start="2022-05-01"),
        held(4, "2022-09-01", "甲", "局长"),
    )
    holders = {row["person"]: (row["came"], row["left"]) for row in graph.ask("holders", "局局长", "2022-06-01")}
    assert holders == {"甲": ("2020-01-10", "2022-09-01")}
    assert graph.ask("vacancies", "2022-06").records() == []


def test_who_came_in_the_month_of_the_leaving_came_after(store: BoltStore) -> None:
    graph = load(
        store,
        held(1, "2022-03-01", "甲", "局长"),
        held(2, "2023-09-29", "甲", "局长", end="2023-09-28"),
        held(3, "2023-10-05", "乙", "局长", start="2023-09"),
    )
    assert [row["successor"] for row in graph.ask("succession", "局局长")] == ["乙", None]
    assert [row["predecessor"] for row in graph.ask("succession", "局局长")] == [None, "甲"]
    assert graph.ask("conflicts").records() == []


def test_conflicts_are_posts_for_one_with_two_at_a_time(store: BoltStore) -> None:
    graph = load(
        store,
        held(1, "2023-01-01", "甲", "局长"),
        held(2, "2023-03-01", "乙", "局长"),
        held(3, "2023-05-01", "甲", "局长"),
        held(4, "2023-06-01", "乙", "局长"),
        held(5, "2023-07-01", "丙", "局长"),  # after both
        held(6, "2023-01-01", "丁", "副局长"),
        held(7, "2023-01-01", "戊", "副局长"),  # deputies sit side by side
    )
    (one,) = graph.ask("conflicts").records()
    assert (one["title"], {one["one"], one["other"]}) == ("局长", {"甲", "乙"})
    assert sorted([one["one_seen"], one["other_seen"]]) == ["2023-01-01/2023-05-01", "2023-03-01/2023-06-01"]


def test_uncertain_and_single_source(store: BoltStore) -> None:
    papers = [Paper(number, f"2023-0{number}-01") for number in (1, 2)]
    for paper, sure in zip(papers, (0.4, 0.6), strict=True):
        who, what = paper.entity("Person", "甲"), paper.entity("Event", "会", date="2023-01-01")
        paper.relation("ATTENDED", who, what, sure)  # two articles say so
        paper.relation("SPOKE_AT", paper.entity("Person", f"只在{paper.id}"), what, sure / 2)
    graph = load(store, *papers)
    found = [(row["relation"], row["source"], row["confidence"]) for row in graph.ask("uncertain", 0.5)]
    assert found == [("SPOKE_AT", "只在a@1", 0.2), ("SPOKE_AT", "只在a@2", 0.3)]
    alone = [(row["source"], row["article"]) for row in graph.ask("single-source")]
    assert alone == [("只在a@1", "题1"), ("只在a@2", "题2")]


def test_dates_without_a_year_lie_in_no_window(store: BoltStore) -> None:
    paper = Paper(1, "2023-02-01")
    who = paper.entity("Person", "甲")
    for name, day in (("年", "2023"), ("月", "2023-02"), ("日", "2023-02-10"), ("无年", "--02-10"), ("无", None)):
        dated: dict[str, Value] = {"date": day} if day else {}
        paper.relation("ATTENDED", who, paper.entity("Event", name, **dated))
    graph = load(store, paper)

    def found(**window: Any) -> set[str]:
        return {row["event"] for row in graph.ask("events", **window)}

    assert found() == {"年", "月", "日", "无年", "无"}
    assert found(since="2023-02-05") == {"年", "月", "日"}
    assert found(since="2023-02-11") == {"年", "月"}
    assert found(until="2023-02-09") == {"年", "月"}
    assert found(since="2023-03") == {"年"}
    assert found(since="2023-02", until="2023-02") == {"年", "月", "日"}
    assert found(since="2024") == set()
    sightings = graph.ask("unseen", "2024", at_least=1).records()
    # a day that nobody knows is that of the article
    assert [(row["person"], row["times"], row["last_seen"]) for row in sightings] == [("甲", 5, "2023-02-10")]


@pytest.mark.parametrize("name", list(catalogue()))
def test_no_column_hides_a_variable_that_the_order_walks_through(name: str) -> None:
    """`RETURN x.name AS x … ORDER BY x.id` reads the id of a text: an error, but only where there are rows."""
    last = catalogue()[name].cypher.rsplit("\nRETURN ", 1)[1]
    order = last.partition("ORDER BY")[2]
    assert not set(re.findall(r"\b(\w+)\.\w+", order)) & set(catalogue()[name].header.columns)


def test_nobody_comes_after_anybody_in_a_post_whose_organization_is_not_known(store: BoltStore) -> None:
    """The 秘书长 of a party committee and that of a conference are one node where neither is named."""
    papers = []
    for number, (day, person, title) in enumerate(
        [
            ("2022-03-01", "甲", "秘书长"),
            ("2023-09-29", "乙", "秘书长"),
            ("2022-03-01", "丙", "县长"),
            ("2023-09-29", "丁", "县长"),
        ]
    ):
        paper = Paper(number, day)
        paper.relation("HOLDS_POST", paper.entity("Person", person), paper.entity("Post", title, title=title), 1.0)
        papers.append(paper)
    graph = load(store, *papers)
    assert [(row["person"], row["successor"]) for row in graph.ask("succession")] == [("丙", "丁"), ("丁", None)]
    assert graph.ask("succession", "秘书长").records() == []
