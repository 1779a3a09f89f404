"""How fast the reader is, against the forward pass of its encoder alone in the same run."""

import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from loaders.extraction.reader.heads import Floats
from loaders.extraction.reader.loading import Encode
from loaders.extraction.reader.reader import Reader


@dataclass(frozen=True, slots=True)
class Speed:
    """Characters of text, and the CPU seconds that the encoder and the whole reader took for them."""

    characters: int
    forward: float
    whole: float

    def __str__(self) -> str:
        forward, whole = self.characters / self.forward, self.characters / self.whole
        return (
            f"characters per CPU second: forward pass {forward:,.0f}, whole {whole:,.0f}, ratio {whole / forward:.2f}"
        )


class _Timed:
    """An encoder that adds up its CPU seconds."""

    def __init__(self, encode: Encode) -> None:
        self.encode, self.seconds = encode, 0.0

    def __call__(self, tokens: NDArray[np.int64]) -> Floats:
        start = time.process_time()
        vectors = self.encode(tokens)
        self.seconds += time.process_time() - start
        return vectors


def measure(reader: Reader, texts: Sequence[str]) -> Speed:
    """Reads texts once and says how long it took; the first text is read before that, to warm up."""
    reader.read(texts[:1])
    plain, timed = reader.encode, _Timed(reader.encode)
    reader.encode = timed
    try:
        start = time.process_time()
        reader.read(texts)
        whole = time.process_time() - start
    finally:
        reader.encode = plain
    return Speed(sum(map(len, texts)), timed.seconds, whole)
