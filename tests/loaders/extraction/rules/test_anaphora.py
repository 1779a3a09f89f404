"""Which names only point, and to what they may point."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.extraction.rules.anaphora import BARE, BEFORE, OWN, UNITS, Pointer, is_class, meant, pointer
from tests.loaders.extraction.rules.spans import find


@pytest.mark.parametrize(
    ("name", "where"),
    [("该镇", BEFORE), ("我县", OWN), ("我院", OWN), ("本公司", OWN), ("该合作社", BEFORE), ("全市", OWN)],
)
def test_a_word_for_a_unit_with_a_pointing_word_points(name: str, where: str) -> None:
    assert pointer(name) == Pointer(where, name[1:])


def test_a_word_for_a_class_of_units_points_by_itself() -> None:
    assert pointer("学校") == Pointer(BEFORE, "学校")
    assert pointer("局") is None
    assert set(UNITS) >= BARE


@pytest.mark.parametrize("name", ["贵州", "全国政协", "本溪市", "县教育局", "我委党支部", "镇", "该", "", "此次会议"])
def test_what_names_something_does_not(name: str) -> None:
    assert pointer(name) is None


@pytest.mark.parametrize(
    ("points", "names"),
    [
        ("该校", "县实验小学"),
        ("该校", "县四中"),
        ("该企业", "恒沛公司"),
        ("该行", "南浦农商银行"),
        ("该院", "县人民医院"),
        ("该镇", "柳河镇"),
        ("该组", "市纪委派驻第五纪检监察组"),
        ("学校", "县四中"),
        ("学校", "三中"),
        ("街道", "大庙街道办事处"),
        ("支部", "机关第一党支部"),
    ],
)
def test_a_pointer_fits_names_that_end_as_the_unit_is_called(points: str, names: str) -> None:
    found = pointer(points)
    assert found is not None
    assert found.fits(names)
    assert not found.fits("县教育局")
    assert not found.fits("学校")


@pytest.mark.parametrize(
    ("points", "name"), [("该区", "阳光小区"), ("该区", "朝阳社区"), ("该市", "惠民超市"), ("该村", "青山度假村")]
)
def test_what_only_ends_like_a_division_is_not_meant(points: str, name: str) -> None:
    found = pointer(points)
    assert found is not None
    assert not found.fits(name)


@pytest.mark.parametrize("name", ["中学", "高中", "大学"])
def test_a_word_for_a_school_is_no_school(name: str) -> None:
    assert not Pointer(BEFORE, "学校").fits(name)


def test_a_branch_plant_is_not_the_company() -> None:
    assert not Pointer(BEFORE, "公司").fits("纺纱二分厂")
    assert Pointer(BEFORE, "厂").fits("纺纱二分厂")


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
