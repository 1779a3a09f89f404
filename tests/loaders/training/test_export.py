"""What training writes, the reader reads."""

from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="export is not tested: the extra `train` (torch, onnx) is not installed")
pytest.importorskip("onnx", reason="export is not tested: the extra `train` (torch, onnx) is not installed")

from loaders.extraction.reader.calibration import UNCHANGED, Calibration  # noqa: E402
from loaders.extraction.reader.loading import onnx_encoder  # noqa: E402 - the modules below need torch
from loaders.extraction.reader.reader import Reader  # noqa: E402 - the modules below need torch
from loaders.extraction.reader.vocabulary import Vocabulary  # noqa: E402
from loaders.training.calibrate import neutral  # noqa: E402
from loaders.training.encoder import Encoder  # noqa: E402
from loaders.training.export import export, export_encoder, write_settings  # noqa: E402
from loaders.training.fit import seed_everything  # noqa: E402
from loaders.training.network import Network  # noqa: E402

VOCABULARY = Vocabulary(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "[SPACE]", *"区委召开会议，。王强"])


def test_an_exported_network_reads(tmp_path: Path) -> None:
    seed_everything(1)
    network = Network(Encoder(len(VOCABULARY))).eval()
    export(network, VOCABULARY, tmp_path, thresholds=neutral(0.0), version="test")
    reader = Reader.load(tmp_path)
    assert (reader.version, reader.calibration) == ("test", UNCHANGED)
    assert len(reader.read(["区委召开会议，王强。" * 60, ""])) == 2


def test_a_calibration_is_written_and_read(tmp_path: Path) -> None:
    seed_everything(1)
    export(Network(Encoder(len(VOCABULARY))), VOCABULARY, tmp_path, thresholds=neutral(), version="test")
    known = Calibration(0.4, {"ATTENDED": 0.25})
    write_settings(tmp_path, thresholds=neutral(), version="test", calibration=known)
    assert Reader.load(tmp_path).calibration == known


def test_onnx_agrees_with_torch(tmp_path: Path) -> None:
    seed_everything(1)
    encoder = Encoder(len(VOCABULARY)).eval()
    export_encoder(encoder, tmp_path / "encoder.onnx")
    tokens = np.array([[2, 6, 7, 8, 3], [2, 6, 3, 0, 0]])
    with torch.no_grad():
        expected = encoder(torch.from_numpy(tokens)).numpy()
    assert np.allclose(onnx_encoder(tmp_path / "encoder.onnx")(tokens)[0], expected[0], atol=1e-4)
