"""Which mentions may be related, and what is known of each pair before any weight is applied.

Everything is arrays: a Python loop over pairs costs as much as the encoder itself.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from loaders.extraction.reader.labels import EVENT, LOCATION, PARTICIPATION, SAME_EVENT, Family
from loaders.extraction.reader.windows import Layout

Integers = NDArray[np.int64]

PAIRS_PER_CLUSTERS = 40
"""Of two clusters at most so many mention pairs are scored, the first in text order."""
FARTHEST = 150
"""Sentences beyond which two mentions are no pair: no annotated article is so long, and in a yearbook read as one
text the pairs would grow with the square of its length."""
SENTENCE_BUCKETS, CHARACTER_BUCKETS, EVENT_RANKS, RIVAL_BUCKETS = 15, 10, 5, 13
PARAGRAPH_BUCKETS, HEADLINES, TURNS = 9, 4, 3


@dataclass(frozen=True, slots=True)
class Mentions:
    """The mentions of one document, a row each: text[start:end] of a kind (index into KINDS), in a cluster."""

    start: Integers
    end: Integers
    kind: Integers
    cluster: Integers

    def __len__(self) -> int:
        return len(self.start)


@dataclass(frozen=True, slots=True)
class Pairs:
    """Mention pairs of one family: rows of Mentions `left` and `right`, and nine small integers about each pair.

    `group` numbers the pairs of clusters, and `clusters[group]` is (left cluster, right cluster).
    `features` columns: sentence distance, character distance, rank of the event, whether it is the nearest, order,
    rival events, paragraph distance, which of the two stand in the first line, whose turn it is.
    """

    left: Integers
    right: Integers
    features: Integers
    group: Integers
    clusters: Integers


def mentions_of(clusters: list[tuple[int, list[tuple[int, int]]]]) -> Mentions:
    """Mentions of `clusters`, each a kind and its spans; the rows go by cluster, then by place in the text."""
    rows = [(a, b, kind, number) for number, (kind, spans) in enumerate(clusters) for a, b in sorted(spans)]
    table = np.array(rows, np.int64).reshape(-1, 4)
    return Mentions(table[:, 0], table[:, 1], table[:, 2], table[:, 3])


def sentence_bucket(distance: Integers) -> Integers:
    """0 to 14: seven for the same sentence, less for one before, more for one after; exact up to three sentences."""
    size = np.abs(distance)
    bucket = np.where(size <= 3, size, np.where(size <= 6, 4, np.where(size <= 12, 5, 6)))
    return 7 + np.sign(distance) * bucket


def paragraph_bucket(distance: Integers) -> Integers:
    """0 to 8: four for the same paragraph, less for one before, more for one after; exact up to two paragraphs."""
    size = np.abs(distance)
    return 4 + np.sign(distance) * np.where(size <= 2, size, np.where(size <= 5, 3, 4))


def character_bucket(distance: Integers) -> Integers:
    """0 to 9: the binary logarithm of a distance in characters, one added."""
    size = np.abs(distance)
    return np.where(size == 0, 0, np.minimum(9, 1 + np.log2(np.maximum(size, 1)).astype(np.int64)))


def candidates(mentions: Mentions, layout: Layout, family: Family) -> Pairs:
    """Every pair of mentions that `family` may join, in a text of this layout."""
    if family is SAME_EVENT:
        return _event_pairs(mentions, layout)
    lefts = np.flatnonzero(np.isin(mentions.kind, family.left))
    rights = np.flatnonzero(np.isin(mentions.kind, family.right))
    left, right = np.repeat(lefts, len(rights)), np.tile(rights, len(lefts))
    distance = layout.sentence[mentions.start[right]] - layout.sentence[mentions.start[left]]
    low, high = family.reach or (-FARTHEST, FARTHEST)
    fits = (mentions.cluster[left] != mentions.cluster[right]) & (distance >= low) & (distance <= high)
    left, right, distance = left[fits], right[fits], distance[fits]
    group, clusters, first = _groups(mentions, left, right)
    left, right, group = left[first], right[first], group[first]
    return Pairs(left, right, _features(mentions, left, right, layout, family), group, clusters)


def _groups(mentions: Mentions, left: Integers, right: Integers) -> tuple[Integers, Integers, Integers]:
    """Cluster pair of each pair, the cluster pairs, and the rows to keep: by cluster pair, PAIRS_PER_CLUSTERS each."""
    count = int(mentions.cluster.max(initial=0)) + 1
    keys, group = np.unique(mentions.cluster[left] * count + mentions.cluster[right], return_inverse=True)
    order = np.argsort(group, kind="stable")
    opening = np.searchsorted(group[order], np.arange(len(keys)))
    place = np.arange(len(order)) - opening[group[order]]
    clusters = np.stack([keys // count, keys % count], axis=1)
    return group, clusters, order[place < PAIRS_PER_CLUSTERS]


def _features(m: Mentions, left: Integers, right: Integers, layout: Layout, family: Family) -> Integers:
    distance = layout.sentence[m.start[right]] - layout.sentence[m.start[left]]
    after, before = m.start[right] - m.end[left], m.start[left] - m.end[right]
    gap = np.maximum(np.maximum(after, before), 0)
    order = (m.start[right] >= m.start[left]).astype(np.int64)
    rank, near = np.zeros_like(order), np.zeros_like(order)
    if family is PARTICIPATION and len(left):
        rank = _event_rank(m)[m.cluster[right]]
        near = (_nearest_event(m)[left] == right).astype(np.int64)
    rivals = _rivals(m, left, right, family)
    para, head = _lines(m, left, right, layout)
    turn = _turn(m, left, right, family)
    columns = (sentence_bucket(distance), character_bucket(gap), rank, near, order, rivals, para, head, turn)
    return np.stack(columns, axis=1)


def _lines(m: Mentions, left: Integers, right: Integers, layout: Layout) -> tuple[Integers, Integers]:
    """How many paragraphs the right mention stands after the left one, bucketed, and which stand in the first line:
    1 for the left one, 2 for the right one, 3 for both.
    """
    a, b = layout.paragraph[m.start[left]], layout.paragraph[m.start[right]]
    return paragraph_bucket(b - a), (a == 0) + 2 * (b == 0).astype(np.int64)


def _turn(m: Mentions, left: Integers, right: Integers, family: Family) -> Integers:
    """1 where the pair's event is the last that is mentioned before the other mention, 2 where it is the first after.

    Who is told of after an event, and before the next, mostly belongs to it.
    """
    turn = np.zeros(len(left), np.int64)
    events = np.flatnonzero(m.kind == EVENT)
    if family not in (PARTICIPATION, LOCATION) or not len(events):
        return turn
    is_left = m.kind[left] == EVENT
    event, other = np.where(is_left, left, right), np.where(is_left, right, left)
    begins = np.sort(m.start[events])
    place = np.searchsorted(begins, m.start[other], side="right")
    before, after = begins[np.maximum(place - 1, 0)], begins[np.minimum(place, len(begins) - 1)]
    turn[(place < len(begins)) & (m.start[event] == after)] = 2
    turn[(place > 0) & (m.start[event] == before)] = 1
    return np.asarray(np.where(m.kind[event] == EVENT, turn, 0))


def _rivals(m: Mentions, left: Integers, right: Integers, family: Family) -> Integers:
    """0 where the pair has no event, else 1 to 12: how many events the text has (1 to 4), and how many mentions of
    other ones stand between the two (0 to 2). Where there is one event only, distance says little.
    """
    bucket = np.zeros(len(left), np.int64)
    events = np.flatnonzero(m.kind == EVENT)
    if family not in (PARTICIPATION, LOCATION) or not len(events):
        return bucket
    event = np.where(m.kind[left] == EVENT, left, right)
    low, high = np.minimum(m.start[left], m.start[right]), np.maximum(m.start[left], m.start[right])
    between = _count(m.start[events], low, high)
    own_clusters = np.unique(m.cluster[events])
    for cluster in own_clusters:
        own = m.cluster[event] == cluster
        between[own] -= _count(m.start[events[m.cluster[events] == cluster]], low[own], high[own])
    bucket = 1 + 3 * (min(len(own_clusters), 4) - 1) + np.minimum(between, 2)
    return np.asarray(np.where(m.kind[event] == EVENT, bucket, 0))


def _count(places: Integers, low: Integers, high: Integers) -> Integers:
    """How many of `places` lie between low and high, both excluded."""
    places = np.sort(places)
    inside = np.searchsorted(places, high, side="left") - np.searchsorted(places, low, side="right")
    return np.asarray(np.maximum(inside, 0))


def _event_rank(m: Mentions) -> Integers:
    """For each cluster that is an event, how many events begin before it in the text, at most four."""
    first = np.full(int(m.cluster.max(initial=0)) + 1, np.iinfo(np.int64).max)
    np.minimum.at(first, m.cluster, m.start)
    begins = np.unique(first[np.unique(m.cluster[m.kind == EVENT])])
    return np.minimum(np.searchsorted(begins, first), EVENT_RANKS - 1)


def _nearest_event(m: Mentions) -> Integers:
    """For each mention the row of the event mention that begins nearest to it; of two the earlier one."""
    events = np.flatnonzero(m.kind == EVENT)
    events = events[np.lexsort((m.end[events], m.start[events]))]
    distance = np.abs(m.start[events][None, :] - m.start[:, None])
    return np.asarray(events[distance.argmin(axis=1)])


def _event_pairs(m: Mentions, layout: Layout) -> Pairs:
    """Each two mentions of events, the earlier one left; a group each, for nothing is pooled before they are joined."""
    events = np.flatnonzero(m.kind == EVENT)
    events = events[np.lexsort((m.end[events], m.start[events]))]
    i, j = np.triu_indices(len(events), 1)
    left, right = events[i], events[j]
    distance = layout.sentence[m.start[right]] - layout.sentence[m.start[left]]
    left, right, distance = (each[distance <= FARTHEST] for each in (left, right, distance))
    zero = np.zeros_like(distance)
    gap = character_bucket(m.start[right] - m.end[left])
    para, head = _lines(m, left, right, layout)
    features = np.stack([sentence_bucket(distance), gap, zero, zero, zero, zero, para, head, zero], axis=1)
    return Pairs(left, right, features, np.arange(len(left)), np.stack([m.cluster[left], m.cluster[right]], axis=1))
