"""From the reader's own probability to a confidence: the share of such relations that is right.

A network trained to the end is surer than it is right: of relations that weights 2 gave 0.99, 0.88 were right in real
local articles that they had not seen. One straight line on the scale of logits puts that right (Platt 1999,
"Probabilistic outputs for support vector machines"); fitted on held-out articles by loaders.training.calibrate.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import log, tanh

EDGE = 1e-6
"""Probabilities are kept so far away from 0 and 1, where their logits have no bounds."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """`slope` for all relations, and a shift for each; what is not named is not shifted."""

    slope: float
    shifts: Mapping[str, float]

    def confidence(self, relation: str, probability: float) -> float:
        """What share of relations of this type and probability is right, 0 to 1."""
        odds = self.slope * logit(probability) + self.shifts.get(relation, 0.0)
        return 0.5 + 0.5 * tanh(odds / 2)  # the logistic function, where exp may overflow


UNCHANGED = Calibration(1.0, {})
"""Of weights that nobody calibrated: a confidence is the reader's own probability."""


def logit(probability: float) -> float:
    """The logarithm of the odds."""
    safe = min(max(probability, EDGE), 1 - EDGE)
    return log(safe / (1 - safe))
