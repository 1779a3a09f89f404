"""Why an answer is empty, on both stores: what is near, which condition, what the articles do not say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from queries import Graph
from queries.catalogue import catalogue
from queries.hints import NAMES, hints
from queries.reasons import SIGNS, bare
from tests.queries.county import rows
from tests.queries.test_questions_by_hand import Paper, load

if TYPE_CHECKING:
    from graph.store.bolt import BoltStore


def told(graph: Graph, question: str, **given: Any) -> list[str]:
    assert len(graph.ask(question, **given)) == 0
    return list(hints(graph.store, catalogue()[question], given))


def near(line: str) -> list[str]:
    return line.split("near: ")[1].split("、")


@pytest.mark.parametrize("typed", ["党工委（扩大）会议", "党工委(扩大)会议", "党工委扩大会议", "“党工委”扩大会议"])
@pytest.mark.parametrize("question", ["attended", "spoke"])
def test_events_are_found_with_their_brackets_typed_or_not(county: Graph, question: str, typed: str) -> None:
    found = {row["event"] for row in county.ask(question, typed)}
    assert found == {"党工委（扩大）会议"}
    assert {row["event"] for row in county.ask("events", text=typed)} == found


def test_brackets_alone_are_found_as_they_are_typed(county: Graph) -> None:
    assert rows(county.ask("events", text="（扩"), "event") == [("党工委（扩大）会议",)]
    with_quotes = {event for (event,) in rows(county.ask("events", text="“"), "event")}
    assert with_quotes
    assert all("“" in event for event in with_quotes)


def test_the_same_signs_are_left_out_everywhere() -> None:
    for name in ("absent", "attended", "events", "spoke"):
        (line,) = [one for one in catalogue()[name].cypher.splitlines() if one.startswith("WITH split(")]
        signs = line.split("split('")[1].split("', ' ')")[0].replace("\\'", "'")
        assert signs.split(" ") == list(SIGNS)
    assert bare("“七一”表彰大会（扩大）") == "七一表彰大会扩大"
    assert bare("（）") == "（）"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("全市经济工作会议", "全县经济工作会议"),
        ("云澜县经济工作会议", "全县经济工作会议"),
        ("县政协第十届三次会议", "政协云澜县第十届委员会第三次会议"),
        ("庆祝建党102周年七一表彰大会", "全县庆祝中国共产党成立102周年暨“七一”表彰大会"),
    ],
)
def test_events_of_nearly_the_name_are_told(county: Graph, typed: str, meant: str) -> None:
    (line,) = told(county, "attended", event=typed)
    assert f"图中没有“{typed}”" in line
    assert meant in near(line)


def test_names_that_are_near_come_most_alike_first(county: Graph) -> None:
    (line,) = told(county, "official", name="陈志元")
    assert near(line)[0] == "陈志远"
    (line,) = told(county, "official", name="查无")
    assert "near" not in line


def test_the_condition_that_leaves_nothing_is_named(county: Graph) -> None:
    assert told(county, "attended", event="义务植树", day="1990-01-01") == [
        "不加 day=1990-01-01 就有结果。 Without day=1990-01-01 there are rows."
    ]
    (line,) = told(county, "events-of", name="陈志远", since="1990", until="1991")
    assert "until=1991" in line
    assert "since" not in line
    (line,) = told(county, "attended", event="义务植树", day="1990-01-01", place="澄湖")
    assert "Without place=澄湖 day=1990-01-01" in line
    (line,) = told(county, "companions", name="王伟", at_least=1000)
    assert "at_least=1" in line


def test_a_name_of_another_kind_is_told(county: Graph) -> None:
    (line,) = told(county, "structure", name="陈志远")
    assert "“陈志远”在图中是人物，这里问的是机构" in line
    assert "The graph has it as Person; this asks for Organization." in line


def test_what_no_article_says_is_told(county: Graph) -> None:
    (line,) = told(county, "structure", name="县委")
    assert line == "文章没有写明它的上级或下级机构。 No article says what is above or below it."
    (line,) = told(county, "absent", event="全县经济工作会议", place="云澜")
    assert "之前一年没有带名单的同类活动（会议）" in line
    assert "No event of its kind (meeting) with a roster is known in the year before" in line


@pytest.mark.parametrize("name", list(catalogue()))
def test_questions_about_a_name_can_say_why_they_are_empty(name: str) -> None:
    header = catalogue()[name].header
    if name != "absent" and any(one.required for key, one in header.params.items() if key in NAMES):
        assert header.none
        assert header.none.zh.endswith("。")
        assert header.none.en.endswith(".")


def meeting(number: int, date: str | None, *people: str) -> Paper:
    paper = Paper(number, "2023-06-01")
    event = paper.entity("Event", f"第{number}次例会", kind="meeting", **({"date": date} if date else {}))
    for person in people:
        paper.relation("ATTENDED", paper.entity("Person", person), event)
    return paper


def test_why_nobody_is_absent(store: BoltStore) -> None:
    graph = load(
        store,
        meeting(1, "2023-01-01", "甲", "乙"),
        meeting(2, "2023-02-01", "甲", "乙"),
        meeting(3, "2023-03-01"),
        meeting(4, None, "甲"),
        meeting(5, "--03-04", "甲"),
    )
    why = {number: told(graph, "absent", event=f"第{number}次例会")[0] for number in (1, 2, 3, 4, 5)}
    assert "No event of its kind (meeting)" in why[1]
    assert "Everybody of the 1 events of its kind (meeting)" in why[2]
    assert "No roster" in why[3]
    assert "The year of this event is not known" in why[4]
    assert "The year of this event is not known" in why[5]


def test_hints_are_for_people_and_in_two_languages(county: Graph) -> None:
    lines = [
        *told(county, "attended", event="全市经济工作会议"),
        *told(county, "structure", name="县委"),
        *told(county, "official", name="陈志远", place="北平"),
    ]
    assert len(lines) == 3
    assert all(any(char.isascii() and char.isalpha() for char in line) and "。" in line for line in lines)


def test_a_question_about_nobody_says_that_there_is_nothing(county: Graph) -> None:
    (line,) = told(county, "unseen", since="2099-01-01", at_least=1000)
    assert line == "加上 at_least=1 就有结果。 With at_least=1 there are rows."
    assert told(county, "unseen", since="1900-01-01") == [
        "没有这样的人：此前常见，此后再没出现。 Nobody was seen often before and not since."
    ]
