"""Numbers as news writes them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.language.numerals import NUMERAL, number

WORDS = "〇一二三四五六七八九"
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


def in_words(value: int) -> str:
    """12 as 十二, 20 as 二十, up to 99."""
    tens, ones = divmod(value, 10)
    head = ("" if tens == 1 else WORDS[tens]) + "十" if tens else ""
    return head + (WORDS[ones] if ones or not tens else "")


@given(st.integers(0, 99))
def test_numbers_in_words(value: int) -> None:
    assert number(in_words(value)) == value


@given(st.integers(0, 10**6))
def test_numbers_in_digits_of_every_kind(value: int) -> None:
    forms = str(value), str(value).translate(WIDE), "".join(WORDS[int(digit)] for digit in str(value))
    assert [number(form) for form in forms] == [value] * 3
    assert all(re.fullmatch(f"{NUMERAL}+", form) for form in forms)


@pytest.mark.parametrize(("text", "value"), [("两", 2), ("二○二三", 2023), ("零九", 9), ("一十", 10), ("三十一", 31)])
def test_other_ways_of_writing(text: str, value: int) -> None:
    assert number(text) == value


@pytest.mark.parametrize("text", ["百", "十十", "月", "", "二十三四"])
def test_what_is_no_number(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        number(text)
