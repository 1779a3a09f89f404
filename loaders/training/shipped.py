"""The weights that ship, back to a network that can be trained on.

The encoder's int8 matrices are multiplied out by their scales, and the evening out of channels (smoothing.py) is taken
back. What eight bits lost stays lost: a third of a percent of the vectors' variance.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper

from loaders.extraction.reader.loading import ENCODER as ENCODER_FILE
from loaders.extraction.reader.loading import HEADS
from loaders.extraction.reader.vocabulary import Vocabulary
from loaders.training import weights
from loaders.training.encoder import Encoder
from loaders.training.network import Network

Arrays = Mapping[str, NDArray[Any]]


def network(start: Path, vocabulary: Vocabulary) -> Network:
    """The network to begin with: of an archive, or of a folder of weights as they ship."""
    if not start.is_dir():
        return weights.load(start, vocabulary)
    made = Network(Encoder(len(vocabulary)))
    made.load_state_dict(state(start))
    return made


def state(folder: Path) -> dict[str, torch.Tensor]:
    """All weights of a folder that export wrote, under the network's own names."""
    graph = onnx.load(str(folder / ENCODER_FILE)).graph
    given: Arrays = {each.name: numpy_helper.to_array(each) for each in graph.initializer}
    found = {_plain(name): array for name, array in given.items() if name.endswith((".weight", ".bias"))}
    found["word.weight"] = _multiplied_out(given, "word.weight")
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            name = ".".join(node.name.split("/")[1:3])
            matrix = _multiplied_out(given, node.input[1].removesuffix("_quantized")).T
            share = given.get(f"{name}.share")
            found[f"{name}.weight"] = matrix if share is None else matrix * share
    with np.load(folder / HEADS) as archive:
        heads = {name: archive[name] for name in archive.files}
    arrays = {**{weights.ENCODER + name: array for name, array in found.items()}, **heads}
    return {name: torch.from_numpy(np.array(array, np.float32)) for name, array in arrays.items()}


def _plain(name: str) -> str:
    """layers.0.q.linear.bias, as an evened map has it, is layers.0.q.bias of the network."""
    return name.replace(".linear.", ".")


def _multiplied_out(given: Arrays, name: str) -> NDArray[np.float32]:
    """An int8 array in full; a matrix has one scale a column."""
    steps = given[f"{name}_quantized"].astype(np.float32) - given[f"{name}_zero_point"].astype(np.float32)
    return np.asarray(steps * given[f"{name}_scale"], np.float32)
