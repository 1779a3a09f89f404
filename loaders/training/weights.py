"""Weights to and from NumPy archives: plain arrays under the network's own names, half precision.

An archive can be read without torch and holds no code, unlike a pickled checkpoint.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
import torch
from numpy.typing import NDArray

from graph.errors import InputError
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


def is_whole(path: Path) -> bool:
    """Whether an archive holds a whole network, not an encoder alone."""
    with np.load(path) as archive:
        return any(name.startswith(ENCODER) for name in archive.files)


def save(network: Network, path: Path) -> None:
    """Writes all weights in half precision, replacing `path` only when the new archive is whole."""
    _write({name: value.to(torch.float16).numpy() for name, value in network.state_dict().items()}, path)


def mean(paths: Sequence[Path], path: Path) -> None:
    """Writes the mean of archives: networks that started from the same weights meet in the middle, which reads better
    than any of them (Wortsman and others 2022, "Model soups").

    Raises InputError where one cannot be read or holds other arrays than the first. `path` may be one of `paths`.
    """
    every = [_read(each) for each in paths]
    shapes = [{name: array.shape for name, array in arrays.items()} for arrays in every]
    for other, found in zip(paths, shapes, strict=True):
        if found != shapes[0]:
            raise InputError(f"{other} holds other arrays than {paths[0]}: only networks of one build have a mean.")
    _write({name: np.mean([arrays[name] for arrays in every], axis=0).astype(np.float16) for name in every[0]}, path)


def _read(path: Path) -> dict[str, NDArray[np.float32]]:
    try:
        with np.load(path) as archive:
            return {name: archive[name].astype(np.float32) for name in archive.files}
    except (OSError, ValueError, BadZipFile) as error:
        raise InputError(f"{path} is no archive of weights ({error}): name average.npz of a run.") from error


def _write(arrays: Mapping[str, NDArray[np.float16]], path: Path) -> None:
    draft = path.with_suffix(".part.npz")
    np.savez(draft, allow_pickle=False, **arrays)
    draft.replace(path)


def head_arrays(network: Network) -> dict[str, NDArray[np.float32]]:
    """All weights but the encoder's."""
    state = network.state_dict().items()
    return {name: value.float().numpy() for name, value in state if not name.startswith(ENCODER)}
