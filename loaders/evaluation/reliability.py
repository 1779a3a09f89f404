"""How far a confidence can be trusted: of the relations found with about 0.8, are eight in ten right?

Relations are put into bins by confidence; in each, what the confidences promise (their mean) stands beside what was
found (the share that is right). The expected calibration error is the mean distance of the two, weighted by the size of
the bins (Naeini, Cooper and Hauskrecht 2015, "Obtaining well calibrated probabilities using Bayesian binning").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from loaders.evaluation.article import Judged

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """Relations whose confidence is at least `low` and less than `high` (1 belongs to the last bin)."""

    low: float
    high: float
    relations: int
    expected: float
    right: float


def reliability(judged: Iterable[Judged], bins: int = BINS) -> list[Bin]:
    """The bins that hold anything, from the least confident up."""
    filled: dict[int, list[Judged]] = defaultdict(list)
    for each in judged:
        filled[min(int(each.confidence * bins), bins - 1)].append(each)
    return [_bin(number, filled[number], bins) for number in sorted(filled)]


def _bin(number: int, held: Sequence[Judged], bins: int) -> Bin:
    size = len(held)
    expected, right = sum(each.confidence for each in held) / size, sum(each.right for each in held) / size
    return Bin(number / bins, (number + 1) / bins, size, expected, right)


def calibration_error(bins: Sequence[Bin]) -> float:
    """The expected calibration error, 0 to 1; 0 where there is nothing."""
    size = sum(each.relations for each in bins)
    return sum(each.relations * abs(each.expected - each.right) for each in bins) / size if size else 0.0
