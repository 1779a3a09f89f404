"""Every named question on both stores, against rows worked out by hand from the samples (loaders/samples/README.md)."""

from __future__ import annotations

from typing import Any

import pytest

from graph.errors import InputError
from queries import Graph, Result
from queries.catalogue import catalogue

COUNTY, ZONE = "云澜县", "澄湖经济技术开发区"


def rows(result: Result, *columns: str) -> list[tuple[Any, ...]]:
    return [tuple(row[column] for column in columns) for row in result.records()]


@pytest.mark.parametrize("name", list(catalogue()))
def test_every_question_answers_its_example_with_its_columns_and_evidence(county: Graph, name: str) -> None:
    params = catalogue()[name].header.params
    given = {key: one.example for key, one in params.items() if one.required}
    answer = county.ask(name, evidence=True, **given)
    assert answer.columns == tuple(catalogue()[name].header.columns)
    for row in answer.table.dicts():
        assert len(answer.quotes_of(row)) == len(set(row["evidence"])) > 0


def test_roster_in_order(county: Graph) -> None:
    answer = county.ask("attended", "全县经济工作会议", place=COUNTY)
    ranked = [
        "陈志远",
        "林晓峰",
        "马德胜",
        "徐长河",
        "周国平",
        "吴海燕",
        "郑文博",
        "孙建军",
        "韩松",
        "黄立新",
        "赵丽华",
    ]
    assert rows(answer, "rank", "name")[:11] == list(enumerate(ranked, 1))
    rest = {name for rank, name in rows(answer, "rank", "name") if rank is None}
    assert rest == {"曹永年", "县财政局", "县住建局", "澜口镇", "青垣镇"}
    assert rows(answer, "name", "role")[1] == ("林晓峰", "chair")


def test_speakers_in_order(county: Graph) -> None:
    assert [name for (name,) in rows(county.ask("spoke", "全县经济工作会议"), "name")] == [
        "陈志远", "周国平", "县财政局", "县住建局", "澜口镇", "青垣镇", "曹永年", "林晓峰",
    ]  # fmt: skip


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


def test_absent(county: Graph) -> None:
    found = rows(county.ask("absent", "第六次全体会议"), "person", "times", "of", "last_seen")
    # of the ten meetings of the year before: 01-06, 04-11, 05-09, 05-18, 06-07, 06-30, 08-29, 08-30, 09-21, 10-19
    assert sorted(found) == sorted(
        [("郑文博", 5, 10, "2023-09-21"), ("马德胜", 5, 10, "2023-10-19"), ("徐长河", 3, 10, "2023-05-09")]
    )


def test_speakers(county: Graph) -> None:
    found = {row["person"]: (row["attended"], row["spoke"]) for row in county.ask("speakers", place=COUNTY)}
    assert found["陈志远"] == (13, 11)
    assert found["孙建军"] == (10, 0)
    assert found["韩松"] == (7, 0)


def test_events_of(county: Graph) -> None:
    found = rows(county.ask("events-of", "孙建军", since="2023-06", until="2023-08"), "date", "kind", "rank", "spoke")
    assert found == [("2023-06-30", "meeting", 7, False), ("2023-08-30", "meeting", 5, False)]


def test_events_by_kind_and_month(county: Graph) -> None:
    found = rows(county.ask("events", "inspection", since="2023-05", until="2023-06"), "date", "people")
    assert found == [("2023-05-09", 5), ("2023-06-15", 3), ("2023-06-30", 3)]
    assert rows(county.ask("events", text="植树"), "date", "venues") == [("2024-03-12", ["枫林坡"])]


def test_chairs_hosts_months(county: Graph) -> None:
    assert rows(county.ask("chairs", place=ZONE, since="2024"), "person", "times") == [("蔡明辉", 1), ("许静", 1)]
    found = rows(county.ask("hosts", place=ZONE, until="2023-03-05"), "name", "events")
    assert found == [("区党群工作部", 1), ("区经济发展局", 1)]
    found = rows(county.ask("months", place=COUNTY, until="2023-02"), "month", "kind", "events", "people")
    assert sorted(found) == [
        ("2023-01", "meeting", 1, 12),
        ("2023-02", "ceremony", 1, 8),
        ("2023-02", "inspection", 2, 4),
    ]


def test_inspections(county: Graph) -> None:
    found = rows(county.ask("inspections", name="陈志远"), "place", "times", "date", "last")
    assert found[0] == ("杏林坪村", 3, "2023-05-09", "2023-09-21")
    visits = {(row["person"], row["date"]) for row in county.ask("inspections") if row["place"].startswith("云澜新禾")}
    assert visits == {("林晓峰", "2023-02-03"), ("周国平", "2023-08-29")}


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


def test_organization(county: Graph) -> None:
    assert rows(county.ask("activities", "县住建局"), "date", "part") == [("2023-01-06", ["ATTENDED", "SPOKE_AT"])]
    found = rows(county.ask("staff", "县住建局", place=COUNTY), "person", "title", "came", "left")
    assert sorted(found) == sorted(
        [
            ("王伟", "局长", "2023-02-04", "2023-10-19"),
            ("刘洋", "局长", "2023-10-19", "2024-02-20"),
            ("刘洋", "副局长", "2023-06-08", "2023-09-01"),
        ]
    )


def test_places(county: Graph) -> None:
    assert [date for (date,) in rows(county.ask("at", "县人民会堂"), "date")] == [
        "2023-01-06", "2023-06-30", "2023-12-20", "2024-01-10",
    ]  # fmt: skip
    assert rows(county.ask("at", "青垣镇"), "date", "site") == [
        ("2023-05-09", "杏林坪村"),
        ("2023-06-30", "杏林坪村"),
        ("2023-09-21", "青垣镇"),
        ("2023-09-21", "杏林坪村"),
        ("2024-03-12", "枫林坡"),
    ]
    assert rows(county.ask("venues"), "place", "events")[0] == ("县人民会堂", 4)


def test_responsibility(county: Graph) -> None:
    found = rows(county.ask("responsible", matter="城市更新"), "name", "kind", "first_seen")
    assert sorted(found) == sorted([("王伟", "duty", "2024-02-20"), ("黄立新", "duty", "2023-01-07")])
    found = rows(county.ask("responsible", "王伟"), "jurisdiction", "matter")
    assert sorted(found) == sorted(
        [
            (COUNTY, "住房和城乡建设、自然资源工作"),
            (COUNTY, "云门桥街道"),
            (COUNTY, "城市更新"),
            (ZONE, "城市建设和安全生产"),
        ]
    )


def test_tasks_and_what_was_told_later(county: Graph) -> None:
    found = rows(county.ask("follow-up", "县住建局"), "demanded", "later")
    assert found == [
        ("2023-02-04", None),
        ("2023-04-12", "2023-06-08"),
        ("2023-06-08", None),
        ("2023-06-16", None),
        ("2023-11-08", None),
        ("2024-02-20", None),
    ]


def test_namesakes(county: Graph) -> None:
    found = rows(county.ask("namesakes"), "person", "people")
    assert sorted(found) == sorted(
        (name, 2) for name in ["王伟", "林晓峰", "周国平", "张敏", "许静", "蔡明辉", "丁浩", "沈伯年"]
    )


def test_sources(county: Graph) -> None:
    found = rows(county.ask("evidence", "赵丽华", "教育、卫生等民生实事"), "relation", "published", "text")
    assert [(relation, published) for relation, published, _ in found] == [
        ("RESPONSIBLE_FOR", "2023-01-07"),
        ("RESPONSIBLE_FOR", "2024-02-20"),
    ]
    assert all("赵丽华负责教育、卫生等民生实事" in text for *_, text in found)
    assert len(county.ask("articles")) == 30
    assert len(county.ask("uncertain", 1.0)) == 0  # gold is certain
    alone = rows(county.ask("single-source", "RESPONSIBLE_FOR"), "source", "target")
    assert ("黄立新", "城市更新") in alone
    assert ("赵丽华", "教育、卫生等民生实事") not in alone
    assert all("石磊" in text for (text,) in rows(county.ask("mentions", "石磊"), "text"))


def test_search_finds_two_character_words_and_nothing_across_words(county: Graph) -> None:
    found = rows(county.ask("search", "自建房"), "kind", "name")
    assert ("Event", "全县自建房安全专项整治推进会") in found
    sentences = [name for kind, name in found if kind == "Sentence"]
    assert sentences
    assert all("自建房" in "".join(name.split()) for name in sentences)
    assert not county.ask("search", '不存在" OR 的')
    assert not county.ask("search", " ")


def test_search_for_several_words_wants_all_of_them(county: Graph) -> None:
    both = {row["name"] for row in county.ask("search", "自建房　排查") if row["kind"] == "Sentence"}
    assert both == {
        row["name"]
        for row in county.ask("search", "自建房")
        if row["kind"] == "Sentence" and "排查" in "".join(row["name"].split())
    }
    assert 0 < len(both) < len([row for row in county.ask("search", "排查") if row["kind"] == "Sentence"])


def test_search_finds_a_phrase_not_its_parts(county: Graph) -> None:
    found = county.ask("search", "财政局").records()
    assert found
    assert all("财政局" in "".join(row["name"].split()) for row in found if row["kind"] == "Sentence")


def test_a_name_matches_by_alias(county: Graph) -> None:
    aliased = county.query(
        "MATCH (o:Organization) WHERE size(o.aliases) > 0 RETURN o.name AS name, o.aliases AS aliases"
    )
    name, aliases = min(aliased.table.rows)
    found = county.query("MATCH (o:Organization) WHERE $a IN o.aliases RETURN o.name AS name", a=aliases[0])
    assert name in found["name"]


def test_dates_may_be_as_precise_as_wanted(county: Graph) -> None:
    narrow = county.ask("events", since="2023-05-01", until="2023-05-31")
    assert rows(narrow, "event") == rows(county.ask("events", since="2023-05", until="2023-05"), "event")


def test_unknown_names_and_wrong_parameters_are_told(county: Graph) -> None:
    assert len(county.ask("official", "查无此人")) == 0
    with pytest.raises(InputError, match="Did you mean official"):
        county.ask("offical", "王伟")
    with pytest.raises(InputError, match="no parameter 'nam'"):
        county.ask("official", nam="王伟")
    with pytest.raises(InputError, match="a date such as"):
        county.ask("unseen", "last year")
    with pytest.raises(InputError, match="needs name"):
        county.ask("official")


def test_official_card(county: Graph) -> None:
    answer = county.ask("official", "许静", place="澄湖")
    sections = [section for (section,) in rows(answer, "section")]
    assert sections == sorted(sections, key=["post", "event", "companion"].index)
    posts = {item for section, item in rows(answer, "section", "item") if section == "post"}
    assert {"管委会主任"} <= posts
    companions = [item for section, item in rows(answer, "section", "item") if section == "companion"]
    assert companions[0] in {"蔡明辉", "王伟", "高志强"}
