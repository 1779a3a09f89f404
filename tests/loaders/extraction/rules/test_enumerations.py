"""Names in one list."""

import pytest

from loaders.extraction.rules.enumerations import lists
from tests.loaders.extraction.rules.spans import sentences, spans

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
