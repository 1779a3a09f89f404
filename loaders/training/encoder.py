"""The character encoder: 4 layers, width 512, post-norm, as bge-small-zh-v1.5 has it.

It runs in two ways over the same weights: packed (training; windows lie end to end, so no work goes into padding) and
padded (export; a rectangle of rows, a mask).
"""

# mypy: disallow-subclassing-any=False
# Without the extra `train` torch is unknown to the type checker.
from collections.abc import Callable, Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from loaders.extraction.reader.vocabulary import PAD

WIDTH, HEADS, LAYERS, POSITIONS = 512, 8, 4, 512
DROPOUT = 0.1

Attend = Callable[[Tensor, Tensor, Tensor], Tensor]
"""Queries, keys and values, each [..., WIDTH], to the attended values of the same shape."""


class ChannelDropout(nn.Module):
    """Drops whole channels, the same for all characters of a batch's row block: a random number a channel is cheap.

    Drawing one for every character and channel takes a tenth of a training step on a CPU.
    """

    block = 64

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate

    def forward(self, x: Tensor) -> Tensor:
        """`x` is [characters, channels]."""
        if not self.training:
            return x
        blocks = -(-x.shape[0] // self.block)
        keep = torch.rand(blocks, x.shape[1]).ge_(self.rate).div_(1 - self.rate).to(x.dtype)
        return x * keep.repeat_interleave(self.block, 0)[: x.shape[0]]


class Layer(nn.Module):
    """Attention and a feed-forward step, each added to its input and normalised."""

    def __init__(self) -> None:
        super().__init__()
        self.q, self.k, self.v, self.o = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.n1, self.n2 = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.up, self.down = nn.Linear(WIDTH, 4 * WIDTH), nn.Linear(4 * WIDTH, WIDTH)
        self.drop = ChannelDropout(DROPOUT)

    def forward(self, x: Tensor, attend: Attend) -> Tensor:
        """One layer over `x` [..., WIDTH]."""
        x = self.n1(x + self.drop(self.o(attend(self.q(x), self.k(x), self.v(x)))))
        out: Tensor = self.n2(x + self.drop(self.down(functional.gelu(self.up(x)))))
        return out


class Encoder(nn.Module):
    """Token numbers to a vector for each character."""

    def __init__(self, words: int) -> None:
        super().__init__()
        self.word, self.pos = nn.Embedding(words, WIDTH), nn.Embedding(POSITIONS, WIDTH)
        self.norm, self.drop = nn.LayerNorm(WIDTH, eps=1e-12), ChannelDropout(DROPOUT)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def packed(self, ids: Tensor, sizes: Sequence[int]) -> Tensor:
        """Rows of lengths `sizes`, end to end in `ids` [characters], to [characters, WIDTH]."""
        places = torch.cat([torch.arange(size) for size in sizes])
        return self._run(self.word(ids) + self.pos(places), lambda q, k, v: _attend_rows(q, k, v, sizes))

    def forward(self, ids: Tensor) -> Tensor:
        """A rectangle of rows, PAD at their ends, to [rows, characters, WIDTH]."""
        bias = (ids == PAD)[:, None, None, :].to(self.word.weight.dtype) * -1e4
        x = self.word(ids) + self.pos.weight[: ids.shape[1]]
        return self._run(x, lambda q, k, v: _attend_padded(q, k, v, bias))

    def _run(self, x: Tensor, attend: Attend) -> Tensor:
        x = self.drop(self.norm(x))
        for layer in self.layers:
            x = layer(x, attend)
        return x


def _attend_rows(q: Tensor, k: Tensor, v: Tensor, sizes: Sequence[int]) -> Tensor:
    """Row by row, in plain products: forward and back they take half the time of the fused kernel in bfloat16."""
    rows = zip(*(_heads(x).split(list(sizes), 1) for x in (q, k, v)), strict=True)
    scale = (WIDTH // HEADS) ** -0.5
    with torch.autocast("cpu", enabled=False):
        out = [((a * scale) @ b.transpose(-1, -2)).softmax(-1) @ c for a, b, c in rows]
    return torch.cat(out, 1).transpose(0, 1).reshape(-1, WIDTH)


def _heads(x: Tensor) -> Tensor:
    return x.view(-1, HEADS, WIDTH // HEADS).transpose(0, 1)


def _attend_padded(q: Tensor, k: Tensor, v: Tensor, bias: Tensor) -> Tensor:
    """Written out rather than fused, so that the exported graph holds plain matrix products."""
    b, n, _ = q.shape
    q, k, v = (x.view(b, n, HEADS, WIDTH // HEADS).transpose(1, 2) for x in (q, k, v))
    weights = (q @ k.transpose(-1, -2) * (WIDTH // HEADS) ** -0.5 + bias).softmax(-1)
    return (weights @ v).transpose(1, 2).reshape(b, n, WIDTH)
