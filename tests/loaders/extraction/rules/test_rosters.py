"""Who stands where in an event's list of people."""

import pytest

from loaders.extraction.rules.enumerations import mask, stretches
from loaders.extraction.rules.rosters import Place, role, roster, speech_verb
from tests.loaders.extraction.rules.spans import find, sentences, spans


def ranks(text: str, *people: str, start: int = 0, led: bool = False, cover: tuple[str, ...] = ()) -> list[int | None]:
    names, known = spans(text, *people), mask(text, spans(text, *cover))
    rows = stretches(text, known, sorted(names), sentences(text))
    places = roster(text, [[name] for name in names], rows, known=known, start=start, led=led)
    return [place.rank if place else None for place in places]


def test_names_in_a_list_are_ranked_in_its_order() -> None:
    text = "县领导王明、李华、张强参加会议。"
    assert ranks(text, "李华", "王明", "张强") == [2, 1, 3]


def test_commas_and_posts_make_a_list_too() -> None:
    text = "住建局局长王明，交通局局长李华，张强等参加会议。"
    assert ranks(text, "王明", "李华", "张强", cover=("住建局局长", "交通局局长")) == [1, 2, 3]
    assert ranks("王明和李华参加会议。", "王明", "李华") == [None, None]


def test_rows_of_names_are_one_roster() -> None:
    text = "参会人员：\n王明　李华　张强\n周平　吴海\n"
    assert ranks(text, "王明", "李华", "张强", "周平", "吴海") == [1, 2, 3, 4, 5]


def test_the_lead_comes_before_the_list() -> None:
    text = "县委书记王明主持会议。县领导李华、张强参加。"
    assert ranks(text, "王明", "李华", "张强") == [1, 2, 3]


def test_whoever_is_reported_alone_has_no_rank() -> None:
    text = "县领导王明、李华参加会议。会上，张强作了发言。"
    assert ranks(text, "王明", "李华", "张强") == [1, 2, None]


def test_without_a_list_nobody_has_a_rank() -> None:
    text = "王明主持会议。李华讲话。"
    assert ranks(text, "王明", "李华") == [None, None]


def test_an_inspection_ranks_leader_and_companions() -> None:
    text = "王明到县医院检查工作，李华陪同。"
    assert ranks(text, "王明", "李华", led=True) == [1, 2]
    assert ranks(text, "王明", "李华") == [None, None]


def test_what_stands_before_the_event_is_not_its_roster() -> None:
    text = "王明、李华参加春季例会。张强、赵刚参加秋季例会。"
    assert ranks(text, "张强", "赵刚", start=text.index("张强")) == [1, 2]


def test_the_next_sentence_of_the_paragraph_goes_on_with_the_list() -> None:
    text = "县领导王明、李华、张强参加。县直部门周平、吴海列席。"
    assert ranks(text, "王明", "李华", "张强", "周平", "吴海") == [1, 2, 3, 4, 5]
    apart = text.replace("参加。", "参加。\n")
    assert ranks(apart, "王明", "李华", "张强", "周平", "吴海") == [1, 2, 3, None, None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("县领导王明、李华等参加。", [True, True]),
        ("县领导王明、李华等区领导参加。", [True, True]),
        ("县领导王明、李华参加。", [False, False]),
        ("王明出席会议，李华、张强等参加。", [False, True, True]),
        ("县领导王明、李华等待颁奖。", [False, False]),
    ],
)
def test_a_list_that_is_open(text: str, expected: list[bool]) -> None:
    people = [name for name in ("王明", "李华", "张强") if name in text]
    places = roster(text, [[span] for span in spans(text, *people)], sentences(text), known=bytearray(len(text)))
    assert [place.open for place in places if place] == expected
    assert all(isinstance(place, Place) for place in places)


@pytest.mark.parametrize(
    ("text", "facts", "expected"),
    [
        ("王明主持会议", {"chaired": True, "spoke": True, "rank": 1}, "chair"),
        ("王明到县医院检查", {"kind": "inspection", "rank": 1}, "leader"),
        ("王明率队到访", {"kind": "meeting", "rank": None}, "leader"),
        ("王明出席会议并讲话", {"kind": "meeting", "spoke": True, "rank": 1}, "speaker"),
        ("王明等陪同检查", {"kind": "inspection", "rank": 2}, "companion"),
        ("王明参加会议", {"kind": "meeting", "rank": 2}, "attendee"),
        ("陪同的有王明", {"kind": "inspection", "rank": 1}, "attendee"),
        ("王明参加；李华陪同", {"kind": "inspection", "rank": 2}, "attendee"),
    ],
)
def test_roles(text: str, facts: dict[str, object], expected: str) -> None:
    known = {"kind": None, "chaired": False, "spoke": False, "rank": None, **facts}
    assert role(text, (0, len(text)), find(text, "王明"), **known) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("王明作了表态发言。", "作了表态发言"),
        ("王明指出，要", "指出"),
        ("讲话由王明起草。", None),
        ("王明参加会议。", None),
    ],
)
def test_the_verb_of_saying(text: str, expected: str | None) -> None:
    assert speech_verb(text, (0, len(text)), find(text, "王明")) == expected
