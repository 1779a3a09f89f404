"""What training makes small: wrong tags of characters, wrong scores of related clusters."""

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional

from loaders.extraction.reader.labels import FAMILIES, TAGS, Family
from loaders.training.batches import Candidates, Characters, Example, glue_candidates, glue_characters
from loaders.training.distractors import distract
from loaders.training.network import Network, pool, running_total

TAG_SCALE = 0.01
"""Tags are summed over characters; this brings them to the size of the pairs' loss."""
POSITIVE_WEIGHT = 1.5
"""Stated relations are rare among candidates, so each weighs more. The probabilities of networks that were trained so
have it in them already: with the weight again they would rise from student to student."""


def batch_loss(network: Network, examples: Sequence[Example]) -> Tensor:
    """The mean loss of a document. The relations are learned among what the network itself takes for mentions too."""
    characters = glue_characters(examples)
    h = network.enc.packed(characters.tokens, characters.sizes)[characters.place].float()
    scores = network.tags(h).float()
    loss = TAG_SCALE * _tag_loss(scores, characters)
    batch = glue_candidates(distract(examples, scores.detach(), characters.cuts))
    if len(batch.first):
        total = running_total(h)
        left, right = network.sides(h, total, batch.first, batch.last, batch.kind)
        for family in FAMILIES:
            if len(batch.pairs[family.name].group):
                loss = loss + _pair_loss(network, family, batch, (h, total), (left, right))
    return loss / len(examples)


def _tag_loss(scores: Tensor, characters: Characters) -> Tensor:
    rows, tags = scores.reshape(-1, len(TAGS)), characters.tags.reshape(-1, len(TAGS))
    return (functional.cross_entropy(rows, tags, reduction="none") * characters.counts.reshape(-1)).sum()


def _pair_loss(
    network: Network, family: Family, batch: Candidates, characters: tuple[Tensor, Tensor], sides: tuple[Tensor, Tensor]
) -> Tensor:
    pairs = batch.pairs[family.name]
    first = batch.first[pairs.left], batch.first[pairs.right]
    last = batch.last[pairs.left], batch.last[pairs.right]
    after = batch.after[pairs.left], batch.after[pairs.right]
    context = network.context(*characters, first, last, after)
    scores = network.score(family, sides[0][pairs.left], sides[1][pairs.right], pairs.features, context).float()
    pooled = pool(scores, pairs.group, len(pairs.labels))
    weight = torch.where(pairs.soft, 1.0, POSITIVE_WEIGHT)
    losses = functional.binary_cross_entropy_with_logits(pooled, pairs.labels, reduction="none", pos_weight=weight)
    return (losses * pairs.weights).sum()
