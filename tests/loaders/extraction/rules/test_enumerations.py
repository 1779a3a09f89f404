"""Names in one list."""

import pytest

from loaders.extraction.rules.enumerations import lists, mask, of_those_present
from tests.loaders.extraction.rules.spans import find, sentences, spans

PEOPLE = ("王明", "李华", "张强")


def found(text: str, *cover: str) -> list[list[str]]:
    names = sorted(spans(text, *(name for name in PEOPLE if name in text)))
    runs = lists(text, names, spans(text, *cover), sentences(text))
    return [[text[slice(*span)] for span in run] for run in runs]


@pytest.mark.parametrize(
    ("text", "cover"),
    [
        ("王明、李华和张强参加", ()),
        ("王明，李华、张强参加", ()),
        ("王明、县住建局局长李华以及县长张强参加", ("县住建局", "局长", "县长")),
        ("王明同志、李华女士、 张强参加", ()),
    ],
)
def test_names_with_marks_and_known_words_between_are_a_list(text: str, cover: tuple[str, ...]) -> None:
    assert found(text, *cover) == [["王明", "李华", "张强"]]


@pytest.mark.parametrize(
    "text", ["参加人员：\n王明　李华\n县长张强\n", "参加人员：\n王明\n李华\n县长 张强\n请假：赵刚"]
)
def test_lines_of_names_are_one_list(text: str) -> None:
    assert found(text, "县长") == [["王明", "李华", "张强"]]


def test_a_headline_is_no_line_of_a_list() -> None:
    assert found("王明会见李华\n县长张强主持", "县长") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("王明主持，李华、张强参加", [["李华", "张强"]]),
        ("王明李华参加", []),  # nothing between: two names run together are no list
        ("王明参加。李华、张强缺席", [["李华", "张强"]]),
        ("王明、县住建局局长李华参加", []),  # not known as post and organ: it may be anything
        ("王明参加", []),
    ],
)
def test_a_list_ends(text: str, expected: list[list[str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("出席会议的领导有：县长王明、李华。", True),
        ("参会人员：\n王明　李华", True),
        ("列席：王明、李华", True),
        ("出席开幕式的县领导还有： 王明、李华", True),
        ("请假：王明、李华", False),
        ("参加过抗美援朝的老兵：王明、李华", False),
        ("不用参会：王明、李华", False),
        ("以下同志无需参加：王明、李华", False),
        ("下次参会：王明、李华", False),
        ("应邀出席的有：王明、李华", True),
        ("未参加会议的：王明、李华", False),
        ("因公未能出席：王明、李华", False),
        ("参加会议的同志要记住三点：一是学习。王明、李华", False),
        ("王明、李华", False),
    ],
)
def test_a_list_of_those_present_has_a_head_that_says_so(text: str, expected: bool) -> None:
    known = mask(text, spans(text, "县长") if "县长" in text else [])
    assert of_those_present(text, known, find(text, "王明")[0]) == expected
