"""Tags to spans and back."""

from itertools import pairwise, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from loaders.extraction.reader.decode import best_tags, spans_of
from loaders.extraction.reader.labels import BEGIN, END, INSIDE, OUTSIDE, SINGLE, TAGS

AFTER = {
    OUTSIDE: {OUTSIDE, BEGIN, SINGLE},
    BEGIN: {INSIDE, END},
    INSIDE: {INSIDE, END},
    END: {OUTSIDE, BEGIN, SINGLE},
    SINGLE: {OUTSIDE, BEGIN, SINGLE},
}


def legal(path: tuple[int, ...]) -> bool:
    """Whether every span of a path begins and ends."""
    steps = pairwise(path)
    return path[0] in AFTER[OUTSIDE] and path[-1] in (OUTSIDE, END, SINGLE) and all(b in AFTER[a] for a, b in steps)


@st.composite
def laid_out(draw: st.DrawFn) -> np.ndarray[tuple[int, int], np.dtype[np.int64]]:
    """Spans (lane, start, end) that do not overlap within a lane of 30 places."""
    rows = []
    for lane in range(3):
        cuts = sorted(draw(st.sets(st.integers(0, 30), max_size=8)))
        rows += [(lane, a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    return np.array(rows, np.int64).reshape(-1, 3)


def tags_of(
    spans: np.ndarray[tuple[int, int], np.dtype[np.int64]], length: int, lanes: int
) -> np.ndarray[tuple[int, int], np.dtype[np.int8]]:
    """The tags that say where the spans are."""
    tags = np.zeros((length, lanes), np.int8)
    for lane, start, end in spans:
        tags[start:end, lane] = INSIDE
        tags[start, lane], tags[end - 1, lane] = BEGIN, END
        if end - start == 1:
            tags[start, lane] = SINGLE
    return tags


@given(laid_out())
def test_spans_survive_tagging(spans: np.ndarray[tuple[int, int], np.dtype[np.int64]]) -> None:
    assert np.array_equal(spans_of(tags_of(spans, 30, 3)), spans)


@given(laid_out())
def test_clear_scores_are_decoded_as_they_are(spans: np.ndarray[tuple[int, int], np.dtype[np.int64]]) -> None:
    tags = tags_of(spans, 30, 3)
    scores = np.eye(len(TAGS), dtype=np.float32)[tags] * 5
    assert np.array_equal(spans_of(best_tags(scores)), spans)


@given(st.integers(0, 2**32 - 1), st.integers(1, 6))
def test_no_legal_path_scores_higher(seed: int, length: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(length, 1, len(TAGS))).astype(np.float32)
    best = max((p for p in product(range(len(TAGS)), repeat=length) if legal(p)), key=lambda p: total(scores, p))
    found = tuple(best_tags(scores)[:, 0].tolist())
    assert legal(found)
    assert np.isclose(total(scores, found), total(scores, best), atol=1e-4)


def total(scores: np.ndarray[tuple[int, ...], np.dtype[np.float32]], path: tuple[int, ...]) -> float:
    return float(sum(scores[place, 0, tag] for place, tag in enumerate(path)))


def test_no_places_give_no_spans() -> None:
    assert len(spans_of(best_tags(np.zeros((0, 6, len(TAGS)), np.float32)))) == 0
