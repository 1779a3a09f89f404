"""A clean text's map leads to the same characters in the source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.articles.offsets import Assembler, OffsetMap

STRETCHES = st.lists(st.tuples(st.integers(0, 39), st.integers(1, 8)), min_size=1, max_size=8)
SOURCE = "".join(chr(0x4E00 + i) for i in range(48))


def assembled(stretches: list[tuple[int, int]]) -> tuple[str, OffsetMap]:
    text = Assembler()
    for start, length in stretches:
        text.add(SOURCE[start : start + length], start)
    return text.text(), text.offsets()


@given(STRETCHES)
def test_every_character_is_found_again(stretches: list[tuple[int, int]]) -> None:
    clean, offsets = assembled(stretches)
    assert "".join(SOURCE[offsets.of(i)] for i in range(len(clean))) == clean
    assert offsets.positions() == [offsets.of(i) for i in range(len(clean))]


@given(STRETCHES, st.data())
def test_a_span_is_the_smallest_stretch_that_holds_its_characters(
    stretches: list[tuple[int, int]], data: st.DataObject
) -> None:
    clean, offsets = assembled(stretches)
    start = data.draw(st.integers(0, len(clean) - 1))
    end = data.draw(st.integers(start + 1, len(clean)))
    places = offsets.positions()[start:end]
    assert offsets.span(start, end) == (min(places), max(places) + 1)


def test_stretches_that_follow_each_other_are_one_run() -> None:
    text = Assembler()
    text.add("甲乙", 3)
    text.add("丙", 5)
    text.add("丁", 9)
    assert (text.offsets().clean, text.offsets().source) == ((0, 3), (3, 9))


@pytest.mark.parametrize(("start", "end"), [(2, 2), (0, 5), (4, 5), (-1, 2)])
def test_what_is_outside_is_refused(start: int, end: int) -> None:
    with pytest.raises(IndexError):
        OffsetMap.identity(4).span(start, end)
