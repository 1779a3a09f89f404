"""The ladder: how high a stated post stands, and where rosters put people the other way round."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from graph.store.base import Store
from queries.analysis.rosters import Roster, Rosters

_POSTS = """\
MATCH (p:Person)-[r:HOLDS_POST]->(post:Post)
WHERE $place IS NULL OR p.jurisdiction CONTAINS $place
OPTIONAL MATCH (post)-[:POST_OF]->(o:Organization)
RETURN p.id AS person, p.jurisdiction AS jurisdiction, coalesce(post.title, post.name) AS title,
       coalesce(o.name, post.organization, '') AS organization
ORDER BY person, organization, title
"""


@dataclass(frozen=True, order=True, slots=True)
class Rung:
    """A post's place on the ladder: `tier` of the territory (1 the centre, 6 a village), `rung` in it (0 the top)."""

    tier: int
    rung: int
    post: str


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two people of whom the one with the lower stated post stood in front.

    `times` of the `together` rosters that hold both; `events` are the rosters, `ahead_post` and `behind_post` the
    highest stated posts.
    """

    jurisdiction: str
    ahead: str
    ahead_post: str
    behind: str
    behind_post: str
    times: int
    together: int
    events: tuple[str, ...]


@cache
def _ladder() -> tuple[list[tuple[int, re.Pattern[str]]], list[tuple[int, re.Pattern[str]]]]:
    raw = yaml.safe_load(files("queries.analysis").joinpath("ladder.yaml").read_text(encoding="utf-8"))
    tiers = [(one["tier"], re.compile(one["post"])) for one in raw["tiers"]]
    rungs = [(one["rung"], re.compile(one["post"])) for one in raw["rungs"]]
    return tiers, rungs


def rung_of(title: str, organization: str = "", jurisdiction: str = "") -> Rung | None:
    """Where a post stands; None where the ladder does not know its territory or its kind.

    The territory is that of the post's own words, else that of the `jurisdiction` which reports it.

    >>> rung_of("书记", "区委"), rung_of("副区长"), rung_of("教授", "大学")
    (Rung(tier=4, rung=0, post='区委书记'), Rung(tier=4, rung=7, post='副区长'), None)
    """
    post = "".join((organization + title).split())
    tiers, rungs = _ladder()
    tier = next((number for text in (post, jurisdiction) for number, pattern in tiers if pattern.search(text)), None)
    rung = next((number for number, pattern in rungs if pattern.search(post)), None)
    return None if tier is None or rung is None else Rung(tier, rung, post)


def read_rungs(store: Store, *, place: str | None = None) -> dict[str, Rung]:
    """The highest stated post of every person whose posts the ladder knows, by the person's id."""
    found: dict[str, Rung] = {}
    for row in store.read(_POSTS, {"place": place}).dicts():
        rung = rung_of(row["title"], row["organization"], row["jurisdiction"] or "")
        if rung is not None:
            found[row["person"]] = min(rung, found.get(row["person"], rung))
    return found


def _of(jurisdiction: str, rosters: Iterable[Roster], rungs: Mapping[str, Rung]) -> Iterable[Contradiction]:
    ahead: dict[tuple[str, str], list[str]] = defaultdict(list)
    for roster in rosters:
        for pair in roster.pairs():
            ahead[pair].append(roster.event)
    for (a, b), events in ahead.items():
        first, second = rungs.get(a), rungs.get(b)
        if first and second and first.tier == second.tier and first.rung > second.rung:
            together = len(events) + len(ahead.get((b, a), ()))
            yield Contradiction(
                jurisdiction, a, first.post, b, second.post, len(events), together, tuple(sorted(events))
            )


def contradictions(rosters: Rosters, rungs: Mapping[str, Rung]) -> list[Contradiction]:
    """Pairs whose order in rosters contradicts their stated posts, the most frequent first.

    Only posts of one tier are compared: a visiting city leader in front of a county's is no surprise. Posts are those
    of the whole graph, so somebody who rose between two rosters shows too: read the dates. No rosters: an empty list.
    """
    found = [
        one for jurisdiction, listed in rosters.by_jurisdiction.items() for one in _of(jurisdiction, listed, rungs)
    ]
    return sorted(
        found, key=lambda one: (-one.times, -one.times / one.together, one.jurisdiction, one.ahead, one.behind)
    )
