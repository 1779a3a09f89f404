"""The whole network: encoder, tags of characters, vectors of mentions, scores of pairs of mentions.

The names of its parameters are the format of the saved weights: loaders.extraction.reader.heads reads them too.
"""

# mypy: disallow-subclassing-any=False
# Without the extra `train` torch is unknown to the type checker.
import torch
from torch import Tensor, nn
from torch.nn import functional

from loaders.extraction.reader.labels import FAMILIES, KINDS, TAGS, Family
from loaders.extraction.reader.pairs import (
    CHARACTER_BUCKETS,
    EVENT_RANKS,
    HEADLINES,
    PARAGRAPH_BUCKETS,
    RIVAL_BUCKETS,
    SENTENCE_BUCKETS,
    TURNS,
)
from loaders.training.encoder import WIDTH, Encoder

SIDE = 192
"""Width of a mention as the left or the right end of a relation."""
HIDDEN = 256
CONTEXT = 80
"""Of what stands between two mentions at most so many characters are averaged."""
DROPOUT = 0.2


class Network(nn.Module):
    """Scores for one or several documents whose characters lie end to end."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.enc = encoder
        self.tag = nn.Linear(WIDTH, len(KINDS) * len(TAGS))
        self.kind = nn.Embedding(len(KINDS), 32)
        self.sent, self.char = nn.Embedding(SENTENCE_BUCKETS, 32), nn.Embedding(CHARACTER_BUCKETS, 32)
        self.ev, self.near, self.rel = nn.Embedding(EVENT_RANKS, 16), nn.Embedding(2, 16), nn.Embedding(2, 16)
        self.rival, self.para = nn.Embedding(RIVAL_BUCKETS, 16), nn.Embedding(PARAGRAPH_BUCKETS, 16)
        self.head, self.turn = nn.Embedding(HEADLINES, 16), nn.Embedding(TURNS, 16)
        self.left, self.right = nn.Linear(3 * WIDTH + 32, SIDE), nn.Linear(3 * WIDTH + 32, SIDE)
        self.between = nn.Linear(2 * WIDTH, SIDE)
        self.heads = nn.ModuleDict({family.name: _head(len(family.labels)) for family in FAMILIES})
        self.drop = nn.Dropout(DROPOUT)

    def tags(self, h: Tensor) -> Tensor:
        """Characters [n, WIDTH] to tag scores [n, kinds, tags]."""
        scores: Tensor = self.tag(h)
        return scores.view(-1, len(KINDS), len(TAGS))

    def sides(self, h: Tensor, total: Tensor, first: Tensor, last: Tensor, kind: Tensor) -> tuple[Tensor, Tensor]:
        """Mentions from character `first` to `last` (inclusive) as left and right ends, [mentions, SIDE] each."""
        mean = (total[last + 1] - total[first]) / (last + 1 - first)[:, None]
        x = self.drop(torch.cat([h[first], h[last], mean, self.kind(kind)], -1))
        return functional.gelu(self.left(x)), functional.gelu(self.right(x))

    def context(
        self,
        h: Tensor,
        total: Tensor,
        first: tuple[Tensor, Tensor],
        last: tuple[Tensor, Tensor],
        after: tuple[Tensor, Tensor],
    ) -> Tensor:
        """What stands between two mentions, and the character after the later one: [pairs, SIDE].

        `first` and `last` hold the first and last characters of the left and the right mentions, `after` those after.
        """
        swap = first[0] > first[1]
        low = torch.where(swap, last[1], last[0]) + 1
        begin, following = torch.where(swap, first[0], first[1]), torch.where(swap, after[0], after[1])
        high = torch.maximum(low, torch.minimum(begin, low + CONTEXT))
        mean = (total[high] - total[low]) / (high - low).clamp_min(1)[:, None]
        return functional.gelu(self.between(torch.cat([mean, h[following]], -1)))

    def score(self, family: Family, left: Tensor, right: Tensor, features: Tensor, context: Tensor) -> Tensor:
        """Logits [pairs, labels] of pairs given by their ends [pairs, SIDE] and features [pairs, 9]."""
        tables = (self.sent, self.char, self.ev, self.near, self.rel, self.rival, self.para, self.head, self.turn)
        known = [table(features[:, k]) for k, table in enumerate(tables)]
        logits: Tensor = self.heads[family.name](torch.cat([left, right, left * right, *known, context], -1))
        return logits


def _head(labels: int) -> nn.Sequential:
    size = 4 * SIDE + 32 + 32 + 16 * 7
    return nn.Sequential(nn.Linear(size, HIDDEN), nn.GELU(), nn.Dropout(DROPOUT), nn.Linear(HIDDEN, labels))


def running_total(h: Tensor) -> Tensor:
    """[n + 1, WIDTH]: the sum of all characters before each, so that a mean over any stretch is one subtraction."""
    return torch.cat([h.new_zeros(1, h.shape[1]), h.cumsum(0)])


def pool(scores: Tensor, group: Tensor, groups: int) -> Tensor:
    """Log-sum-exp of the scores [pairs, labels] of each group: any mention pair that says so is enough."""
    peak = scores.new_full((groups, scores.shape[1]), -1e4)
    peak = peak.scatter_reduce(0, group[:, None].expand_as(scores), scores.detach(), "amax")
    total = torch.zeros_like(peak).index_add(0, group, (scores - peak[group]).exp())
    return peak + total.clamp_min(1e-6).log()
