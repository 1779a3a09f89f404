"""Protocol rank: the order of precedence that many rosters speak of, with how sure they are.

Model: Plackett-Luce. A roster is made by drawing people without replacement in proportion to their strengths (Plackett
1975, doi:10.2307/2346567). Ties share a place, with Breslow's approximation. Strengths get a Gamma prior, which keeps
them finite where one person always leads, and their posterior is drawn by the Gibbs sampler of Caron and Doucet (2012,
doi:10.1080/10618600.2012.638220). A person's interval is that of their position over the draws, so somebody who was
listed once, or never with the others, has a wide one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from queries.analysis.rosters import Roster, against

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


PRIOR = 0.1
"""Shape of the prior. Protocol is strict: before any roster is read, two of them are held to agree on a pair's order in
(PRIOR + 1) / (2 PRIOR + 1), eleven of twelve cases. A shape of 1 (two of three) squeezes a long order together."""


@dataclass(frozen=True, slots=True)
class Rank:
    """A person's place in the order of precedence of a jurisdiction.

    `position`: 1 is first. `low`, `high`: the 90 % interval of the position. `strength`: mean of the log strength,
    higher stands further in front. `rosters`: in how many rosters. `compared`: with how many others in them.
    """

    person: str
    position: int
    low: int
    high: int
    strength: float
    rosters: int
    compared: int


@dataclass(frozen=True, slots=True)
class Ranking:
    """The order of one jurisdiction; `against` of the `pairs` in its rosters stand against it (0 is perfect)."""

    ranks: tuple[Rank, ...]
    rosters: int
    pairs: int
    against: int


@dataclass(frozen=True)
class _Grid:
    """Rosters as a padded matrix, a row each: who, whether there is anybody, where each one's ties begin and end."""

    who: Ints
    there: NDArray[np.bool_]
    first: Ints
    last: Ints
    chosen: NDArray[np.bool_]


def _grid(rosters: Sequence[Roster], number: dict[str, int]) -> _Grid:
    width = max(len(roster.places) for roster in rosters)
    who = np.zeros((len(rosters), width), np.int64)
    there = np.zeros((len(rosters), width), bool)
    first, last = np.zeros_like(who), np.zeros_like(who)
    for row, roster in enumerate(rosters):
        places = sorted(roster.places, key=lambda place: place[1])
        ranks = np.array([rank for _, rank in places])
        who[row, : len(places)] = [number[person] for person, _ in places]
        there[row, : len(places)] = True
        first[row, : len(places)] = np.searchsorted(ranks, ranks, side="left")
        last[row, : len(places)] = np.searchsorted(ranks, ranks, side="right") - 1
    # The last one of a roster is no choice: nobody else was left.
    left_over = there.sum(axis=1, keepdims=True) - first
    return _Grid(who, there, first, last, there & (left_over > 1))


def _draws(grid: _Grid, people: int, *, draws: int, warm_up: int, seed: int) -> Floats:
    """Log strengths, a row a draw."""
    rng = np.random.default_rng(seed)
    won = np.bincount(grid.who[grid.chosen], minlength=people)
    strength = np.ones(people)
    kept = np.empty((draws, people))
    for step in range(warm_up + draws):
        here = strength[grid.who] * grid.there
        remaining = np.cumsum(here[:, ::-1], axis=1)[:, ::-1]
        rate = np.take_along_axis(remaining, grid.first, axis=1)
        waited = rng.standard_exponential(rate.shape) * grid.chosen / np.where(grid.chosen, rate, 1.0)
        exposure = np.take_along_axis(np.cumsum(waited, axis=1), grid.last, axis=1)
        total = np.bincount(grid.who[grid.there], exposure[grid.there], minlength=people)
        strength = rng.standard_gamma(PRIOR + won) / (1.0 + total)
        # The rosters say nothing about the common scale: drawing it from the prior mixes faster (Caron and Doucet,
        # 2.2).
        strength *= rng.standard_gamma(PRIOR * people) / strength.sum()
        if step >= warm_up:
            kept[step - warm_up] = np.log(np.maximum(strength, 1e-300))
    return kept


def rank(rosters: Sequence[Roster], *, draws: int = 1_000, warm_up: int = 200, seed: int = 0) -> Ranking:
    """The order of precedence in the rosters of one jurisdiction, the first person first.

    Definition: people in order of their mean position over `draws` draws of the posterior. Positions run from 1 to the
    number of people. Same rosters, same `seed`: same answer, whatever their order. No rosters: an empty ranking.

    >>> lists = [Roster("e1", (("a", 1), ("b", 2), ("c", 3))), Roster("e2", (("a", 1), ("c", 2)))] * 5
    >>> [(one.person, one.position, one.rosters, one.compared) for one in rank(lists).ranks]
    [('a', 1, 10, 2), ('b', 2, 5, 2), ('c', 3, 10, 2)]
    """
    ordered = sorted(rosters, key=lambda roster: (roster.event, roster.places))
    people = sorted({person for roster in ordered for person, _ in roster.places})
    if not people:
        return Ranking((), 0, 0, 0)
    number = {person: place for place, person in enumerate(people)}
    logs = _draws(_grid(ordered, number), len(people), draws=draws, warm_up=warm_up, seed=seed)
    positions = np.argsort(np.argsort(-logs, axis=1), axis=1) + 1
    low, high = np.quantile(positions, [0.05, 0.95], axis=0, method="nearest").astype(int)
    listed, met = _meetings(ordered)
    order = sorted(range(len(people)), key=lambda one: (positions[:, one].mean(), people[one]))
    ranks = tuple(
        Rank(
            person=people[one],
            position=position,
            low=int(low[one]),
            high=int(high[one]),
            strength=float(logs[:, one].mean()),
            rosters=listed[people[one]],
            compared=len(met[people[one]]),
        )
        for position, one in enumerate(order, 1)
    )
    wrong, pairs = against(ordered, {one.person: one.position for one in ranks})
    return Ranking(ranks, len(ordered), pairs, wrong)


def _meetings(rosters: Sequence[Roster]) -> tuple[dict[str, int], dict[str, set[str]]]:
    """For each person: in how many rosters, and who else stood in them."""
    listed: dict[str, int] = {}
    met: dict[str, set[str]] = {}
    for roster in rosters:
        everybody = {person for person, _ in roster.places}
        for person in everybody:
            listed[person] = listed.get(person, 0) + 1
            met.setdefault(person, set()).update(everybody - {person})
    return listed, met
