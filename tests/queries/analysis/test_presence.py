"""Presence: shares, expectations and silences worked out by hand."""

from __future__ import annotations

import pytest

from queries import Graph
from queries.analysis.presence import Sighting, gaps, presence


def seen(person: str, days: list[int], place: str = "X") -> list[Sighting]:
    return [Sighting(place, person, f"e{day:02}", f"2023-01-{day:02}") for day in days]


EVERYDAY = seen("z", list(range(1, 21)))


def test_expected_against_seen() -> None:
    found = presence(EVERYDAY + seen("a", [1, 2, 3, 5, 6, 8]), since="2023-01-11", at_least=5)
    (one,) = [row for row in found if row.person == "a"]
    # After the first sighting nine events to 01-10, at five of them: (5 + 1/2) / (9 + 1).
    assert one.share == pytest.approx(0.55)
    assert (one.events, one.seen, one.last_seen) == (10, 0, "2023-01-08")
    assert one.expected == pytest.approx(5.5)
    assert one.chance == pytest.approx(0.45**10)
    assert found[0].person == "a"  # the most surprising first


def test_a_window_has_an_end_that_is_included() -> None:
    found = presence(EVERYDAY + seen("a", [1, 2, 12, 15]), since="2023-01-11", until="2023-01-12", at_least=2)
    (one,) = [row for row in found if row.person == "a"]
    assert (one.events, one.seen, one.last_seen) == (2, 1, "2023-01-12")
    month = presence(EVERYDAY + seen("a", [1, 2, 12, 15]), since="2023-01-11", until="2023-01", at_least=2)
    assert [row.events for row in month if row.person == "a"] == [10]


def test_seldom_seen_people_and_newcomers_are_left_out() -> None:
    assert presence(EVERYDAY + seen("a", [1, 2]), since="2023-01-11", at_least=3)[0].person == "z"
    assert [row.person for row in presence(EVERYDAY + seen("n", [12, 13, 14]), since="2023-01-11", at_least=1)] == ["z"]


def test_a_silence_that_lasts() -> None:
    (one,) = gaps(EVERYDAY + seen("a", [1, 2, 3, 4, 6]), at_least=5)
    assert (one.person, one.after, one.until) == ("a", "2023-01-06", None)
    assert (one.missed, one.days) == (14, 14)
    assert one.share == pytest.approx(4.5 / 6)
    assert one.chance == pytest.approx(0.25**14)


def test_a_silence_and_a_return() -> None:
    found = gaps(EVERYDAY + seen("a", [1, 2, 3, 4, 5, 6, 7, 18, 19, 20]), at_least=5, chance=1.0)
    one = max(found, key=lambda gap: gap.missed)
    assert (one.after, one.until, one.missed, one.days) == ("2023-01-07", "2023-01-18", 10, 11)
    share = 9.5 / 20
    assert one.chance == pytest.approx((1 - share) ** 10 * (1 + (19 - 10) * share))


def test_jurisdictions_do_not_mix() -> None:
    found = gaps(EVERYDAY + seen("a", [1, 2, 3, 4, 5], "Y"), at_least=5)
    assert found == []  # Y's news end on the day when a was last seen


def test_one_event_in_two_articles_is_one_event() -> None:
    twice = [Sighting("X", "b", "e03", "2023-01-04")]  # the same event, dated by a later article
    assert presence(EVERYDAY + twice, since="2023-01-20", at_least=5)[0].events == 1


def test_nobody() -> None:
    assert presence([], since="2023-01-01") == []
    assert gaps([]) == []


def test_the_county(county: Graph) -> None:
    first = county.presence(since="2023-07", place="云澜", at_least=3).records()[0]
    assert (first["person"], first["seen"], first["last_seen"]) == ("徐长河", 0, "2023-06-15")
    silent = county.gaps(place="云澜", chance=0.001).records()
    assert [(row["person"], row["after"], row["until"]) for row in silent] == [("徐长河", "2023-06-15", None)]
