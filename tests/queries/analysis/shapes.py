"""Networks of a realistic shape: who is seen with whom in the news of many jurisdictions."""

from __future__ import annotations

import random
from collections.abc import Iterator

import networkx as nx
import numpy as np


def rosters(
    people: int, *, seed: int = 0, new: float = 0.3, size: int = 7, abroad: float = 0.05
) -> Iterator[list[int]]:
    """Rosters until `people` have been seen: Simon's process (1955, doi:10.1093/biomet/42.3-4.425) in each place.

    A seat in a roster goes to somebody new with probability `new`, else to somebody in proportion to how often they
    were seen; `abroad` of these come from another place. Rosters have `size` seats on average, places 500 people.
    """
    draw, spread = random.Random(seed), np.random.default_rng(seed)
    urns: list[list[int]] = [[] for _ in range(max(1, people // 500))]
    seen = 0
    while seen < people:
        urn = draw.choice(urns)
        roster: set[int] = set()
        for _ in range(2 + int(spread.poisson(size - 2))):
            source = draw.choice(urns) if draw.random() < abroad else urn
            if (not source or draw.random() < new) and seen < people:
                roster.add(seen)
                seen += 1
            elif source:
                roster.add(draw.choice(source))
        urn += roster
        yield sorted(roster)


def network(people: int, *, seed: int = 0) -> nx.Graph[int]:
    """Everybody joined to those who stood in a roster with them."""
    made: nx.Graph[int] = nx.Graph()
    for roster in rosters(people, seed=seed):
        made.add_nodes_from(roster)
        made.add_edges_from((a, b) for place, a in enumerate(roster) for b in roster[place + 1 :])
    return made
