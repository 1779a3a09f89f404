"""Parameters: words of a command line and values of a program, typed or refused."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import InputError
from queries.arguments import complete, split
from queries.catalogue import catalogue
from queries.parameters import assignments, period_of, typed, value_of

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@given(JSON)
def test_what_json_writes_is_read_back(value: Any) -> None:
    assert typed(json.dumps(value)) == value


@given(st.text())
def test_every_text_means_something(text: str) -> None:
    try:
        expected = json.loads(text, parse_constant=lambda _: text)
    except ValueError:
        expected = text
    assert typed(text) == expected


@pytest.mark.parametrize(
    ("given", "kind", "expected"),
    [
        ("3", "integer", 3),
        ("0.8", "number", 0.8),
        (1, "number", 1),
        ("是", "boolean", True),
        ("FALSE", "boolean", False),
        ("甲、乙,丙", "strings", ["甲", "乙", "丙"]),
        (("甲",), "strings", ["甲"]),
        ("2020-09", "date", "2020-09"),
        (date(2020, 9, 28), "date", "2020-09-28"),
        (None, "date", None),
        ("3", "string", "3"),
    ],
)
def test_values_of_each_type(given: Any, kind: Any, expected: Any) -> None:
    assert value_of(given, kind, name="x") == expected


@pytest.mark.parametrize(
    ("given", "kind"),
    [("3.5", "integer"), (True, "integer"), ("x", "number"), ("maybe", "boolean"), (3, "string"), ("2020-13", "date"),
     ("28.9.2020", "date"), ("2020-09-28T08:00", "date"), ([1], "strings"), ("9" * 19, "integer"), (2**63, "integer"),
     ("2023-02-30", "date"), ("nan", "number"), (float("inf"), "number")],
)  # fmt: skip
def test_values_that_do_not_fit_are_refused_by_name(given: Any, kind: Any) -> None:
    with pytest.raises(InputError, match=r"^x="):
        value_of(given, kind, name="x")


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        (None, None, (None, None)),
        ("2023", None, ("2023", None)),
        (date(2023, 5, 1), "2023", ("2023-05-01", "2023")),
        ("2023", "2023-05", ("2023", "2023-05")),
        ("2023-05-01", "2023-05-01", ("2023-05-01", "2023-05-01")),
    ],
)
def test_a_period_is_as_precise_as_wanted(since: Any, until: Any, expected: tuple[str | None, str | None]) -> None:
    assert period_of(since, until) == expected


@pytest.mark.parametrize(
    ("since", "until", "why"),
    [
        ("2024", "2023", "ends before it begins"),
        ("2023-06", "2023-05-31", "ends before it begins"),
        ("2023-06-02", "2023-06-01", "ends before it begins"),
        ("2023-6", None, "since='2023-6'"),
        (None, "20231201", "until='20231201'"),
    ],
)
def test_what_is_no_period_is_refused(since: str | None, until: str | None, why: str) -> None:
    with pytest.raises(InputError, match=why):
        period_of(since, until)


def test_words_fill_parameters_in_order_and_by_name() -> None:
    question = catalogue()["companions"]  # name, place, since, until, at_least
    assert split(question, ["王伟", "at_least=2", "云澜"]) == {"at_least": "2", "name": "王伟", "place": "云澜"}
    assert complete(question, {"name": "王伟", "at_least": "2"}) == {
        "name": "王伟", "place": None, "since": None, "until": None, "at_least": 2,
    }  # fmt: skip


def test_an_equals_sign_inside_a_value_is_kept() -> None:
    assert split(catalogue()["search"], ["1+1=2"]) == {"words": "1+1=2"}
    assert split(catalogue()["search"], ["words=a=b"]) == {"words": "a=b"}


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["nmae=王伟"], "no parameter 'nmae'. Did you mean 'name'"),
        (["name=王伟", "name=李娜"], "given twice"),
        (["a", "b", "c", "d", "e", "f"], "Too many values"),
    ],
)
def test_wrong_words_are_refused(words: list[str], why: str) -> None:
    with pytest.raises(InputError, match=why):
        split(catalogue()["companions"], words)


def test_a_word_of_a_list_is_expected() -> None:
    with pytest.raises(InputError, match="one of meeting, inspection"):
        complete(catalogue()["events"], {"kind": "party"})


def test_a_text_of_blanks_is_none() -> None:
    with pytest.raises(InputError, match="needs name"):
        complete(catalogue()["official"], {"name": "　"})
    assert complete(catalogue()["official"], {"name": "王伟", "place": " "}) == {"name": "王伟", "place": None}


def test_assignments() -> None:
    assert assignments(["n=3", "$name=李淑侠", "t=a=b", 'y="2020"']) == {
        "n": 3,
        "name": "李淑侠",
        "t": "a=b",
        "y": "2020",
    }
    with pytest.raises(InputError, match="has no value"):
        assignments(["name"])
    with pytest.raises(InputError, match="given twice"):
        assignments(["n=1", "n=2"])
