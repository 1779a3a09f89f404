"""Dates of publication: every way in which sites and archives write them, and nothing guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import InputError
from loaders.articles.dates import iso_date

WRITTEN = [
    "2024-03-13",
    "2024-03-13 10:22:00",
    "2024-03-13T10:22:00+08:00",
    "2024-03-13T10:22:00.123Z",
    "2024-03-13 10:22",
    "2024/03/13",
    "2024/3/13 9:05",
    "2024.03.13",
    "20240313",
    "20240313102200",
    "2024-3-13",
    "2024年3月13日",
    "2024年03月13日 10:22",
    "2024年3月13日10时22分",
    "2024 年 3 月 13 日 星期三",
    " \u30002024-03-13\t",
    "２０２４－０３－１３",
]


@pytest.mark.parametrize("written", WRITTEN)
def test_days(written: str) -> None:
    assert iso_date(written) == "2024-03-13"


@pytest.mark.parametrize(
    ("written", "iso"),
    [("2024", "2024"), ("2024年", "2024"), ("2024-03", "2024-03"), ("2024/3", "2024-03"), ("2024年3月", "2024-03")],
)
def test_no_more_is_told_than_is_written(written: str, iso: str) -> None:
    assert iso_date(written) == iso


@pytest.mark.parametrize(
    "written",
    [
        "",
        "昨天",
        "3月13日",
        "13/03/2024",
        "2024-13-01",
        "2024-02-30",
        "20240230",
        "240313",
        "202403",
        "1710296520",
        "1710296520000",
        "2024-03月13",
        "2024-03/13",
        "2024-03-13 or so",
        "2024-03-133",
        "2024-03-13-14",
        "2024-03-13 25:00",
        "0000-00-00 00:00:00",
    ],
)
def test_what_is_no_date_is_refused_by_name(written: str) -> None:
    with pytest.raises(InputError, match="no date"):
        iso_date(written)


@given(st.dates(), st.times(), st.sampled_from(["-", "/", "."]))
def test_every_day_of_the_calendar(day: object, time: object, mark: str) -> None:
    assert iso_date(f"{str(day).replace('-', mark)} {time}") == str(day)
