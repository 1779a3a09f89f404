"""Marks that lie in each other or cross become pieces that nest, and no character is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from loaders.explanation.model import Mark
from loaders.explanation.nesting import Piece, nest

TEXT = "0123456789"
SPANS = st.tuples(st.integers(0, 9), st.integers(1, 6)).map(lambda pair: (pair[0], pair[0] + pair[1]))


def written(parts: list[str | Piece]) -> str:
    """Pieces as brackets with the number of their mark."""
    return "".join(
        part if isinstance(part, str) else f"[{part.mark.entity}:{written(part.parts)}{'' if part.whole else '~'}]"
        for part in parts
    )


def marks(*spans: tuple[int, int]) -> list[Mark]:
    return [Mark(start, end, "Place", number) for number, (start, end) in enumerate(spans)]


def test_one_within_another() -> None:
    assert written(nest(TEXT, 0, 10, marks((4, 6), (2, 8)))) == "01[1:23[0:45]67]89"


def test_two_over_the_same_words() -> None:
    assert written(nest(TEXT, 0, 10, marks((2, 4), (2, 4)))) == "01[0:[1:23]]456789"


def test_one_that_crosses_is_cut_where_the_first_ends() -> None:
    parts = nest(TEXT, 0, 10, marks((2, 6), (4, 8)))
    assert written(parts) == "01[0:23[1:45~]][1:67]89"


def test_what_reaches_beyond_the_sentence_ends_with_it() -> None:
    assert written(nest(TEXT, 3, 6, marks((0, 4), (5, 9)))) == "[0:3]4[1:5]"


def test_height_counts_what_lies_within() -> None:
    (piece,) = (part for part in nest(TEXT, 0, 10, marks((0, 9), (1, 5), (2, 3), (6, 7))) if isinstance(part, Piece))
    assert piece.height == 2


@given(st.lists(SPANS, max_size=7), st.integers(0, 4), st.integers(5, 10))
def test_no_character_and_no_mark_is_lost(spans: list[tuple[int, int]], start: int, end: int) -> None:
    given_marks = marks(*spans)
    covered: dict[int, list[int]] = {number: [] for number in range(len(spans))}
    whole = [0] * len(spans)

    def walk(parts: list[str | Piece], place: int, open_: tuple[int, ...]) -> int:
        for part in parts:
            if isinstance(part, str):
                assert TEXT[place : place + len(part)] == part
                for number in open_:
                    covered[number] += range(place, place + len(part))
                place += len(part)
            else:
                assert place == part.start
                whole[part.mark.entity or 0] += part.whole
                place = walk(part.parts, place, (*open_, part.mark.entity or 0))
                assert place == part.end
        return place

    assert walk(nest(TEXT, start, end, given_marks), start, ()) == end
    for mark in given_marks:
        inside = list(range(max(start, mark.start), min(end, mark.end, len(TEXT))))
        assert covered[mark.entity or 0] == inside
        assert whole[mark.entity or 0] == bool(inside)
