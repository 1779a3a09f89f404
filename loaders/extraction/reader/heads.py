"""What is computed on top of the encoder, in NumPy: tags of characters, scores of pairs of mentions.

The same arithmetic as loaders.training.network, arranged for speed: whatever is linear is applied to characters, to
mentions or to tables of features before it is spread over pairs, so that a pair costs two small products.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from loaders.extraction.reader.labels import FAMILIES, KINDS, TAGS, Family
from loaders.extraction.reader.pairs import Mentions, Pairs

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]

FEATURES = ("sent", "char", "ev", "near", "rel", "rival", "para", "head", "turn")
"""The tables of the features of a pair, in the order of Pairs.features."""
CONTEXT = 80
"""Of what stands between two mentions at most so many characters are averaged."""
BLOCK = 512
"""Pairs scored at a time: what they need stays in the processor's cache."""

_STEP = 8192
_LIMIT = 6
_NORMAL: Floats = np.empty(0, np.float32)


def gelu(x: Floats) -> Floats:
    """x times the normal distribution's share below x, within 2e-5; NumPy has no error function, so it is looked up."""
    place = np.clip(x, -_LIMIT, _LIMIT)
    place *= _STEP
    place += _LIMIT * _STEP + 0.5
    share: Floats = _normal_shares().take(place.astype(np.int32))
    share *= x
    return share


def _normal_shares() -> Floats:
    global _NORMAL
    if not len(_NORMAL):
        grid = np.arange(-_LIMIT * _STEP, _LIMIT * _STEP + 1) / _STEP
        density = np.exp(-(grid**2) / 2) / np.sqrt(2 * np.pi)
        steps = (density[1:] + density[:-1]) / 2 / _STEP
        _NORMAL = np.concatenate([[0.0], np.cumsum(steps)]).astype(np.float32)
    return _NORMAL


@dataclass(frozen=True, slots=True)
class Head:
    """One family's two layers, the first cut into what it is applied to; `tables` has a matrix a feature."""

    left: Floats
    right: Floats
    product: Floats
    context: Floats
    tables: tuple[Floats, ...]
    output: Floats
    bias: Floats


@dataclass(frozen=True, slots=True)
class Characters:
    """A document's vectors [characters, width], and what every family needs of them, computed once.

    `between` [characters + 1, side] is a running total, so that a mean over any stretch is one subtraction.
    """

    vectors: Floats
    between: Floats
    after: Floats


@dataclass(frozen=True, slots=True)
class Ends:
    """A document's mentions as left and right ends [mentions, side], over its characters."""

    left: Floats
    right: Floats
    characters: Characters


class Heads:
    """All heads over the encoder's vectors [characters, width] of one document."""

    def __init__(self, arrays: Mapping[str, NDArray[np.floating]]) -> None:
        weights = {name: np.asarray(arrays[name], np.float32) for name in arrays}
        self._tag, self._tag_bias = weights["tag.weight"].T.copy(), weights["tag.bias"]
        self._sides = np.concatenate([weights["left.weight"], weights["right.weight"]]).T.copy()
        self._side_bias = np.concatenate([weights["left.bias"], weights["right.bias"]])
        self._side = len(weights["left.bias"])
        self._kind = weights["kind.weight"]
        self.width = width = len(self._tag)
        self._between = weights["between.weight"][:, :width].T.copy()
        self._after = weights["between.weight"][:, width:].T.copy()
        self._between_bias = weights["between.bias"]
        self._families = {family.name: _head(weights, family, self._side) for family in FAMILIES}

    @classmethod
    def load(cls, path: str) -> Self:
        """From an archive of the network's arrays."""
        with np.load(path) as archive:
            return cls({name: archive[name] for name in archive.files})

    def tags(self, h: Floats) -> Floats:
        """Tag scores [characters, kinds, tags]."""
        return (h @ self._tag + self._tag_bias).reshape(-1, len(KINDS), len(TAGS))

    def characters(self, h: Floats) -> Characters:
        """Prepares a document's vectors."""
        between = np.zeros((len(h) + 1, self._side), np.float32)
        np.cumsum(h @ self._between, axis=0, out=between[1:])
        return Characters(h, between, h @ self._after + self._between_bias)

    def ends(self, characters: Characters, mentions: Mentions) -> Ends:
        """The two ends that each mention may be."""
        h, size = characters.vectors, (mentions.end - mentions.start).astype(np.float32)
        x = np.concatenate(
            [h[mentions.start], h[mentions.end - 1], _sums(h, mentions) / size[:, None], self._kind[mentions.kind]],
            axis=1,
        )
        both = gelu(x @ self._sides + self._side_bias)
        return Ends(both[:, : self._side], both[:, self._side :], characters)

    def scores(self, family: Family, ends: Ends, mentions: Mentions, pairs: Pairs) -> Floats:
        """Logits [pairs, labels]."""
        head = self._families[family.name]
        left, right = ends.left @ head.left, ends.right @ head.right
        out = np.empty((len(pairs.left), len(head.bias)), np.float32)
        for at in range(0, len(out), BLOCK):
            i, j = pairs.left[at : at + BLOCK], pairs.right[at : at + BLOCK]
            hidden = left[i] + right[j]
            hidden += (ends.left[i] * ends.right[j]) @ head.product
            hidden += _context(ends, mentions, i, j) @ head.context
            for table, feature in zip(head.tables, pairs.features[at : at + BLOCK].T, strict=True):
                hidden += table[feature]
            out[at : at + BLOCK] = gelu(hidden) @ head.output + head.bias
        return out


def _sums(h: Floats, mentions: Mentions) -> Floats:
    """The sum of each mention's vectors; mentions may nest."""
    size = mentions.end - mentions.start
    first = np.cumsum(size) - size
    rows = np.arange(int(size.sum())) + np.repeat(mentions.start - first, size)
    return np.asarray(np.add.reduceat(h[rows], first, axis=0))


def _head(weights: Mapping[str, Floats], family: Family, side: int) -> Head:
    """The first layer's columns go: left, right, product, the features' tables, context."""
    name = f"heads.{family.name}"
    first = weights[f"{name}.0.weight"].T
    tables, at = [], 3 * side
    for feature in FEATURES:
        table = weights[f"{feature}.weight"]
        tables.append(table @ first[at : at + table.shape[1]])
        at += table.shape[1]
    tables[0] = tables[0] + weights[f"{name}.0.bias"]
    parts = (first[:side], first[side : 2 * side], first[2 * side : 3 * side], first[at:])
    left, right, product, context = (np.ascontiguousarray(part) for part in parts)
    output = np.ascontiguousarray(weights[f"{name}.3.weight"].T)
    return Head(left, right, product, context, tuple(tables), output, weights[f"{name}.3.bias"])


def _context(ends: Ends, m: Mentions, i: Integers, j: Integers) -> Floats:
    """What stands between each two mentions, at most CONTEXT characters, and the character after the later one."""
    c, swap = ends.characters, m.start[i] > m.start[j]
    low, high = np.where(swap, m.end[j], m.end[i]), np.where(swap, m.start[i], m.start[j])
    after = np.minimum(np.where(swap, m.end[i], m.end[j]), len(c.after) - 1)
    high = np.maximum(low, np.minimum(high, low + CONTEXT))
    mean = c.between[high] - c.between[low]
    mean /= np.maximum(high - low, 1).astype(np.float32)[:, None]
    mean += c.after[after]
    return gelu(mean)


def pool(scores: Floats, pairs: Pairs) -> Floats:
    """Log-sum-exp of the scores of each pair of clusters [cluster pairs, labels]; `pairs.group` must ascend."""
    if not len(scores):
        return scores
    first = np.searchsorted(pairs.group, np.arange(len(pairs.clusters)))
    peak = np.maximum.reduceat(scores, first)
    total = np.add.reduceat(np.exp(scores - peak[pairs.group]), first)
    return peak + np.log(total)


def sigmoid(x: Floats) -> Floats:
    """Logits to probabilities."""
    one = np.float32(1)
    return one / (one + np.exp(-x))
