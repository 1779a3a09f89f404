"""A reader straight from a network in memory: full precision, for what is measured while training."""

from collections.abc import Mapping

import numpy as np
import torch
from numpy.typing import NDArray

from loaders.extraction.reader.heads import Floats, Heads
from loaders.extraction.reader.reader import Reader
from loaders.extraction.reader.vocabulary import Vocabulary
from loaders.training.network import Network
from loaders.training.weights import head_arrays


def reader_of(network: Network, vocabulary: Vocabulary, thresholds: Mapping[str, float]) -> Reader:
    """Reads with the network as it is now."""
    network.eval()

    def encode(tokens: NDArray[np.int64]) -> Floats:
        with torch.inference_mode():
            vectors: Floats = network.enc(torch.from_numpy(tokens)).numpy()
        return vectors

    return Reader(encode, Heads(head_arrays(network)), vocabulary, thresholds, "unquantised")
