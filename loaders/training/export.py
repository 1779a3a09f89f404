"""Trained weights to what ships: the encoder as int8 ONNX, the heads as a NumPy archive in half precision.

The encoder holds nine tenths of the weights and of the work. Its matrix products are quantised, with a scale for each
column of the weights and one for each window of activations, which are evened out before (smoothing.py); the heads are
small and stay as they are.
"""

import json
import tempfile
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from loaders.extraction.reader.calibration import UNCHANGED, Calibration
from loaders.extraction.reader.loading import ENCODER, HEADS, SETTINGS, VOCABULARY
from loaders.extraction.reader.vocabulary import Vocabulary
from loaders.extraction.reader.windows import sentences, windows
from loaders.training.encoder import Encoder
from loaders.training.network import Network
from loaders.training.smoothing import smoothed
from loaders.training.weights import head_arrays

OPSET = 20
"""The first that has Gelu as one operation."""
QUANTISED = ["MatMul", "Gather"]


def export_encoder(encoder: Encoder, path: Path) -> None:
    """Writes the encoder in full precision: `tokens` [rows, length] to `vectors` [rows, length, width]."""
    example = torch.full((2, 16), 7, dtype=torch.int64)
    with torch.no_grad(), warnings.catch_warnings():
        # The exporter that follows it needs a further package.
        warnings.simplefilter("ignore", DeprecationWarning)
        torch.onnx.export(
            encoder.eval(),
            (example,),
            str(path),
            input_names=["tokens"],
            output_names=["vectors"],
            dynamic_axes={"tokens": {0: "rows", 1: "length"}, "vectors": {0: "rows", 1: "length"}},
            opset_version=OPSET,
            dynamo=False,
        )


def quantise(full: Path, path: Path) -> None:
    """int8 weights, a scale for each column; activations are quantised as they come."""
    quantize_dynamic(
        full,
        path,
        op_types_to_quantize=QUANTISED,
        per_channel=True,
        reduce_range=False,
        weight_type=QuantType.QInt8,
    )


def export(
    network: Network,
    vocabulary: Vocabulary,
    folder: Path,
    *,
    thresholds: Mapping[str, float],
    version: str,
    texts: Sequence[str] = (),
) -> None:
    """Fills `folder` with everything Reader.load reads.

    `texts`, a few dozen articles, show what the encoder meets; without them its channels are not evened out.
    """
    folder.mkdir(parents=True, exist_ok=True)
    rows = (row for text in texts for row in windows(text, sentences(text), vocabulary))
    encoder = smoothed(network.enc, (row.tokens for row in rows)) if texts else network.enc
    with tempfile.TemporaryDirectory() as drafts:
        full = Path(drafts) / "encoder.onnx"
        export_encoder(encoder, full)
        quantise(full, folder / ENCODER)
    heads = {name: array.astype(np.float16) for name, array in head_arrays(network).items()}
    np.savez_compressed(folder / HEADS, allow_pickle=False, **heads)
    characters = json.dumps(vocabulary.characters, ensure_ascii=False, separators=(",", ":"))
    (folder / VOCABULARY).write_text(characters + "\n", encoding="utf-8")
    write_settings(folder, thresholds=thresholds, version=version)


def write_settings(
    folder: Path, *, thresholds: Mapping[str, float], version: str, calibration: Calibration = UNCHANGED
) -> None:
    """The thresholds, the version and the calibration of the weights in `folder`."""
    known = {"slope": round(calibration.slope, 3), "shifts": {k: round(v, 3) for k, v in calibration.shifts.items()}}
    settings = {"version": version, "thresholds": dict(thresholds), "calibration": known}
    (folder / SETTINGS).write_text(json.dumps(settings, indent=2) + "\n", encoding="utf-8")
