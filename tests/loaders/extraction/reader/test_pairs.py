"""Candidates and their features, against the same thing written as loops."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from loaders.extraction.reader.labels import EVENT, FAMILIES, LOCATION, OFFICE, PARTICIPATION, PERSON, SAME_EVENT
from loaders.extraction.reader.pairs import (
    FARTHEST,
    PAIRS_PER_CLUSTERS,
    candidates,
    character_bucket,
    mentions_of,
    paragraph_bucket,
    sentence_bucket,
)
from loaders.extraction.reader.windows import Layout

SPAN = st.integers(0, 90).flatmap(lambda start: st.tuples(st.just(start), st.integers(start + 1, start + 9)))
CLUSTERS = st.lists(st.tuples(st.integers(0, 5), st.lists(SPAN, min_size=1, max_size=9, unique=True)), max_size=7)
SENTENCE = np.arange(100) // 15
LAYOUT = Layout(SENTENCE, np.arange(100) // 20)


@given(CLUSTERS)
def test_candidates_are_all_pairs_a_family_may_join(clusters: list[tuple[int, list[tuple[int, int]]]]) -> None:
    mentions = mentions_of(clusters)
    for family in FAMILIES:
        if family is SAME_EVENT:
            continue
        pairs = candidates(mentions, LAYOUT, family)
        expected: dict[tuple[int, int], list[tuple[tuple[int, int], tuple[int, int]]]] = {}
        for a, (left, spans) in enumerate(clusters):
            for b, (right, others) in enumerate(clusters):
                for s in sorted(spans):
                    for t in sorted(others):
                        distance = int(SENTENCE[t[0]] - SENTENCE[s[0]])
                        near = family.reach is None or family.reach[0] <= distance <= family.reach[1]
                        if a != b and left in family.left and right in family.right and near:
                            expected.setdefault((a, b), []).append((s, t))
        assert [tuple(row) for row in pairs.clusters.tolist()] == sorted(expected)
        for group, ends in enumerate(sorted(expected)):
            rows = pairs.group == group
            left, right = pairs.left[rows], pairs.right[rows]
            found = [
                ((int(mentions.start[i]), int(mentions.end[i])), (int(mentions.start[j]), int(mentions.end[j])))
                for i, j in zip(left, right, strict=True)
            ]
            assert found == expected[ends][:PAIRS_PER_CLUSTERS]
        assert np.all(np.diff(pairs.group) >= 0)


def test_in_a_yearbook_what_is_far_apart_is_no_pair() -> None:
    layout = Layout(np.arange(3 * FARTHEST), np.arange(3 * FARTHEST))
    events = [(EVENT, [(at, at + 1)]) for at in (0, FARTHEST, 2 * FARTHEST + 1)]
    mentions = mentions_of([(PERSON, [(FARTHEST - 1, FARTHEST)]), *events])
    taking_part = candidates(mentions, layout, PARTICIPATION)
    assert [int(mentions.start[at]) for at in taking_part.right] == [0, FARTHEST]
    same = candidates(mentions, layout, SAME_EVENT)
    assert [(int(mentions.start[i]), int(mentions.start[j])) for i, j in zip(same.left, same.right, strict=True)] == [
        (0, FARTHEST)
    ]


def test_features_of_taking_part() -> None:
    mentions = mentions_of([(PERSON, [(0, 3), (40, 43)]), (EVENT, [(10, 14)]), (EVENT, [(50, 54), (30, 34)])])
    pairs = candidates(mentions, LAYOUT, PARTICIPATION)
    rows = {
        (int(mentions.start[i]), int(mentions.start[j])): tuple(features)
        for i, j, features in zip(pairs.left, pairs.right, pairs.features.tolist(), strict=True)
    }
    assert rows == {
        (0, 10): (7, 3, 0, 1, 1, 4, 4, 3, 2),
        (0, 30): (9, 5, 1, 0, 1, 5, 5, 1, 0),
        (0, 50): (10, 6, 1, 0, 1, 5, 6, 1, 0),
        (40, 10): (5, 5, 0, 0, 0, 5, 2, 2, 0),
        (40, 30): (7, 3, 1, 1, 0, 4, 3, 0, 1),
        (40, 50): (8, 3, 1, 0, 1, 4, 4, 0, 2),
    }


@given(CLUSTERS)
def test_rival_events_are_those_between(clusters: list[tuple[int, list[tuple[int, int]]]]) -> None:
    mentions = mentions_of(clusters)
    number = sum(kind == EVENT for kind, _ in clusters)
    for family in (PARTICIPATION, LOCATION):
        pairs = candidates(mentions, LAYOUT, family)
        for i, j, (*_, rivals, _, _, _) in zip(pairs.left, pairs.right, pairs.features.tolist(), strict=True):
            ends = [k for k in (i, j) if mentions.kind[k] == EVENT]
            low, high = sorted((mentions.start[i], mentions.start[j]))
            between = [
                start
                for cluster, (kind, spans) in enumerate(clusters)
                for start, _ in spans
                if kind == EVENT and ends and cluster != mentions.cluster[ends[0]] and low < start < high
            ]
            assert rivals == (3 * min(number, 4) - 2 + min(len(between), 2) if ends else 0)


@given(CLUSTERS)
def test_it_is_the_turn_of_the_events_before_and_after(clusters: list[tuple[int, list[tuple[int, int]]]]) -> None:
    mentions = mentions_of(clusters)
    begins = [start for kind, spans in clusters for start, _ in spans if kind == EVENT]
    for family in (PARTICIPATION, LOCATION):
        pairs = candidates(mentions, LAYOUT, family)
        for i, j, (*_, turn) in zip(pairs.left, pairs.right, pairs.features.tolist(), strict=True):
            event, other = (i, j) if mentions.kind[i] == EVENT else (j, i)
            place, here = mentions.start[event], mentions.start[other]
            before, after = (b for b in begins if b <= here), (b for b in begins if b > here)
            expected = 1 if place == max(before, default=-1) else 2 if place == min(after, default=-1) else 0
            assert turn == (expected if mentions.kind[event] == EVENT else 0)


def test_a_post_is_held_within_a_sentence() -> None:
    mentions = mentions_of([(PERSON, [(20, 23)]), (3, [(15, 18)]), (3, [(32, 34)])])
    pairs = candidates(mentions, LAYOUT, OFFICE)
    assert mentions.start[pairs.right].tolist() == [15]


def test_every_two_mentions_of_events_are_compared_the_earlier_one_first() -> None:
    mentions = mentions_of([(EVENT, [(50, 54), (10, 14)]), (EVENT, [(30, 34)])])
    pairs = candidates(mentions, LAYOUT, SAME_EVENT)
    found = list(zip(mentions.start[pairs.left].tolist(), mentions.start[pairs.right].tolist(), strict=True))
    assert found == [(10, 30), (10, 50), (30, 50)]


def test_buckets() -> None:
    distances = np.array([-20, -5, -1, 0, 1, 2, 3, 4, 7, 13])
    assert sentence_bucket(distances).tolist() == [1, 3, 6, 7, 8, 9, 10, 11, 12, 13]
    assert paragraph_bucket(distances).tolist() == [0, 1, 3, 4, 5, 6, 7, 7, 8, 8]
    assert character_bucket(np.array([0, 1, 2, 3, 4, 300, 10_000])).tolist() == [0, 1, 2, 2, 3, 9, 9]
