"""The probability from which on a relation is taken, for each relation, and what share is right at a probability.

int8 shifts probabilities, so this comes after quantisation, on articles that no weight was trained on.
"""

from collections.abc import Iterable, Sequence

import numpy as np
from scipy.optimize import minimize

from loaders.evaluation import Annotation, Judged
from loaders.extraction.reader.calibration import Calibration, logit
from loaders.extraction.reader.labels import RELATIONS, SAME_EVENT
from loaders.extraction.reader.reader import Reader
from loaders.training.documents import Row
from loaders.training.evaluate import Read, read_articles, score

GRID = tuple(round(0.1 + 0.05 * step, 2) for step in range(17))
"""0.10 to 0.90."""
FLOOR = GRID[0]
SMOOTHING = np.array([1, 2, 3, 2, 1]) / 9
"""Held-back articles are few: a threshold counts for what its neighbours score too, not for one lucky figure."""
TOLERANCE = 0.01
"""Held-back articles are invented, and easier than real ones: so much of a figure is no reason to leave the middle.

Thresholds that follow them to the letter cost real articles a point."""


MENTIONS = {"Organization": 0.7, "Place": 0.5}
"""How sure a mention must be, by kind: in held-out articles four in ten of those below are right. Other kinds lost more
in relations than they won (DECISIONS.md). A mention is as sure as its most doubtful character: no probability."""


ONE_EVENT = 0.6
"""How sure two mentions must be of one event: of 0.4 to 0.7 the best on real held-out articles without loss on others
(0.7 gains a little on real news and loses as much on invented)."""
MIDDLE = 0.8
"""The threshold of a relation without further knowledge: on held-out articles, real and invented, all relations scored
best there, and nearly as well from 0.5 to 0.9, when articles varied in training (augmentation.py)."""


def neutral(value: float = MIDDLE) -> dict[str, float]:
    """One threshold for every relation, that of two mentions to be one event, and those of mentions."""
    return {**dict.fromkeys(RELATIONS, value), SAME_EVENT.labels[0]: ONE_EVENT, **MENTIONS}


def calibrate_reader(reader: Reader, articles: Sequence[Row], gold: Sequence[Annotation]) -> dict[str, float]:
    """The thresholds for which `reader` scores best, or nearly, on annotated articles."""
    reader.thresholds = neutral(FLOOR)
    return calibrate(read_articles(reader, articles), gold)


def calibrate(reads: Sequence[Read], gold: Sequence[Annotation]) -> dict[str, float]:
    """Thresholds from `reads`, which were made with neutral(FLOOR), one relation after the other.

    ATTENDED comes first, for events are matched by who was there.
    """
    thresholds = neutral()
    for relation in RELATIONS:
        tried = [{**thresholds, relation: value} for value in GRID]
        thresholds[relation] = choose(GRID, [score(reads, limits, gold)[relation].f1 for limits in tried])
    return thresholds


def choose(grid: Sequence[float], figures: Sequence[float]) -> float:
    """Of the thresholds that score best, or nearly, the one nearest to the middle."""
    reach = len(SMOOTHING) // 2
    smooth = np.convolve(np.pad(figures, reach, mode="edge"), SMOOTHING, mode="valid")
    good = np.flatnonzero(smooth >= smooth.max() - TOLERANCE)
    return min((grid[int(k)] for k in good), key=lambda value: (abs(value - MIDDLE), value))


PRIOR = 0.5
"""How strongly the line is held near the probability itself, and the shifts of relations near the common one: some are
rare in held-out gold, and a handful of relations would bear any line."""


def fit_calibration(judged: Sequence[Judged]) -> Calibration:
    """The line through logits, which never falls, and a shift for each relation, under which `judged` is likeliest.

    The confidences of `judged` are the reader's own probabilities.
    """
    x = np.array([logit(each.confidence) for each in judged])
    right = np.array([each.right for each in judged], np.float64)
    kind = np.array([RELATIONS.index(each.type) for each in judged], np.int64)

    def unlikely(weights: np.ndarray) -> float:
        z = weights[0] * x + weights[1] + weights[2:][kind]
        return float((np.logaddexp(0, z) - right * z).sum() + PRIOR * ((weights - plain) ** 2).sum())

    plain = np.r_[1.0, np.zeros(1 + len(RELATIONS))]
    rising = [(0.0, None), *[(None, None)] * (len(plain) - 1)]
    slope, common, *own = minimize(unlikely, plain, bounds=rising).x
    return Calibration(float(slope), {name: float(common + shift) for name, shift in zip(RELATIONS, own, strict=True)})


def recalibrated(judged: Iterable[Judged], calibration: Calibration) -> list[Judged]:
    """The same relations with the confidence that `calibration` gives their probability."""
    return [each._replace(confidence=calibration.confidence(each.type, each.confidence)) for each in judged]


def cross_fitted(articles: Sequence[Sequence[Judged]]) -> list[Judged]:
    """The relations of all articles, calibrated on the other half of them: what a calibration is worth elsewhere."""
    halves = [[each for article in articles[part::2] for each in article] for part in (0, 1)]
    if not all(halves):
        return []
    return [each for own, other in (halves, halves[::-1]) for each in recalibrated(own, fit_calibration(other))]
