"""The organization of a title."""

import pytest

from loaders.extraction.rules.posts import Holding, seats, unstepped
from tests.loaders.extraction.rules.spans import find


def seat_of(text: str, title: str, person: str, *organizations: str, before: tuple[tuple[str, str], ...] = ()) -> str:
    """ "organization rule" of a title, or "none". `before` are the (title, person) that stand before it."""
    holdings = [Holding(find(text, one), find(text, who)) for one, who in (*before, (title, person))]
    seat = seats(text, holdings, [find(text, name) for name in organizations])[-1]
    return "none" if seat is None else f"{text[slice(*seat.organization)]} {seat.rule}"


@pytest.mark.parametrize("text", ["县教育局局长王明", "县教育局\n局长王明", "县教育局 局长王明"])
def test_before_the_title(text: str) -> None:
    assert seat_of(text, "局长", "王明", "县教育局") == "县教育局 post.organization_before_title"


def test_the_longer_of_two_names_that_end_there() -> None:
    assert seat_of("云澜县教育局局长王明", "局长", "王明", "教育局", "云澜县教育局").startswith("云澜县教育局 ")


def test_before_the_name_with_the_title_after_it() -> None:
    assert seat_of("云澜学院李华教授", "教授", "李华", "云澜学院") == "云澜学院 post.organization_before_name"


@pytest.mark.parametrize("text", ["县教育局，局长王明", "县教育局召集局长王明", "县教育局李华和局长王明"])
def test_none_where_something_stands_between(text: str) -> None:
    assert seat_of(text, "局长", "王明", "县教育局") == "none"


def test_a_chain_of_titles_shares_it() -> None:
    text = "县住建局党组书记、局长王明"
    assert seat_of(text, "局长", "王明", "县住建局", before=(("党组书记", "王明"),)) == (
        "县住建局 post.organization_of_chain"
    )


@pytest.mark.parametrize(
    ("text", "title", "first"),
    [
        ("县委副书记、县长王明", "县长", "副书记"),  # an office of the county, not of its committee
        ("县住建局党组书记王明到会。局长李华", "局长", "党组书记"),
        ("县住建局党组书记王明主持，局长李华", "局长", "党组书记"),
    ],
)
def test_a_chain_ends(text: str, title: str, first: str) -> None:
    person = "李华" if "李华" in text else "王明"
    assert seat_of(text, title, person, text[: text.index(first)], before=((first, "王明"),)) == "none"


def test_deputies_share_the_organization_of_their_head() -> None:
    text = "县人大常委会主任王明，副主任李华参加"
    holding = (("主任", "王明"),)
    assert seat_of(text, "副主任", "李华", "县人大常委会", before=holding) == (
        "县人大常委会 post.organization_of_deputies"
    )
    other = "县人大常委会主任王明，副县长李华参加"
    assert seat_of(other, "副县长", "李华", "县人大常委会", before=holding) == "none"


@pytest.mark.parametrize(
    ("title", "expected"), [("常务副县长", "县长"), ("副主任", "主任"), ("代县长", "县长"), ("主任", "主任")]
)
def test_steps_are_taken_off(title: str, expected: str) -> None:
    assert unstepped(title) == expected
