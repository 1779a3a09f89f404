"""The probability from which on a relation is taken, for each relation: the one that scores best on held-back articles.

int8 shifts probabilities, so this comes after quantisation, on articles that no weight was trained on.
"""

from collections.abc import Sequence

import numpy as np

from loaders.extraction.reader.labels import RELATIONS, SAME_EVENT
from loaders.training.documents import Row
from loaders.training.evaluate import Read, Scorer, records

GRID = tuple(round(0.1 + 0.05 * step, 2) for step in range(17))
"""0.10 to 0.90."""
FLOOR = GRID[0]
SMOOTHING = np.array([0.25, 0.5, 0.25])
"""Held-back articles are few: a threshold counts for what its neighbours score too, not for one lucky figure."""


def neutral(value: float = 0.5) -> dict[str, float]:
    """One threshold for everything."""
    return {**dict.fromkeys(RELATIONS, value), SAME_EVENT.labels[0]: 0.5}


def calibrate(reads: Sequence[Read], gold: Sequence[Row], score: Scorer) -> dict[str, float]:
    """Thresholds from `reads`, which were made with neutral(FLOOR), one relation after the other.

    ATTENDED comes first, for events are matched by who was there.
    """
    thresholds = neutral()
    for relation in RELATIONS:
        tried = [{**thresholds, relation: value} for value in GRID]
        figures = [score(records(reads, limits), gold)[relation]["f1"] for limits in tried]
        smooth = np.convolve(np.pad(figures, 1, mode="edge"), SMOOTHING, mode="valid")
        best = np.flatnonzero(smooth >= smooth.max() - 1e-9)
        thresholds[relation] = GRID[int(best[len(best) // 2])]
    return thresholds
