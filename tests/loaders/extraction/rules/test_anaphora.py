"""To what a name that only points may point."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.extraction.rules.anaphora import is_class, meant
from loaders.language.pointers import BEFORE, OWN, UNITS, Pointer, pointer
from tests.loaders.extraction.rules.spans import find


@pytest.mark.parametrize(
    "text",
    [
        "要求各学校开展演练",
        "2所学校到会",
        "与友好学校互派教师",
        "要求，学校、医院、社区要落实责任",
        "要求，医院、学校要落实责任",
        "看望学校、幼儿园，",
    ],
)
def test_a_word_for_a_unit_that_names_a_class(text: str) -> None:
    assert is_class(text, find(text, "学校"))


@pytest.mark.parametrize(
    "text",
    [
        "学校党委到会",
        "这所学校到会",
        "学校、县教育局到会",
        "大庙街道、学校到会",
        "学校与企业共建",
        "学校、企业共同签署协议",
        "学校、医院院长孙平到会",
    ],
)
def test_a_word_for_a_unit_that_points(text: str) -> None:
    assert not is_class(text, find(text, "学校"))


def test_the_last_before_is_meant_else_the_only_one() -> None:
    town = Pointer(BEFORE, "镇")
    said = [(3, "柳河镇"), (9, "青石镇"), (30, "白沙镇")]
    assert [meant(town, place, said) for place in (1, 5, 12, 40)] == [None, "柳河镇", "青石镇", "白沙镇"]
    assert meant(town, 1, said[:1]) == "柳河镇"
    assert meant(Pointer(OWN, "镇"), 12, said) is None


@given(st.sampled_from(sorted(UNITS)), st.lists(st.tuples(st.integers(0, 99), st.text(max_size=5))))
def test_what_is_meant_is_one_of_the_names_and_points_no_further(unit: str, names: list[tuple[int, str]]) -> None:
    for where in (BEFORE, OWN):
        found = meant(Pointer(where, unit), 50, names)
        assert found is None or (found in {name for _, name in names} and pointer(found) is None)
