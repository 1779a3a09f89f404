"""Unannotated texts, annotated by several networks together: what teachers say of a text is what a student learns.

Articles that people annotated (gold) are few, and every network errs on others in its own way: the mean of several
knows better than each, and says how sure it is (Hinton and others 2015, "Distilling the Knowledge in a
Neural Network").
Offsets are code points of the text, end exclusive.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.special import softmax

from graph.errors import InputError
from loaders.extraction.reader import clusters
from loaders.extraction.reader.decode import best_tags, spans_of
from loaders.extraction.reader.heads import Characters, Heads, pool, sigmoid
from loaders.extraction.reader.labels import (
    EVENT,
    FAMILIES,
    KINDS,
    MATTER,
    ORGANIZATION,
    OUTSIDE,
    PERSON,
    PLACE,
    POST,
    RELATION_FAMILIES,
    SAME_EVENT,
    Family,
)
from loaders.extraction.reader.pairs import Mentions, Pairs, candidates, mentions_of
from loaders.extraction.reader.reading import Cluster, Mention
from loaders.extraction.reader.vocabulary import Vocabulary
from loaders.extraction.reader.windows import Layout, Window
from loaders.training import shipped, weights
from loaders.training.batches import Example, Floats, Halves, example, softened
from loaders.training.calibrate import ONE_EVENT
from loaders.training.documents import Document
from loaders.training.network import Network
from loaders.training.unquantised import reader_of

LEAN = {PERSON: 0.5, ORGANIZATION: 1.0, PLACE: 1.0, POST: 0.5, EVENT: 1.0, MATTER: 2.5}
"""By so much, in logits, characters are likelier to be of a kind than the teachers say.

A student shall meet mentions that are none, as it will when reading: from them it learns what is related to nothing
(distractors.py does the same for gold)."""
FEWEST = 1.5
"""A text in which fewer relations are to be expected has hardly anything to teach but tags."""
LEAST = np.finfo(np.float32).tiny


@dataclass(frozen=True, slots=True)
class Silver:
    """What teachers say of `text`: the probability of every tag [characters, kinds, tags], the mentions that follow,
    and by family the probabilities of their candidates [cluster pairs, labels], in the order of pairs.candidates.
    """

    text: str
    tags: Halves
    mentions: Mentions
    chances: dict[str, Floats]

    @property
    def expected(self) -> float:
        """How many relations the text states, as far as the teachers know."""
        return float(sum(self.chances[family.name].sum() for family in RELATION_FAMILIES))

    def example(self, vocabulary: Vocabulary) -> Example:
        """What a student learns from."""
        return softened(example(Document("", "", self.text), vocabulary), self.tags, self.mentions, self.chances)


class Teachers:
    """Several networks that read a text together: every probability is the mean of theirs.

    `lean` says for each kind how much more readily it is found (LEAN).
    """

    def __init__(
        self, networks: Iterable[Network], vocabulary: Vocabulary, lean: dict[int, float] | None = None
    ) -> None:
        self.readers = [reader_of(network, vocabulary, {}) for network in networks]
        given = LEAN if lean is None else lean
        self.lean = np.array([given.get(kind, 0) for kind in range(len(KINDS))], np.float32)

    @classmethod
    def load(cls, paths: Sequence[Path], vocabulary: Vocabulary) -> "Teachers":
        """The teachers of archives of whole networks, or of folders of weights as they ship.

        Raises InputError where one is no such thing, or knows other characters.
        """
        return cls([_network(path, vocabulary) for path in paths], vocabulary)

    def label(self, text: str) -> Silver:
        """What the teachers say of a text that has any characters."""
        prepared = self.readers[0].prepare(text)
        vectors = [reader.vectors(prepared) for reader in self.readers]
        heads = [reader.heads for reader in self.readers]
        each = [softmax(own.tags(h), axis=-1) for own, h in zip(heads, vectors, strict=True)]
        tags = np.mean(each, axis=0)
        panel = _Panel(heads, [own.characters(h) for own, h in zip(heads, vectors, strict=True)], prepared.layout)
        found = self._mentions(text, prepared.windows, tags)
        every = [c for kind, mentions in enumerate(found) for c in _clusters(kind, mentions, text, panel)]
        table = _table(every)
        chances = {family.name: panel.chances(family, table)[1] for family in FAMILIES}
        return Silver(text, tags.astype(np.float16), table, chances)

    def _mentions(self, text: str, windows: Sequence[Window], tags: Floats) -> list[list[Mention]]:
        """Plausible mentions by kind, in text order. How sure they are does not count: doubtful ones teach too."""
        scores = np.log(np.maximum(tags, LEAST))
        scores[:, :, OUTSIDE] -= self.lean
        found: list[list[Mention]] = [[] for _ in KINDS]
        for kind, start, end in sorted(_spans(windows, scores), key=lambda row: row[1:]):
            if clusters.plausible(kind, text[start:end]):
                found[kind].append(Mention(start, end, 1.0))
        return found


@dataclass(frozen=True, slots=True)
class _Panel:
    """The heads of all teachers over one text, each with its own vectors."""

    heads: Sequence[Heads]
    characters: Sequence[Characters]
    layout: Layout

    def chances(self, family: Family, mentions: Mentions) -> tuple[Pairs, Floats]:
        """The candidates of a family and the mean of their probabilities [cluster pairs, labels]."""
        pairs = candidates(mentions, self.layout, family)
        if not len(pairs.left):
            return pairs, np.zeros((0, len(family.labels)), np.float32)
        each = [
            sigmoid(pool(own.scores(family, own.ends(characters, mentions), mentions, pairs), pairs))
            for own, characters in zip(self.heads, self.characters, strict=True)
        ]
        return pairs, np.mean(each, axis=0)


def _network(path: Path, vocabulary: Vocabulary) -> Network:
    """A teacher; one without heads of its own would say what chance gave it."""
    try:
        network, is_whole = shipped.network(path, vocabulary), path.is_dir() or weights.is_whole(path)
    except Exception as error:  # those of onnx have no base of their own
        raise InputError(
            f"The teacher {path} cannot be read ({repr(error)[:200]}): teachers are average.npz of runs, or folders of "
            "weights, all of this version and with the vocabulary of the student."
        ) from error
    if not is_whole:
        raise InputError(f"The teacher {path} is an encoder without heads: name average.npz of a run.")
    return network


def _spans(windows: Sequence[Window], scores: Floats) -> Iterator[tuple[int, int, int]]:
    """(kind, start, end), window by window as when reading."""
    for window in windows:
        for kind, start, end in spans_of(best_tags(scores[window.start : window.end])).tolist():
            yield kind, start + window.start, end + window.start


def _clusters(kind: int, mentions: list[Mention], text: str, panel: _Panel) -> list[Cluster]:
    """As the reader makes them."""
    if kind in clusters.NAMED:
        return clusters.names(kind, mentions, text)
    if kind != EVENT or len(mentions) < 2:
        return clusters.singles(kind, mentions, text)
    return clusters.events(mentions, _same(mentions, text, panel), text, ONE_EVENT)


def _same(mentions: list[Mention], text: str, panel: _Panel) -> NDArray[np.float64]:
    """The chance that two mentions mean one event [mentions, mentions]."""
    pairs, chances = panel.chances(SAME_EVENT, _table(clusters.singles(EVENT, mentions, text)))
    same = np.zeros((len(mentions), len(mentions)))
    same[pairs.left, pairs.right] = same[pairs.right, pairs.left] = chances[:, 0]
    return same


def _table(every: Sequence[Cluster]) -> Mentions:
    return mentions_of([(KINDS.index(each.kind), [(m.start, m.end) for m in each.mentions]) for each in every])
