"""Questions about events, bodies, places, duties, on both stores: rows by hand (loaders/samples/README.md)."""

from __future__ import annotations

from queries import Graph
from tests.queries.county import COUNTY, ZONE, rows


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


def test_absent(county: Graph) -> None:
    found = rows(county.ask("absent", "第六次全体会议"), "person", "times", "of", "last_seen")
    # of the ten meetings of the year before: 01-06, 04-11, 05-09, 05-18, 06-07, 06-30, 08-29, 08-30, 09-21, 10-19
    assert sorted(found) == sorted(
        [("郑文博", 5, 10, "2023-09-21"), ("马德胜", 5, 10, "2023-10-19"), ("徐长河", 3, 10, "2023-05-09")]
    )


def test_events_of(county: Graph) -> None:
    found = rows(county.ask("events-of", "孙建军", since="2023-06", until="2023-08"), "date", "kind", "rank", "spoke")
    assert found == [("2023-06-30", "meeting", 7, False), ("2023-08-30", "meeting", 5, False)]


def test_events_by_kind_and_month(county: Graph) -> None:
    found = rows(county.ask("events", "inspection", since="2023-05", until="2023-06"), "date", "people")
    assert found == [("2023-05-09", 5), ("2023-06-15", 3), ("2023-06-30", 3)]
    assert rows(county.ask("events", text="植树"), "date", "venues") == [("2024-03-12", ["枫林坡"])]


def test_dates_may_be_as_precise_as_wanted(county: Graph) -> None:
    narrow = county.ask("events", since="2023-05-01", until="2023-05-31")
    assert rows(narrow, "event") == rows(county.ask("events", since="2023-05", until="2023-05"), "event")


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
    assert found == [("黄立新", "duty", "2023-01-07"), ("王伟", "duty", "2024-02-20")], (
        "who answers for a matter, in time"
    )
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
