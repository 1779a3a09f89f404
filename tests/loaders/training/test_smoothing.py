"""An encoder evened out computes what it computed, and loses less in eight bits."""

from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="export is not tested: the extra `train` (torch, onnx) is not installed")
pytest.importorskip("onnx", reason="export is not tested: the extra `train` (torch, onnx) is not installed")

from numpy.typing import NDArray  # noqa: E402

from loaders.extraction.reader.loading import onnx_encoder  # noqa: E402
from loaders.training.encoder import Encoder  # noqa: E402
from loaders.training.export import export_encoder, quantise  # noqa: E402
from loaders.training.fit import seed_everything  # noqa: E402
from loaders.training.smoothing import smoothed  # noqa: E402

WORDS = 40


@pytest.fixture
def windows() -> list[NDArray[np.int64]]:
    return [np.random.default_rng(seed).integers(6, WORDS, 50) for seed in range(6)]


@pytest.fixture
def encoder() -> Encoder:
    """Untrained, but for a few channels that run high, as trained ones do."""
    seed_everything(1)
    made: Encoder = Encoder(WORDS).eval()
    with torch.no_grad():
        for layer in made.layers:
            layer.up.weight[:2] *= 100
            layer.down.weight[:, :2] /= 100
    return made


def run(encoder: Encoder, tokens: NDArray[np.int64]) -> NDArray[np.float32]:
    with torch.no_grad():
        vectors: NDArray[np.float32] = encoder(torch.from_numpy(tokens)[None]).numpy()[0]
    return vectors


def test_nothing_changes_in_exact_arithmetic(encoder: Encoder, windows: list[NDArray[np.int64]]) -> None:
    even = smoothed(encoder, windows[:3])
    for tokens in windows:
        assert np.allclose(run(even, tokens), run(encoder, tokens), atol=2e-4)


def test_the_encoder_given_stays_as_it_is(encoder: Encoder, windows: list[NDArray[np.int64]]) -> None:
    before = {name: value.clone() for name, value in encoder.state_dict().items()}
    smoothed(encoder, windows)
    assert before.keys() == encoder.state_dict().keys()
    assert all(torch.equal(value, before[name]) for name, value in encoder.state_dict().items())


def test_eight_bits_lose_less(encoder: Encoder, windows: list[NDArray[np.int64]], tmp_path: Path) -> None:
    def lost(made: Encoder) -> float:
        export_encoder(made, tmp_path / "full.onnx")
        quantise(tmp_path / "full.onnx", tmp_path / "int8.onnx")
        encode = onnx_encoder(tmp_path / "int8.onnx")
        return float(sum(((encode(t[None])[0] - run(encoder, t)) ** 2).mean() for t in windows[3:]))

    assert lost(smoothed(encoder, windows[:3])) < 0.5 * lost(encoder)
