"""What training makes small: wrong tags of characters, wrong scores of related clusters."""

import torch
from torch import Tensor
from torch.nn import functional

from loaders.extraction.reader.labels import FAMILIES, TAGS, Family
from loaders.training.batches import Batch
from loaders.training.network import Network, pool, running_total

TAG_SCALE = 0.01
"""Tags are summed over characters; this brings them to the size of the pairs' loss."""
POSITIVE_WEIGHT = 1.5
"""Stated relations are rare among candidates, so each weighs more."""


def batch_loss(network: Network, batch: Batch) -> Tensor:
    """The mean loss of a document."""
    h = network.enc.packed(batch.tokens, batch.sizes)[batch.place].float()
    loss = TAG_SCALE * _tag_loss(network, h, batch)
    if len(batch.first):
        total = running_total(h)
        left, right = network.sides(h, total, batch.first, batch.last, batch.kind)
        for family in FAMILIES:
            if len(batch.pairs[family.name].group):
                loss = loss + _pair_loss(network, family, batch, (h, total), (left, right))
    return loss / batch.documents


def _tag_loss(network: Network, h: Tensor, batch: Batch) -> Tensor:
    scores = network.tags(h).float().reshape(-1, len(TAGS))
    return (functional.cross_entropy(scores, batch.tags.reshape(-1), reduction="none") * batch.counts.reshape(-1)).sum()


def _pair_loss(
    network: Network, family: Family, batch: Batch, characters: tuple[Tensor, Tensor], sides: tuple[Tensor, Tensor]
) -> Tensor:
    pairs = batch.pairs[family.name]
    first = batch.first[pairs.left], batch.first[pairs.right]
    last = batch.last[pairs.left], batch.last[pairs.right]
    context = network.context(*characters, first, last)
    scores = network.score(family, sides[0][pairs.left], sides[1][pairs.right], pairs.features, context).float()
    pooled = pool(scores, pairs.group, len(pairs.labels))
    weight = torch.tensor(POSITIVE_WEIGHT)
    losses = functional.binary_cross_entropy_with_logits(pooled, pairs.labels, reduction="none", pos_weight=weight)
    return (losses * pairs.weights).sum()
