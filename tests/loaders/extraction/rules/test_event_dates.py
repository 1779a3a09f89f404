"""Which date is an event's."""

import pytest

from loaders.extraction.rules.dates import find_dates
from loaders.extraction.rules.event_dates import date_of_event
from tests.loaders.extraction.rules.spans import find, sentences


def date_of(text: str, *events: str, body: int = 0) -> str | None:
    dates = find_dates(text, published="2023-10-02")
    found = date_of_event([find(text, event) for event in events], sentences(text), dates, body=body)
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


def test_a_dateline_does_not_date_what_has_a_day() -> None:
    assert date_of("本报9月28日讯 9月27日，春季例会召开。", "春季例会") == "2023-09-27"


def test_the_headline_counts_only_where_the_body_does_not_name_the_event() -> None:
    text = "9月1日通知：春季例会\n9月28日，春季例会召开。"
    assert date_of_event([find(text, "春季例会"), find(text, "春季例会", 1)], sentences(text),
                         find_dates(text, published="2023-10-02"), body=text.index("\n") + 1).value.day == 28  # type: ignore[union-attr]  # fmt: skip
    headline = "9月1日：春季例会\n会议9月28日召开。"
    assert date_of(headline, "春季例会", body=headline.index("\n") + 1) == "2023-09-01"
