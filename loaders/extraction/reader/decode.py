"""Scores of tags to spans: the best sequence of O, B, I, E, S in which every span begins and ends.

Only two things matter of the tag before: whether a span is open or not. So the search keeps two scores a place, and
the places of many rows and kinds are gone through at once.
"""

import numpy as np
from numpy.typing import NDArray

from loaders.extraction.reader.labels import BEGIN, END, INSIDE, OUTSIDE, SINGLE

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]

IMPOSSIBLE = np.float32(-1e9)


def best_tags(scores: Floats) -> NDArray[np.int8]:
    """The legal tags of highest sum: `scores` [length, lanes, tags] to [length, lanes].

    Scores may be logits: what a softmax would take away is the same for every tag of a place. A shorter row is filled
    up with zeros except for a high score of O.
    """
    length, lanes, _ = scores.shape
    free = np.maximum(scores[..., OUTSIDE], scores[..., SINGLE])
    begin, inside, end = scores[..., BEGIN], scores[..., INSIDE], scores[..., END]
    closes = np.zeros((length, lanes), bool)
    opens = np.zeros((length, lanes), bool)
    shut, still = np.zeros(lanes, np.float32), np.full(lanes, IMPOSSIBLE)
    for place in range(length):
        closing, apart = still + end[place], shut + free[place]
        opening, going_on = shut + begin[place], still + inside[place]
        closes[place], opens[place] = closing > apart, opening >= going_on
        shut, still = np.maximum(closing, apart), np.maximum(opening, going_on)
    return _trace(closes, opens, scores[..., SINGLE] > scores[..., OUTSIDE])


def _trace(closes: NDArray[np.bool_], opens: NDArray[np.bool_], single: NDArray[np.bool_]) -> NDArray[np.int8]:
    """Back from the last place, where no span is open."""
    tags = np.where(single, SINGLE, OUTSIDE).astype(np.int8)
    within = np.zeros(closes.shape[1], bool)
    for place in range(len(closes) - 1, -1, -1):
        ends, begins = ~within & closes[place], within & opens[place]
        row = tags[place]
        row[within] = INSIDE
        row[begins] = BEGIN
        row[ends] = END
        within = (within & ~begins) | ends
    return tags


def spans_of(tags: NDArray[np.int8]) -> Integers:
    """The spans of legal `tags` [length, lanes]: rows (lane, first, last + 1), by lane and place."""
    lanes, starts = np.nonzero((tags.T == BEGIN) | (tags.T == SINGLE))
    _, ends = np.nonzero((tags.T == END) | (tags.T == SINGLE))
    return np.stack([lanes, starts, ends + 1], axis=1)
