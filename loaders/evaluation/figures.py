"""Counts and the figures that come of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import reduce

KINDS = {"Person": "persons", "Organization": "organizations", "Place": "places"}
RELATIONS = {
    "ATTENDED": "attended",
    "SPOKE_AT": "spoke_at",
    "CHAIRED": "chaired",
    "ORGANIZED": "organized",
    "LOCATED_IN": "located_in",
    "RESPONSIBLE_FOR": "responsible_for",
    "HOLDS_POST": "holds_post",
}
"""Relations of the records that annotations have, and what they are called there."""
FOUR = ("ATTENDED", "SPOKE_AT", "LOCATED_IN", "RESPONSIBLE_FOR")
COUNTED = (*KINDS, "Event", "Event name", "Event date", *RELATIONS)
TOTALS = {"the four relations": FOUR, "all relations": tuple(RELATIONS)}


@dataclass(frozen=True, slots=True)
class Count:
    """Right, wrong and missed items, and the figures of them: 0 where there is nothing to divide by."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def gold(self) -> int:
        """How many are annotated."""
        return self.right + self.missed

    @property
    def found(self) -> int:
        """How many the records have."""
        return self.right + self.wrong

    @property
    def precision(self) -> float:
        """Share of what was found that is right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of what is annotated that was found."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (self.found + self.gold) if self.right else 0.0

    def row(self) -> dict[str, float]:
        """The figures by name, shares to four places."""
        shares = {name: round(getattr(self, name), 4) for name in ("precision", "recall", "f1")}
        return {**shares, "gold": self.gold, "found": self.found}


Counts = Mapping[str, Count]


def table(counts: Iterable[Counts]) -> dict[str, Count]:
    """The counts of several articles put together (micro-averages), in the order of `COUNTED`, the totals last."""
    given = list(counts)
    summed = {name: _sum(each.get(name, Count()) for each in given) for name in COUNTED}
    totals = {name: _sum(summed[part] for part in parts) for name, parts in TOTALS.items()}
    return {**summed, **totals}


def _sum(counts: Iterable[Count]) -> Count:
    return reduce(Count.__add__, counts, Count())
