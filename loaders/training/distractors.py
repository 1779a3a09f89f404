"""The network's own wrong mentions join the candidates of relations, as ends of nothing.

Trained on annotated mentions alone, the heads of the relations never see what they meet when reading: an event or a
place that is none. A third of the wrong relations on held-out articles hung on such mentions.
"""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from torch import Tensor

from loaders.extraction.reader.clusters import plausible
from loaders.extraction.reader.decode import best_tags, spans_of
from loaders.extraction.reader.windows import Span
from loaders.training.batches import Example, distracted

MOST = 16
"""So many wrong mentions of an article at most: an untrained network finds hundreds."""


def distract(examples: Sequence[Example], scores: Tensor, cuts: Sequence[int]) -> list[Example]:
    """The examples with what `scores` [characters, kinds, tags] wrongly take for mentions; they begin at `cuts`.

    What networks annotated stays as it is: wrong mentions are among theirs, and nothing tells which.
    """
    numbers = scores.numpy()
    return [
        _distracted(example, numbers[at : at + len(example.tags)]) if example.soft is None else example
        for example, at in zip(examples, cuts, strict=True)
    ]


def _distracted(example: Example, scores: np.ndarray) -> Example:
    wrong = wrong_mentions(example, spans_of(best_tags(scores)).tolist())
    return distracted(example, wrong) if wrong else example


def wrong_mentions(example: Example, spans: Sequence[tuple[int, int, int]]) -> list[tuple[int, list[Span]]]:
    """Those of `spans` (kind, start, end) that are no mentions, by kind and words.

    Left out is what touches an annotated mention of its kind (only the cut is wrong there, and what it is related to
    is right), what repeats the words of one, and what the annotators left open.
    """
    text = example.document.text
    known = {(kind, text[a:b]) for kind, found in example.document.clusters for a, b in found}
    wrong: dict[tuple[int, str], list[Span]] = defaultdict(list)
    for kind, start, end in spans:
        words = text[start:end]
        apart = not example.tags[start:end, kind].any() and bool(example.counts[start:end, kind].all())
        if apart and (kind, words) not in known and plausible(kind, words):
            wrong[kind, words].append((start, end))
    return [(kind, found) for (kind, _), found in list(wrong.items())[:MOST]]
