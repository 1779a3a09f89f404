"""A folder of weights: which files it holds, and what they become. onnxruntime on one thread."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Protocol

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from graph.errors import InputError
from loaders.extraction.reader.calibration import UNCHANGED, Calibration
from loaders.extraction.reader.heads import Floats, Heads
from loaders.extraction.reader.vocabulary import Vocabulary

ENCODER, HEADS, VOCABULARY, SETTINGS = "encoder.onnx", "heads.npz", "vocabulary.json", "reader.json"
"""The files of a folder of weights."""


def installed() -> Path:
    """The folder of the weights that come with the package."""
    return Path(str(resources.files("loaders.extraction.reader") / "weights"))


class Encode(Protocol):
    """Token numbers [1, length] to vectors [1, length, width].

    One window a run: int8 scales depend on all that is in a run, so only alone does a window give the same numbers
    whatever is read beside it. It is the fastest too, for nothing is padded.
    """

    def __call__(self, tokens: NDArray[np.int64]) -> Floats: ...


def onnx_encoder(path: Path) -> Encode:
    """The encoder of an ONNX file, on one thread: processes are what articles are spread over."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

    def encode(tokens: NDArray[np.int64]) -> Floats:
        vectors: Floats = session.run(None, {"tokens": tokens})[0]
        return vectors

    return encode


@dataclass(frozen=True, slots=True)
class Parts:
    """What a reader is made of; `thresholds`, `version` and `calibration` as Reader says."""

    encode: Encode
    heads: Heads
    vocabulary: Vocabulary
    thresholds: Mapping[str, float]
    version: str
    calibration: Calibration


def load(folder: Path | None = None) -> Parts:
    """The parts in a folder of weights, by default the installed one.

    Raises InputError where one of the files is missing or is not what it should be.
    """
    place = folder or installed()
    tip = "name a folder that `guanxi train` wrote (GUANXI_READER), or none" if folder else "install guanxi again"
    missing = [name for name in (ENCODER, HEADS, VOCABULARY, SETTINGS) if not (place / name).exists()]
    if missing:
        raise InputError(f"No weights of the reader in {place} ({', '.join(missing)} missing): {tip}.")
    try:
        return _parts(place)
    except Exception as error:  # those of onnxruntime have no base of their own
        raise InputError(f"The reader's weights in {place} are damaged ({error}): {tip}.") from error


def _parts(folder: Path) -> Parts:
    settings = json.loads((folder / SETTINGS).read_text(encoding="utf-8"))
    return Parts(
        encode=onnx_encoder(folder / ENCODER),
        heads=Heads.load(str(folder / HEADS)),
        vocabulary=Vocabulary.load(folder / VOCABULARY),
        thresholds=settings["thresholds"],
        version=settings["version"],
        calibration=Calibration(**settings["calibration"]) if "calibration" in settings else UNCHANGED,
    )
