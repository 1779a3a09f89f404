"""Which date is an event's."""

import pytest

from loaders.extraction.rules.dates import find_dates
from loaders.extraction.rules.event_dates import date_of_event, year_counted, year_named
from tests.loaders.extraction.rules.spans import find, sentences


def date_of(text: str, *events: str, body: int = 0) -> str | None:
    dates = find_dates(text, published="2023-10-02")
    found = date_of_event(text, [find(text, event) for event in events], sentences(text), dates, body=body)
    return None if found is None else str(found.value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9月27日成立。9月28日，春季例会召开，会议要求9月30日前完成。", "2023-09-28"),
        ("春季例会于9月28日召开。", "2023-09-28"),
        ("9月28日，王明到场。他主持了春季例会。", "2023-09-28"),
        ("王明主持了春季例会。9月29日，他返程。", "2023-09-29"),
        ("9月，县里部署；9月28日，春季例会召开。", "2023-09-28"),
        ("去年，县里部署，春季例会9月28日召开。", "2022"),
    ],
)
def test_the_date_that_speaks_of_it(text: str, expected: str) -> None:
    assert date_of(text, "春季例会") == expected


@pytest.mark.parametrize("text", ["近日，春季例会召开。", "9月28日成立。近日，春季例会召开。", "春季例会召开。"])
def test_a_vague_time_is_no_date(text: str) -> None:
    assert date_of(text, "春季例会") is None


def test_a_day_in_one_sentence_about_it_outweighs_a_vague_time_in_another() -> None:
    assert date_of_two("近日，春季例会召开。9月28日，春季例会听取了汇报。") == "2023-09-28"
    assert date_of_two("近日，春季例会召开。春季例会听取了汇报。") is None
    assert date_of_two("近日，春季例会召开。春季例会的成果将于10月10日公布。") is None


def date_of_two(text: str) -> str | None:
    mentions = [find(text, "春季例会"), find(text, "春季例会", 1)]
    found = date_of_event(text, mentions, sentences(text), find_dates(text, published="2023-10-02"), body=0)
    return None if found is None else str(found.value)


def test_a_day_to_come_dates_what_its_own_sentence_names() -> None:
    text = "9月28日，县里开会。画展将于9月30日开幕。王明主持了春季例会。"
    assert date_of(text, "春季例会") == "2023-09-28"
    assert date_of(text, "画展") == "2023-09-30"
    assert date_of("协议认定于9月28日完成。王明主持了春季例会。", "春季例会") == "2023-09-28"


def test_a_dateline_does_not_date_what_has_a_day() -> None:
    assert date_of("本报9月28日讯 9月27日，春季例会召开。", "春季例会") == "2023-09-27"


def test_the_headline_counts_only_where_the_body_does_not_name_the_event() -> None:
    text = "9月1日通知：春季例会\n9月28日，春季例会召开。"
    assert date_of_event(text, [find(text, "春季例会"), find(text, "春季例会", 1)], sentences(text),
                         find_dates(text, published="2023-10-02"), body=text.index("\n") + 1).value.day == 28  # type: ignore[union-attr]  # fmt: skip
    headline = "9月1日：春季例会\n会议9月28日召开。"
    assert date_of(headline, "春季例会", body=headline.index("\n") + 1) == "2023-09-01"


@pytest.mark.parametrize("words", ["春季例会精神", "春季例会上的讲话", "春季例会上的重要讲话精神"])
def test_an_event_that_is_only_cited_has_no_day_of_the_report(words: str) -> None:
    assert date_of(f"9月28日，县里开会。会议传达{words}。", "春季例会") is None
    assert date_of(f"9月28日，县里开会。会议传达9月20日{words}。", "春季例会") == "2023-09-20"
    assert date_of("9月28日，县里开会。春季例会上，王明讲话。", "春季例会") == "2023-09-28"


def test_the_papers_day_does_not_date_what_has_a_day() -> None:
    text = "春季例会\n要闻　2012年7月12日　星期四\n昨日，县里开会。"
    (masthead, yesterday) = find_dates(text)
    assert masthead.weak
    assert date_of_event(text, [find(text, "春季例会")], sentences(text), [masthead, yesterday], body=0) == yesterday


def test_a_dateline_or_a_deadline_dates_an_event_only_where_nothing_else_does() -> None:
    assert date_of("王明检查\n某网9月29日消息：9月28日，王明到会。", "王明检查", body=5) == "2023-09-28"
    assert date_of("9月28日，县里开会。9月30日前完成整改。春季例会召开。", "春季例会") == "2023-09-28"
    assert date_of("王明检查\n某网9月29日消息：王明到会。", "王明检查", body=5) == "2023-09-29"


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["2022年全县防汛演练", "座谈会"], "2022"),
        (["2022年全县防汛演练", "2023年春季例会"], None),
        (["2022年度总结表彰大会"], None),  # held the year after
        (["2022年，王明来访"], None),  # the year of what is told, not of the report
        (["座谈会"], None),
    ],
)
def test_the_year_that_names_of_events_give(names: list[str], expected: str | None) -> None:
    assert year_named(names) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("县农业局简报（2013年第17期）", "2013"),
        ("针对2022年第四轮降雪，县里开会。", "2022"),
        ("党组2022年度第11次学习", "2022"),
        ("党组 2022 年第 11 次学习", "2022"),
        ("2012年第3期和2013年第1期", None),
        ("2012年第三季度", None),
        ("2012年，第一次会议召开。", None),
        ("112022年第1期", None),
        ("根据商务部2011年第53号公告，县里开会。", None),
        ("简报（2011年第3期）2013年9月28日，县里开会。", None),
        ("简报（2013年第3期）2013年9月28日，县里开会。2011年5月3日，它成立。", "2013"),
    ],
)
def test_the_year_in_which_the_text_counts(text: str, expected: str | None) -> None:
    assert year_counted(text) == expected
