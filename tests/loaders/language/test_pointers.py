"""Which names only point."""

import pytest

from loaders.language.pointers import BARE, BEFORE, OWN, UNITS, Pointer, pointer


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
