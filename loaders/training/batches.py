"""Documents to arrays, once, before the first pass: what a step needs is then only glued together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from loaders.extraction.reader.labels import (
    BEGIN,
    END,
    FAMILIES,
    INSIDE,
    KINDS,
    RELATION_FAMILIES,
    SAME_EVENT,
    SINGLE,
    TAGS,
    Family,
)
from loaders.extraction.reader.pairs import Mentions, Pairs, candidates, mentions_of
from loaders.extraction.reader.vocabulary import Vocabulary
from loaders.extraction.reader.windows import Layout, Span, layout, sentences, windows
from loaders.training.documents import Document

Floats = NDArray[np.float32]
Halves = NDArray[np.float16]
Integers = NDArray[np.int64]
Labelled = tuple[Pairs, Floats, Floats]
"""The candidates of one family, with their labels (0 to 1) and weights [cluster pairs, labels]."""


@dataclass(frozen=True, slots=True)
class Example:
    """A `document` as arrays. `place` is where each character of the text stands among the tokens of all windows.

    `tags` and `counts` are [characters, kinds]: the right tag, and 0 where the annotators left it open.
    `pairs` holds, by family, the candidates with their labels and weights [cluster pairs, labels].

    `soft` is None for what people annotated (gold). Where networks did (silver), it holds the probability of every tag
    [characters, kinds, tags] and stands for `tags`, and the labels of `pairs` are probabilities too.
    """

    document: Document
    layout: Layout
    tokens: Integers
    sizes: tuple[int, ...]
    place: Integers
    tags: Integers
    counts: Floats
    mentions: Mentions
    pairs: dict[str, Labelled]
    soft: Halves | None = None


def example(document: Document, vocabulary: Vocabulary) -> Example:
    """Everything of a document that does not change between passes."""
    spans = sentences(document.text)
    rows = windows(document.text, spans, vocabulary)
    sizes = tuple(len(row.tokens) for row in rows)
    starts = np.cumsum((0, *sizes))
    place = np.concatenate([np.arange(r.end - r.start) + at + r.first for r, at in zip(rows, starts, strict=False)])
    tags, counts = _tags(document)
    laid_out = layout(document.text, spans)
    tokens = np.concatenate([row.tokens for row in rows])
    mentions, pairs = _candidates(document, laid_out, ())
    return Example(document, laid_out, tokens, sizes, place, tags, counts, mentions, pairs)


def distracted(example: Example, wrong: Sequence[tuple[int, list[Span]]]) -> Example:
    """The example with further clusters (kind, spans) among its candidates, which are related to nothing."""
    mentions, pairs = _candidates(example.document, example.layout, wrong)
    return replace(example, mentions=mentions, pairs=pairs)


def softened(example: Example, tags: Halves, mentions: Mentions, chances: Mapping[str, Floats]) -> Example:
    """The example with what networks say in place of annotations.

    `tags` are the probabilities [characters, kinds, tags], `chances` those of the candidates among `mentions`, by
    family [cluster pairs, labels].
    """
    pairs = {}
    for family in FAMILIES:
        labels = chances[family.name]
        weights = np.full(labels.shape, _weight(family, len(labels)), np.float32)
        pairs[family.name] = candidates(mentions, example.layout, family), labels, weights
    return replace(example, soft=tags, mentions=mentions, pairs=pairs)


def _candidates(
    document: Document, layout: Layout, wrong: Sequence[tuple[int, list[Span]]]
) -> tuple[Mentions, dict[str, Labelled]]:
    mentions = mentions_of([*document.clusters, *wrong])
    return mentions, {family.name: _labelled(document, mentions, layout, family) for family in FAMILIES}


def _tags(document: Document) -> tuple[Integers, Floats]:
    shape = len(document.text), len(KINDS)
    tags, counts = np.zeros(shape, np.int64), np.ones(shape, np.float32)
    for kind, start, end in document.open_spans:
        counts[start:end, kind] = 0
    for kind, spans in document.clusters:
        for start, end in spans:
            tags[start:end, kind] = INSIDE
            tags[start, kind], tags[end - 1, kind] = BEGIN, END
            if end - start == 1:
                tags[start, kind] = SINGLE
    return tags, counts


def _labelled(document: Document, mentions: Mentions, layout: Layout, family: Family) -> Labelled:
    """The candidates of a family with what was annotated of them.

    A wrong mention of an event is related to nothing, but it may well mean an annotated event (会议, 活动): whether it
    does is not told, and so not learned.
    """
    pairs = candidates(mentions, layout, family)
    count = len(pairs.clusters)
    if family not in RELATION_FAMILIES:
        same = (pairs.clusters[:, :1] == pairs.clusters[:, 1:]).astype(np.float32)
        told = (pairs.clusters < len(document.clusters)).all(axis=1, keepdims=True)
        return pairs, same, np.where(told, _weight(family, count), np.float32(0))
    ends = [(int(a), int(b)) for a, b in pairs.clusters]
    shape = count, len(family.labels)
    stated = np.array([[(*e, label) in document.related for label in family.labels] for e in ends], np.float32)
    open_ones = np.array([[(*e, label) in document.undecided for label in family.labels] for e in ends], np.float32)
    return pairs, stated.reshape(shape), (1 - open_ones).reshape(shape) * _weight(family, count)


def _weight(family: Family, count: int) -> np.float32:
    """It shrinks with the number of candidates, so that long articles do not drown short ones."""
    return np.float32(0.5 / max(1, count) if family is SAME_EVENT else 1 / max(8.0, count**0.7))


@dataclass(frozen=True, slots=True)
class PairBatch:
    """Candidates of one family over a batch; rows as in Pairs, but of the whole batch.

    `soft` [cluster pairs, 1] tells which labels are the probabilities of networks.
    """

    left: Tensor
    right: Tensor
    features: Tensor
    group: Tensor
    labels: Tensor
    weights: Tensor
    soft: Tensor


@dataclass(frozen=True, slots=True)
class Characters:
    """The characters of several examples glued together; places are of the batch, `cuts` where each example begins.

    `tags` are probabilities [characters, kinds, tags]: 0 and 1 where they were annotated.
    """

    tokens: Tensor
    sizes: tuple[int, ...]
    place: Tensor
    tags: Tensor
    counts: Tensor
    cuts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Candidates:
    """The mentions of several examples glued together, and the pairs of them, by family; rows are of the batch.

    `after` is the character after each mention, or the last one of its text.
    """

    first: Tensor
    last: Tensor
    after: Tensor
    kind: Tensor
    pairs: dict[str, PairBatch]


def glue_characters(examples: Sequence[Example]) -> Characters:
    """What the encoder and the tags need of a batch of `examples`."""
    tokens = _offsets([len(e.tokens) for e in examples])
    place = np.concatenate([e.place + at for e, at in zip(examples, tokens, strict=True)])
    return Characters(
        tokens=torch.from_numpy(np.concatenate([e.tokens for e in examples])),
        sizes=tuple(size for e in examples for size in e.sizes),
        place=torch.from_numpy(place),
        tags=torch.from_numpy(np.concatenate([_likely(e) for e in examples])),
        counts=torch.from_numpy(np.concatenate([e.counts for e in examples])),
        cuts=tuple(_offsets([len(e.tags) for e in examples])),
    )


def _likely(example: Example) -> Floats:
    """The probabilities of tags."""
    return (
        np.eye(len(TAGS), dtype=np.float32)[example.tags] if example.soft is None else example.soft.astype(np.float32)
    )


def glue_candidates(examples: Sequence[Example]) -> Candidates:
    """What the relations need of a batch of `examples`."""
    characters = _offsets([len(e.tags) for e in examples])
    first = np.concatenate([e.mentions.start + at for e, at in zip(examples, characters, strict=True)])
    last = np.concatenate([e.mentions.end - 1 + at for e, at in zip(examples, characters, strict=True)])
    ends = np.concatenate(
        [np.full(len(e.mentions), len(e.tags) - 1 + at) for e, at in zip(examples, characters, strict=True)]
    )
    return Candidates(
        first=torch.from_numpy(first),
        last=torch.from_numpy(last),
        after=torch.from_numpy(np.minimum(last + 1, ends)),
        kind=torch.from_numpy(np.concatenate([e.mentions.kind for e in examples])),
        pairs={family.name: _glue_pairs(examples, family.name) for family in FAMILIES},
    )


def _glue_pairs(examples: Sequence[Example], family: str) -> PairBatch:
    parts = [example.pairs[family] for example in examples]
    is_soft = [example.soft is not None for example in examples]
    mentions = _offsets([len(example.mentions) for example in examples])
    groups = _offsets([len(labels) for _, labels, _ in parts])
    columns = [
        (p.left + at, p.right + at, p.features, p.group + group, labels, weights, np.full((len(labels), 1), soft))
        for (p, labels, weights), soft, at, group in zip(parts, is_soft, mentions, groups, strict=True)
    ]
    return PairBatch(*(torch.from_numpy(np.concatenate(column)) for column in zip(*columns, strict=True)))


def _offsets(sizes: list[int]) -> list[int]:
    """Where each part begins."""
    return [0, *np.cumsum(sizes).tolist()][: len(sizes)]
