"""Weights to and from NumPy archives: plain arrays under the network's own names, half precision.

An archive can be read without torch and holds no code, unlike a pickled checkpoint.
"""

from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from loaders.extraction.reader.vocabulary import Vocabulary
from loaders.training.encoder import Encoder
from loaders.training.network import Network

ENCODER = "enc."
"""What the names of the encoder's arrays begin with in an archive of the whole network."""


def load(path: Path, vocabulary: Vocabulary) -> Network:
    """A network from an archive of an encoder alone (its heads stay random) or of a whole network."""
    network = Network(Encoder(len(vocabulary)))
    with np.load(path) as archive:
        state = {name: torch.from_numpy(archive[name].astype(np.float32)) for name in archive.files}
    if any(name.startswith(ENCODER) for name in state):
        network.load_state_dict(state)
    else:
        network.enc.load_state_dict(state)
    return network


def save(network: Network, path: Path) -> None:
    """Writes all weights in half precision, replacing `path` only when the new archive is whole."""
    arrays = {name: value.to(torch.float16).numpy() for name, value in network.state_dict().items()}
    draft = path.with_suffix(".part.npz")
    np.savez(draft, allow_pickle=False, **arrays)
    draft.replace(path)


def head_arrays(network: Network) -> dict[str, NDArray[np.float32]]:
    """All weights but the encoder's."""
    state = network.state_dict().items()
    return {name: value.float().numpy() for name, value in state if not name.startswith(ENCODER)}
