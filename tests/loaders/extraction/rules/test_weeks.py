"""The days of a programme that gives its dates in the headline."""

import pytest

from loaders.extraction.rules.dates import find_dates
from loaders.extraction.rules.weeks import RULE, dated


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "第11周日程（11月7日—11月11日）\n【星期一】\n08:30 学习\n【星期五】\n15:30 会议",
            ["2022-11-07", "2022-11-11"],
        ),
        ("一周安排（2022.11.9-11.13）\n周日：值班\n周二\n会议", ["2022-11-13", "2022-11-08"]),
        ("安排（11月7日至11日）\n星期一下午开会，周二休息。\n（周三）\n会议", ["2022-11-09"]),
        ("11月7日召开的会议\n星期二\n学习", []),  # a day, no week
        ("一周安排\n星期二\n学习", []),
    ],
)
def test_weekdays_over_the_parts_of_a_programme(text: str, days: list[str]) -> None:
    found = dated(text, find_dates(text, published="2022-11-09"))
    assert [str(each.value) for each in found if each.rule == RULE] == days


def test_a_programme_without_a_year_has_no_weekdays() -> None:
    text = "第11周日程（11月7日—11月11日）\n【星期一】\n学习"
    assert dated(text, find_dates(text)) == find_dates(text)


def test_under_such_a_day_a_morning_is_its_own() -> None:
    text = "日程（11月7日—11月11日）\n星期二\n上午，学习\n星期五\n下午，开会"
    found = dated(text, find_dates(text, published="2022-11-09"))
    assert [(str(each.value), each.half_day) for each in found if each.half_day] == [
        ("2022-11-08", "am"),
        ("2022-11-11", "pm"),
    ]
