"""When a relation holds: the rule that slider, histogram and timeline share."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.view.dates import Basis, span, spans
from queries.view.model import GraphEdge, GraphNode

EPOCH = date(1970, 1, 1).toordinal()


def iso(days: tuple[int, int] | None) -> tuple[str, str] | None:
    return days and (date.fromordinal(days[0] + EPOCH).isoformat(), date.fromordinal(days[1] + EPOCH).isoformat())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2020-09-28", ("2020-09-28", "2020-09-28")),
        ("2020-02", ("2020-02-01", "2020-02-29")),
        ("2020-12", ("2020-12-01", "2020-12-31")),
        ("2020", ("2020-01-01", "2020-12-31")),
        ("--09-28", None),
        ("2020-13", None),
        ("2021-02-29", None),
        ("九月", None),
        ("0000", None),
        ("", None),
        (None, None),
    ],
)
def test_span(text: str | None, expected: tuple[str, str] | None) -> None:
    assert iso(span(text)) == expected


@given(st.dates())
def test_a_day_lies_in_its_month_and_its_year(day: date) -> None:
    text = day.isoformat()
    exact = span(text)
    assert exact == (day.toordinal() - EPOCH,) * 2
    for wider in (span(text[:7]), span(text[:4])):
        assert wider is not None
        assert wider[0] <= exact[0] <= wider[1]


NODES = {
    "p": GraphNode("p", "Person", "甲", (), {"date": "1999"}),
    "dated": GraphNode("dated", "Event", "会", (), {"date": "2020-09"}),
    "undated": GraphNode("undated", "Event", "会"),
    "post": GraphNode("post", "Post", "局长"),
}


def reported(target: str, first: str | None = None, last: str | None = None, **about: str) -> GraphEdge:
    return GraphEdge("p", target, "HOLDS_POST" if about else "ATTENDED", about, first_seen=first, last_seen=last)


@pytest.mark.parametrize(
    ("edge", "basis", "days"),
    [
        (reported("dated", "2021-01-01", "2021-01-02"), Basis.EVENT, ("2020-09-01", "2020-09-30")),
        (GraphEdge("dated", "p", "X"), Basis.EVENT, ("2020-09-01", "2020-09-30")),
        (reported("undated", "2021-01-01", "2021-02-02"), Basis.REPORTED, ("2021-01-01", "2021-02-02")),
        (reported("undated"), Basis.NONE, None),
        (reported("post", "2020-01-01", start="2018", end="2019-06"), Basis.STATED, ("2018-01-01", "2019-06-30")),
        (reported("post", None, "2020-01-05", start="2018-03"), Basis.STATED, ("2018-03-01", "2020-01-05")),
        (reported("post", "2022-03-01", "2023-09-01", start="2023-01"), Basis.STATED, ("2022-03-01", "2023-09-01")),
        (reported("post", "2023-09-29", "2023-09-29", end="2023-09-28"), Basis.STATED, ("2023-09-28", "2023-09-29")),
        (
            reported("post", "2020-01-11", "2022-09-01", start="2022-05-01", end="2020-01-10"),
            Basis.STATED,
            ("2020-01-11", "2022-09-01"),
        ),
        (reported("post", end="2018-03"), Basis.STATED, ("2018-03-01", "2018-03-31")),
        (reported("post", "2020-01-01", start="早年"), Basis.REPORTED, ("2020-01-01", "2020-01-01")),
    ],
)
def test_what_a_date_rests_on(edge: GraphEdge, basis: Basis, days: tuple[str, str] | None) -> None:
    found, when = spans(edge, NODES)
    assert found is basis
    assert [iso(one) for one in when] == ([days] if days else [])


def test_a_sum_of_events_has_each_of_their_dates() -> None:
    edge = GraphEdge("p", "p", "CO_ATTENDED", dates=("2020-01-05", "", "2020-03"))
    assert [iso(one) for one in spans(edge, NODES)[1]] == [("2020-01-05", "2020-01-05"), ("2020-03-01", "2020-03-31")]
