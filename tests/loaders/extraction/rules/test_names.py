"""Short forms of names."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.extraction.rules.names import customary, fuller_forms, place_short_of, short_of


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("教育局", "云澜县教育局"),
        ("县住建局", "县住房和城乡建设局"),
        ("住建局", "云澜县住房和城乡建设局"),
        ("县人大常委会", "县人民代表大会常务委员会"),
        ("恒沛公司", "恒沛新材料有限公司"),
        ("恒沛集团", "云澜恒沛新材料股份有限公司"),
        ("恒沛新材料", "恒沛新材料有限公司"),
    ],
)
def test_short_forms(short: str, full: str) -> None:
    assert short_of(short, full)
    assert not short_of(full, short)
    assert not short_of(short, short)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("市局", "云澜市公安市局"),  # too short to be anybody's by its ending alone
        ("县教育局", "县体育局"),
        ("安沛公司", "恒沛新材料有限公司"),
        ("云澜县", "云澜县水务有限公司"),  # a division is not the company named after it
        ("公司", "恒沛新材料有限公司"),
        ("恒沛小学", "恒沛新材料有限公司小学部"),
    ],
)
def test_other_names(short: str, full: str) -> None:
    assert not short_of(short, full)


def test_places() -> None:
    assert place_short_of("孤山村", "大庙街道孤山村")
    assert not place_short_of("山村", "大庙街道孤山村")
    assert not place_short_of("大庙街道", "大庙街道孤山村")


def test_customary_forms() -> None:
    assert customary("县住房和城乡建设局") == "县住建局"
    assert customary("县教育局") == "县教育局"


def test_a_short_form_belongs_to_the_one_name_that_it_fits() -> None:
    assert fuller_forms(["云澜县教育局", "教育局", "县财政局"]) == {"教育局": "云澜县教育局"}


def test_with_two_that_it_fits_it_stays_by_itself() -> None:
    assert fuller_forms(["市教育局", "县教育局", "教育局"]) == {}


def test_a_chain_of_short_forms_is_no_doubt() -> None:
    assert fuller_forms(["云澜县教育局", "县教育局", "教育局"]) == {
        "教育局": "云澜县教育局",
        "县教育局": "云澜县教育局",
    }


PIECES = (
    *("云澜", "县", "市", "委", "会", "局", "恒沛", "新材料", "公司", "有限公司", "集团", "厂", "孤山村"),
    *("委员会", "办公室", "人民政府", "政府", "住房和城乡建设", "住建", "科学技术协会", "技术协会", "科协"),
)
NAMES = st.lists(st.sampled_from(PIECES), min_size=1, max_size=5).map("".join)


@pytest.mark.parametrize("fits", [short_of, place_short_of])
@given(names=st.lists(NAMES, max_size=12, unique=True))
def test_no_fuller_form_is_overlooked(fits: Callable[[str, str], bool], names: list[str]) -> None:
    """What is found is what asking every pair of names finds."""
    expected = {}
    for name in names:
        fuller = sorted((other for other in names if fits(name, other)), key=len)
        if fuller and all(fits(other, fuller[-1]) for other in fuller[:-1]):
            expected[name] = fuller[-1]
    assert fuller_forms(names, fits) == expected
