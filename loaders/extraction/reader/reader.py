"""The reader at run time: texts in, readings out; NumPy and onnxruntime on one thread, nothing else."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

from loaders.extraction.reader import clusters
from loaders.extraction.reader.calibration import UNCHANGED, Calibration
from loaders.extraction.reader.decode import best_tags, spans_of
from loaders.extraction.reader.heads import Characters, Floats, Heads, pool, sigmoid
from loaders.extraction.reader.labels import EVENT, KINDS, MATTER, OUTSIDE, RELATION_FAMILIES, SAME_EVENT, Family
from loaders.extraction.reader.loading import Encode, load
from loaders.extraction.reader.pairs import Mentions, candidates
from loaders.extraction.reader.reading import Cluster, Mention, Reading, Relation
from loaders.extraction.reader.vocabulary import Vocabulary
from loaders.extraction.reader.windows import Layout, Window, layout, sentences, windows

MATTER_LEAN = 3.0
"""By so much, in logits, characters are likelier to be a matter's than their tags say.

A matter is told only where somebody is found to answer for it, so one too many costs little, and one that is missing
takes a responsibility with it. Other kinds lost as much as they won (DECISIONS.md)."""
CHUNK = 40_000
"""Characters read before anything is given out: bounds memory, and is enough to spread the cost of decoding."""


@dataclass(frozen=True, slots=True)
class _Text:
    """A text on its way, with its layout and its windows."""

    text: str
    layout: Layout
    windows: list[Window]


class Reader:
    """Finds people, organizations, places, posts, events and matters in texts, and what joins them.

    `thresholds` gives for each relation, and for SAME_EVENT, the probability from which on it is taken, and for each
    kind of mention how sure it must be (0, where it gives none). `calibration` turns probabilities into confidences.
    `version` names the weights; evidence carries it.
    """

    def __init__(
        self,
        encode: Encode,
        heads: Heads,
        vocabulary: Vocabulary,
        thresholds: Mapping[str, float],
        version: str = "",
        calibration: Calibration = UNCHANGED,
    ) -> None:
        self.encode, self.heads, self.vocabulary = encode, heads, vocabulary
        self.thresholds, self.version, self.calibration = dict(thresholds), version, calibration

    @classmethod
    def load(cls, folder: Path | None = None) -> Self:
        """The reader of a folder of weights; by default the one that comes with the package.

        Raises InputError where one of the folder's files is missing or is not what it should be.
        """
        parts = load(folder)
        return cls(
            parts.encode, parts.heads, parts.vocabulary, parts.thresholds, parts.version, calibration=parts.calibration
        )

    def read(self, texts: Sequence[str]) -> list[Reading]:
        """One reading a text, in order. Many at once are a little faster: they are decoded side by side."""
        with _threads().limit(limits=1, user_api="blas"):
            return [reading for chunk in _chunks(texts) for reading in self._read(chunk)]

    def _read(self, texts: Sequence[str]) -> Iterator[Reading]:
        prepared = [self.prepare(text) for text in texts]
        vectors = [self.vectors(text) for text in prepared]
        scores = [leaning(self.heads.tags(h)) for h in vectors]
        for text, h, tags, spans in zip(prepared, vectors, scores, _spans(prepared, scores), strict=True):
            yield self._reading(text, h, _mentions(text.text, spans, tags))

    def prepare(self, text: str) -> _Text:
        """Cuts a text into sentences and windows."""
        spans = sentences(text)
        return _Text(text, layout(text, spans), windows(text, spans, self.vocabulary))

    def vectors(self, text: _Text) -> Floats:
        """The encoder's vector of every character of a text [characters, width]."""
        parts = [np.zeros((0, self.heads.width), np.float32)]
        for window in text.windows:
            h = self.encode(window.tokens[None])[0]
            parts.append(h[window.first : window.first + window.end - window.start])
        return np.concatenate(parts)

    def _reading(self, text: _Text, h: Floats, found: list[list[Mention]]) -> Reading:
        if not any(found):
            return Reading((), ())
        characters = self.heads.characters(h)
        groups = [
            self._events(text, characters, m) if k == EVENT else _clusters(k, m, text.text) for k, m in enumerate(found)
        ]
        every = [cluster for group in groups for cluster in group if self._is_sure(cluster)]
        if not every:
            return Reading((), ())
        rows = _table(every)
        ends = self.heads.ends(characters, rows)
        relations: list[Relation] = []
        for family in RELATION_FAMILIES:
            pairs = candidates(rows, text.layout, family)
            scores = self.heads.scores(family, ends, rows, pairs)
            chances = sigmoid(pool(scores, pairs))
            for group, label in np.argwhere(chances >= self._limits(family)):
                own = np.flatnonzero(pairs.group == group)
                best = own[scores[own, label].argmax()]
                left, right = _nth(every, rows, pairs.left[best]), _nth(every, rows, pairs.right[best])
                a, b = pairs.clusters[group]
                name, chance = family.labels[label], float(chances[group, label])
                sure = self.calibration.confidence(name, chance)
                relations.append(Relation(name, int(a), int(b), chance, sure, left, right))
        return Reading(tuple(every), tuple(relations))

    def _is_sure(self, cluster: Cluster) -> bool:
        """Whether a mention is as sure as its kind must be: what is named clearly once may be vague elsewhere."""
        return max(mention.score for mention in cluster.mentions) >= self.thresholds.get(cluster.kind, 0)

    def _limits(self, family: Family) -> Floats:
        return np.array([self.thresholds[label] for label in family.labels], np.float32)

    def _events(self, text: _Text, characters: Characters, mentions: list[Mention]) -> list[Cluster]:
        if len(mentions) < 2:
            return clusters.singles(EVENT, mentions, text.text)
        rows = _table(clusters.singles(EVENT, mentions, text.text))
        pairs = candidates(rows, text.layout, SAME_EVENT)
        chances = sigmoid(self.heads.scores(SAME_EVENT, self.heads.ends(characters, rows), rows, pairs)[:, 0])
        same = np.zeros((len(mentions), len(mentions)))
        same[pairs.left, pairs.right] = same[pairs.right, pairs.left] = chances
        return clusters.events(mentions, same, text.text, self.thresholds[SAME_EVENT.labels[0]])


@cache
def _threads() -> ThreadpoolController:
    """The threads of NumPy's matrix products. Ours are small: several threads only wait for each other, and on a busy
    machine, or with a process a core, reading then takes up to 1.7 times as long."""
    return ThreadpoolController()


def leaning(scores: Floats) -> Floats:
    """Tag scores [characters, kinds, tags], in place, under which a matter is found more readily."""
    scores[:, MATTER, OUTSIDE] -= MATTER_LEAN
    return scores


def _chunks(texts: Sequence[str]) -> Iterator[list[str]]:
    chunk: list[str] = []
    size = 0
    for text in texts:
        if chunk and size + len(text) > CHUNK:
            yield chunk
            chunk, size = [], 0
        chunk.append(text)
        size += len(text)
    if chunk:
        yield chunk


def _spans(texts: Sequence[_Text], scores: Sequence[Floats]) -> list[NDArray[np.int64]]:
    """For each text its spans, rows (kind, start, end); all windows are decoded side by side, a lane a kind."""
    rows = [(number, window) for number, text in enumerate(texts) for window in text.windows]
    if not rows:
        return [np.zeros((0, 3), np.int64) for _ in texts]
    longest = max(window.end - window.start for _, window in rows)
    lanes = np.zeros((longest, len(rows), *scores[0].shape[1:]), np.float32)
    lanes[..., 0] = 1e4
    for lane, (number, window) in enumerate(rows):
        lanes[: window.end - window.start, lane] = scores[number][window.start : window.end]
    found = spans_of(best_tags(lanes.reshape(longest, -1, lanes.shape[-1])))
    owner = np.array([number for number, _ in rows], np.int64)[found[:, 0] // len(KINDS)]
    start = np.array([window.start for _, window in rows], np.int64)[found[:, 0] // len(KINDS)]
    placed = np.stack([found[:, 0] % len(KINDS), found[:, 1] + start, found[:, 2] + start], axis=1)
    return [placed[owner == number] for number in range(len(texts))]


def _mentions(text: str, spans: NDArray[np.int64], tags: Floats) -> list[list[Mention]]:
    """Plausible mentions by kind, in text order; a span is as sure as its most doubtful character is tagged at all."""
    found: list[list[Mention]] = [[] for _ in KINDS]
    for kind, start, end in sorted(spans.tolist(), key=lambda row: row[1:]):
        if clusters.plausible(kind, text[start:end]):
            rows = tags[start:end, kind]
            outside = np.exp(rows[:, 0]) / np.exp(rows).sum(1)
            found[kind].append(Mention(start, end, round(float(1 - outside.max()), 4)))
    return found


def _clusters(kind: int, mentions: list[Mention], text: str) -> list[Cluster]:
    return clusters.names(kind, mentions, text) if kind in clusters.NAMED else clusters.singles(kind, mentions, text)


def _table(every: Sequence[Cluster]) -> Mentions:
    rows = [
        (mention.start, mention.end, KINDS.index(cluster.kind), number)
        for number, cluster in enumerate(every)
        for mention in cluster.mentions
    ]
    table = np.array(rows, np.int64).reshape(-1, 4)
    return Mentions(table[:, 0], table[:, 1], table[:, 2], table[:, 3])


def _nth(every: Sequence[Cluster], rows: Mentions, row: int) -> Mention:
    """The mention of a row of the table."""
    number = int(rows.cluster[row])
    return every[number].mentions[row - int(np.searchsorted(rows.cluster, number))]
