"""Questions about officials and posts, on both stores: rows worked out by hand (loaders/samples/README.md)."""

from __future__ import annotations

import pytest

from queries import Graph
from tests.queries.county import COUNTY, ZONE, rows


def test_official_card(county: Graph) -> None:
    answer = county.ask("official", "许静", place="澄湖")
    sections = [section for (section,) in rows(answer, "section")]
    assert sections == sorted(sections, key=["post", "event", "companion"].index)
    posts = {item for section, item in rows(answer, "section", "item") if section == "post"}
    assert {"管委会主任"} <= posts
    companions = [item for section, item in rows(answer, "section", "item") if section == "companion"]
    assert companions[0] in {"蔡明辉", "王伟", "高志强"}


def test_career_keeps_namesakes_of_two_jurisdictions_apart(county: Graph) -> None:
    answer = county.ask("career", "王伟")
    assert rows(answer, "jurisdiction", "title", "organization", "start", "end", "first_seen", "last_seen") == [
        (COUNTY, "局长", "县住建局", None, "2023-10-19", "2023-02-04", "2023-10-20"),
        (COUNTY, "副县长", None, "2023-10-19", None, "2023-10-20", "2024-01-26"),
        (ZONE, "副主任", "管委会", None, None, "2023-03-13", "2023-09-27"),
        (ZONE, "党工委委员", None, None, None, "2023-07-19", "2023-07-19"),
    ]
    assert {row["jurisdiction"] for row in county.ask("career", "王伟", place="澄湖")} == {ZONE}


def test_posts_counts_articles(county: Graph) -> None:
    found = rows(county.ask("posts", "王伟", place=COUNTY), "title", "organization", "articles")
    assert found == [("局长", "县住建局", 4), ("副县长", None, 3)]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2023-01-01", []),
        ("2023-06-01", [("王伟", "seen")]),
        ("2023-10", [("王伟", "seen"), ("刘洋", "seen")]),
        ("2023-12-01", [("刘洋", "seen")]),
        ("2024-06-01", [("刘洋", "seen before")]),
    ],
)
def test_who_held_a_post_on_a_day(county: Graph, day: str, expected: list[tuple[str, str]]) -> None:
    assert rows(county.ask("holders", "县住建局局长", day=day), "person", "basis") == expected


def test_succession(county: Graph) -> None:
    columns = ("person", "predecessor", "successor")
    assert rows(county.ask("succession", "主席", organization="县政协"), *columns) == [
        ("徐长河", None, "何桂兰"),
        ("何桂兰", "徐长河", None),
    ]
    assert rows(county.ask("succession", "碧湾街道党工委书记"), *columns) == [
        ("魏东升", None, "贾文娟"),
        ("贾文娟", "魏东升", None),
    ]
    assert {row["title"] for row in county.ask("succession")} == {"局长", "主席", "党工委书记"}


def test_vacancies(county: Graph) -> None:
    found = rows(county.ask("vacancies", "2023-12", organization="县政协"), "title", "person", "left", "stated")
    assert found == []  # 何桂兰 came in January 2024
    found = rows(county.ask("vacancies", "2023-11", organization="白鹭河"), "title", "person", "left", "stated")
    assert found == [("县级河长", "徐长河", "2023-05-10", False)]


def test_unseen(county: Graph) -> None:
    columns = ("person", "times", "last_seen")
    assert rows(county.ask("unseen", "2023-07-01", place=COUNTY), *columns) == [("徐长河", 6, "2023-06-15")]
    assert rows(county.ask("unseen", "2024-01", at_least=5, place=COUNTY), *columns) == [
        ("黄立新", 7, "2023-12-20"),
        ("徐长河", 6, "2023-06-15"),
        ("谢春生", 5, "2023-12-04"),
    ]


def test_speakers(county: Graph) -> None:
    found = {row["person"]: (row["attended"], row["spoke"]) for row in county.ask("speakers", place=COUNTY)}
    assert found["陈志远"] == (13, 11)
    assert found["孙建军"] == (10, 0)
    assert found["韩松"] == (7, 0)


def test_speakers_come_in_an_order_that_few_events_do_not_decide(county: Graph) -> None:
    answer = rows(county.ask("speakers", at_least=1), "attended", "spoke", "low")
    lows = [low for *_, low in answer]
    assert lows == sorted(lows, reverse=True)
    assert {low for attended, spoke, low in answer if (attended, spoke) == (1, 1)} == {0.207}
    assert [low for attended, spoke, low in answer if (attended, spoke) == (13, 11)] == [0.578]
    assert {low for _, spoke, low in answer if not spoke} == {0.0}
    assert answer[0][0] > 2
    attended = [attended for attended, spoke, _ in answer if not spoke]
    assert attended == sorted(attended, reverse=True), "who sat through most comes first of those that never spoke"


def test_namesakes(county: Graph) -> None:
    (one,) = county.ask("namesakes", "王伟").records()
    assert one["jurisdictions"] == [COUNTY, ZONE]
    assert one["posts"] == [
        f"{COUNTY}：县住建局局长", f"{COUNTY}：副县长", f"{ZONE}：管委会副主任", f"{ZONE}：党工委委员",
    ]  # fmt: skip
    found = rows(county.ask("namesakes"), "person", "entries")
    assert sorted(found) == sorted(
        (name, 2) for name in ["王伟", "林晓峰", "周国平", "张敏", "许静", "蔡明辉", "丁浩", "沈伯年"]
    )


def test_companions(county: Graph) -> None:
    found = rows(county.ask("companions", "陈志远", place=COUNTY, at_least=6), "companion", "times")
    assert sorted(found) == sorted(
        {"林晓峰": 9, "吴海燕": 9, "周国平": 8, "孙建军": 8, "韩松": 7, "郑文博": 7, "马德胜": 6, "赵丽华": 6}.items()
    )
    assert [times for _, times in found] == [9, 9, 8, 8, 7, 7, 6, 6]


def test_shared_and_common(county: Graph) -> None:
    found = rows(county.ask("shared", "林晓峰", "许静"), "a_jurisdiction", "date")
    assert sorted(found) == sorted([(ZONE, "2023-09-26"), (COUNTY, "2023-05-18"), (COUNTY, "2023-05-18")])
    found = rows(county.ask("common", "王伟", "刘洋"), "organization", "a_posts", "b_posts")
    assert [(name, a, sorted(b)) for name, a, b in found] == [("县住建局", ["局长"], ["副局长", "局长"])]


def test_path_has_four_steps_or_none(county: Graph) -> None:
    found = rows(county.ask("path", "曹永年", "谢春生"), "step", "source", "target")
    assert [step for step, *_ in found] == [1, 2, 3, 4]
    assert "曹永年" in found[0]
    assert "谢春生" in found[-1]
    assert not county.ask("path", "叶青云", "谢春生")
