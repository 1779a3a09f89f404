"""Dates of whole articles: what one states helps the next, and nothing is guessed."""

import datetime as dt
import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.checks import is_date
from loaders.extraction.rules.dates import find_dates
from loaders.extraction.rules.partial import AHEAD, Partial
from tests.loaders.language.test_numerals import in_words


def values(text: str, published: str | None = "2023-10-02") -> list[str]:
    return [str(date.value or "") for date in find_dates(text, published=published)]


@given(st.dates(dt.date(2000, 1, 1), dt.date(2040, 12, 31)))
def test_a_full_date_needs_no_publication(day: dt.date) -> None:
    assert values(f"{day.year}年{day.month}月{day.day}日，会议召开", None) == [day.isoformat()]
    words = (
        f"二〇{in_words(day.year % 100 // 10)}{in_words(day.year % 10)}年{in_words(day.month)}月{in_words(day.day)}日"
    )
    assert values(f"{words}，会议召开", None) == [day.isoformat()]


@given(st.dates(dt.date(2001, 1, 1), dt.date(2040, 1, 1)), st.integers(-300, AHEAD))
def test_a_date_without_year_is_the_nearest_that_is_not_far_ahead(published: dt.date, days: int) -> None:
    day = published + dt.timedelta(days=days)
    if (day.month, day.day) != (2, 29):
        assert values(f"{day.month}月{day.day}日，会议召开", published.isoformat()) == [day.isoformat()]


@given(st.dates(dt.date(2000, 1, 1), dt.date(2040, 12, 31)))
def test_an_iso_date_of_any_precision_is_read_and_written(day: dt.date) -> None:
    for text in (day.isoformat(), day.isoformat()[:7], day.isoformat()[:4], "-" + day.isoformat()[4:]):
        assert str(Partial.parse(text)) == text


@given(
    st.lists(
        st.sampled_from(
            [
                "2023年12月5日上午",
                "9月28日至30日",
                "本报10月1日讯",
                "28日",
                "将于9月30日",
                "今年3月",
                "，开会。",
                "第3次",
            ]
        ),
        max_size=6,
    ).map("".join),
    st.sampled_from([" ", "\u3000", "\xa0", "  "]),
)
def test_blanks_around_figures_change_no_date(text: str, blank: str) -> None:
    """2023 年 12 月 5 日: many editors, and many programs, set figures so."""
    spaced = re.sub(r"(?<=\d)(?=[^\d，。])|(?<=[^\d，。])(?=\d)", blank, text)
    plain, found = (find_dates(each, published="2023-10-02") for each in (text, spaced))
    assert [(date.value, date.half_day, date.weak) for date in found] == [
        (date.value, date.half_day, date.weak) for date in plain
    ]
    for date, other in zip(found, plain, strict=True):
        assert spaced[date.start : date.end].replace(blank, "") == text[other.start : other.end]


PIECES = "2012年 9999年 0001年 13月 12月 2月 31日 9日 十十月 星期四 昨日 上周五 次日 上月 本报 讯 将于 至 底前 \n ，"


@given(
    st.text("0123456789年月日上下午昨今明日，。-至一二十", max_size=24)
    | st.lists(st.sampled_from(PIECES.split(" ")), max_size=10).map("".join),
    st.sampled_from(["2023-10-02", "2023", "9999-12-31", "0001-01-01", None]),
)
def test_any_text_gives_dates_of_the_calendar_in_order(text: str, published: str | None) -> None:
    found = find_dates(text, published=published)
    assert all(a.end <= b.start for a, b in pairwise(found))
    for date in found:
        assert 0 <= date.start < date.end <= len(text)
        assert date.value is None or is_date(str(date.value))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9月28日上午，会议召开。29日，王明到县里调研。", ["2023-09-28", "2023-09-29"]),
        ("本报10月1日讯 昨日，会议召开。", ["2023-10-01", "2023-09-30"]),
        ("会议在2023年9月28日召开，次日闭幕。", ["2023-09-28", "2023-09-29"]),
        ("去年12月5日和今年1月6日", ["2022-12-05", "2023-01-06"]),
        ("9月28日，会议召开，要求9月30日前完成。当晚，王明返回。", ["2023-09-28", "2023-09-30", "2023-09-28"]),
        ("9月28日，县里传达9月20日召开的会议精神。当天，王明返回。", ["2023-09-28", "2023-09-20", "2023-09-28"]),
        ("9月28日，会议召开，大会定于9月30日举行。次日，王明返回。", ["2023-09-28", "2023-09-30", "2023-09-29"]),
        ("9月28日，会议通报1月1日至10日空气质量。当晚，王明返回。", ["2023-09-28", "2023-01-01", "2023-09-28"]),
    ],
)
def test_what_one_date_states_helps_the_next(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("9月28日，会议召开", None, ["--09-28"]),
        ("昨日，会议召开", None, []),
        ("3月1日消息：昨天下午，会议召开", None, ["--03-01", "--02-29"]),
        ("9月28日，会议召开", "2023", ["2023-09-28"]),
        ("28日，会议召开", "2023-10-02", ["2023-09-28"]),
        ("28日，会议召开", None, []),
        ("上周五，会议召开", None, []),
        ("2023年9月28日成立。10月8日，会议召开", None, ["2023-09-28", "2023-10-08"]),
        ("要闻　2012年7月12日 星期四\n昨日，会议召开", None, ["2012-07-12", "2012-07-11"]),
        ("2012年7月12日 星期四\n昨日，会议召开", "2023-10-02", ["2012-07-12", "2023-10-01"]),
        ("二二二二年十十月十十日星期四\n昨日，会议召开", None, []),
        ("二二二二年十十月十十日星期四\n本报10月9日讯 昨日，会议召开", None, ["--10-09", "--10-08"]),
        ("2012年13月12日 星期四\n9月28日，会议召开", None, ["2012-09-28"]),
        ("本报13月45日讯 9月28日，会议召开", "2023-10-02", ["2023-09-28"]),
        ("昨日获悉，大会将于2012年7月12日（星期四）召开", None, ["2012-07-12"]),
        ("简讯\n2012年7月12日星期四下午，会议召开。昨日，会议闭幕", None, ["2012-07-12"]),
        ("9999年12月31日，会议召开，次日闭幕", None, ["9999-12-31"]),
        ("13月40日，9月31日，2月30日", "2023-10-02", []),
        ("2月30日", None, []),
    ],
)
def test_what_is_not_known_stays_open(text: str, published: str | None, expected: list[str]) -> None:
    assert values(text, published) == expected


def test_a_date_of_the_graph_is_written_in_ascii() -> None:
    """Dates are compared as texts: ２０２３ would come after every year."""
    assert is_date("2023-09-28")
    assert not is_date("２０２３-09-28")
