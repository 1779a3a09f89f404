"""Protocol rank: against the closed form for two people, a known order, ties, and the county."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from queries import Graph
from queries.analysis import protocol
from queries.analysis.ladder import contradictions, rung_of
from queries.analysis.protocol import PRIOR, rank
from queries.analysis.rosters import Roster, Rosters, against


def roster(event: str, people: str) -> Roster:
    return Roster(event, tuple((who, place) for place, who in enumerate(people, 1)))


@pytest.mark.parametrize(("before", "after"), [(0, 1), (3, 0), (4, 2)])
def test_two_people_have_the_beta_posterior(before: int, after: int) -> None:
    """With two people the share of the first's strength has the posterior Beta(PRIOR + before, PRIOR + after)."""
    lists = [roster(f"a{n}", "ab") for n in range(before)] + [roster(f"b{n}", "ba") for n in range(after)]
    grid = protocol._grid(lists, {"a": 0, "b": 1})
    logs = protocol._draws(grid, 2, draws=12_000, warm_up=500, seed=1)
    share = 1.0 / (1.0 + np.exp(logs[:, 1] - logs[:, 0]))
    expected = (PRIOR + before) / (2 * PRIOR + before + after)
    assert share.mean() == pytest.approx(expected, abs=0.03)


def test_a_known_order_is_found_from_parts_of_it() -> None:
    draw = random.Random(3)
    people = "abcdefghijkl"
    lists = [roster(f"e{n}", "".join(sorted(draw.sample(people, 5)))) for n in range(150)]
    found = rank(lists)
    assert "".join(one.person for one in found.ranks) == people
    assert (found.against, found.rosters) == (0, 150)
    assert all(one.low <= one.position <= one.high for one in found.ranks)


def test_intervals_hold_the_true_positions() -> None:
    """Rosters drawn from known strengths: nine of ten intervals should hold the true place; four of five must."""
    rng = np.random.default_rng(5)
    strength = np.exp(np.linspace(6.0, 0.0, 20))
    lists = []
    for event in range(60):
        there = rng.choice(20, 6, replace=False)
        order = there[np.argsort(rng.exponential(1.0 / strength[there]))]
        lists.append(Roster(f"e{event}", tuple((f"{who:02}", place) for place, who in enumerate(order, 1))))
    held = [one.low <= int(one.person) + 1 <= one.high for one in rank(lists).ranks]
    assert sum(held) >= 16


def test_who_was_seen_more_has_a_narrower_interval() -> None:
    lists = [roster(f"e{n}", "abcd") for n in range(20)] + [roster("once", "xb")]
    width = {one.person: one.high - one.low for one in rank(lists).ranks}
    assert width["x"] > width["b"]


def test_ties_share_their_place() -> None:
    lists = [Roster(f"e{n}", (("a", 1), ("b", 2), ("c", 2), ("d", 3))) for n in range(30)]
    found = {one.person: one for one in rank(lists).ranks}
    assert (found["a"].position, found["d"].position) == (1, 4)
    assert abs(found["b"].strength - found["c"].strength) < 0.5
    assert rank(lists).pairs == 30 * 5  # no pair of the two that tie


@settings(max_examples=20)
@given(st.lists(st.permutations("abcdef").map(lambda order: "".join(order[:4])), min_size=1, max_size=6), st.randoms())
def test_the_order_of_rosters_plays_no_part(orders: list[str], shuffle: random.Random) -> None:
    lists = [roster(f"e{n}", order) for n, order in enumerate(orders)]
    found = rank(lists, draws=60, warm_up=10)
    shuffle.shuffle(lists)
    assert rank(lists, draws=60, warm_up=10) == found
    assert sorted(one.position for one in found.ranks) == list(range(1, len(found.ranks) + 1))


def test_no_rosters_no_ranks() -> None:
    assert rank([]).ranks == ()
    assert against([], {}) == (0, 0)


def test_the_county_in_order(county: Graph) -> None:
    found = county.rank(place="云澜").records()
    names = [row["person"] for row in found if row["rosters"] >= 5]
    assert names[:4] == ["陈志远", "林晓峰", "马德胜", "徐长河"]
    assert names.index("周国平") < names.index("韩松") < names.index("赵丽华") < names.index("王伟")
    assert [row["person"] for row in county.rank(place="澄湖")][:4].count("高志强") == 1


@pytest.mark.parametrize(
    ("title", "organization", "jurisdiction", "expected"),
    [
        ("书记", "区委", "", (4, 0)),
        ("党工委书记", "青堰经开区", "", (4, 0)),
        ("主任", "管委会", "", (4, 1)),
        ("县长", "", "", (4, 1)),
        ("主任", "县人大常委会", "", (4, 2)),
        ("主席", "县政协", "", (4, 3)),
        ("副书记", "县委", "", (4, 4)),
        ("部长", "县委宣传部", "", (4, 5)),
        ("书记", "县纪委", "", (4, 5)),
        ("副主任", "县人大常委会", "", (4, 6)),
        ("副县长", "", "", (4, 7)),
        ("副主席", "县政协", "", (4, 8)),
        ("局长", "县财政局", "", (4, 10)),
        ("局长", "应急管理局", "云澜县", (4, 10)),
        ("党工委书记", "碧湾街道", "", (5, 0)),
        ("镇长", "澜口镇", "", (5, 1)),
        ("党支部书记", "杏林坪村", "", (6, 12)),
        ("局长", "应急管理局", "", None),
        ("董事长", "新禾食品有限公司", "云澜县", None),
    ],
)
def test_rungs(title: str, organization: str, jurisdiction: str, expected: tuple[int, int] | None) -> None:
    found = rung_of(title, organization, jurisdiction)
    assert (found and (found.tier, found.rung)) == expected


def test_contradictions_count_times_and_together() -> None:
    posts = {"a": rung_of("副县长"), "b": rung_of("书记", "县委"), "c": rung_of("市长")}
    rungs = {who: rung for who, rung in posts.items() if rung}
    lists = [roster("e1", "abc"), roster("e2", "ab"), roster("e3", "ba")]
    (found,) = contradictions(Rosters({"县": lists}, {}, {}), rungs)
    assert (found.ahead, found.behind, found.times, found.together, found.events) == ("a", "b", 2, 3, ("e1", "e2"))


def test_contradictions_of_the_county_carry_their_sentences(county: Graph) -> None:
    found = county.out_of_order(place="云澜").records()
    assert ("石磊", "周国平") in {
        (row["ahead"], row["behind"]) for row in found
    }  # the congress's meeting: his own house
    assert all(row["evidence"] for row in found)
