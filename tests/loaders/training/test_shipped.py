"""What ships can be trained on: int8 and evened-out weights come back as the network that they were."""

from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="training is not tested: the extra `train` (torch, onnx) is not installed")
pytest.importorskip("onnx", reason="training is not tested: the extra `train` (torch, onnx) is not installed")

from loaders.extraction.reader.loading import installed  # noqa: E402
from loaders.extraction.reader.vocabulary import Vocabulary  # noqa: E402
from loaders.training import shipped  # noqa: E402
from loaders.training.calibrate import neutral  # noqa: E402
from loaders.training.encoder import Encoder  # noqa: E402
from loaders.training.export import export  # noqa: E402
from loaders.training.fit import seed_everything  # noqa: E402
from loaders.training.network import Network  # noqa: E402

VOCABULARY = Vocabulary(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "[SPACE]", *"区委召开会议，。王强"])


@pytest.mark.parametrize("texts", [(), ("区委召开会议，王强。" * 9,)], ids=["as it is", "evened out"])
def test_a_network_comes_back(tmp_path: Path, texts: tuple[str, ...]) -> None:
    seed_everything(1)
    network = Network(Encoder(len(VOCABULARY))).eval()
    with torch.no_grad():
        for each in network.parameters():  # no two alike, as in trained ones: the export keeps equal arrays once
            each.add_(0.01 * torch.randn_like(each))
    export(network, VOCABULARY, tmp_path, thresholds=neutral(), version="test", texts=texts)
    again = shipped.network(tmp_path, VOCABULARY).eval()
    for name, value in network.state_dict().items():
        lost = ((again.state_dict()[name] - value) ** 2).mean() / (value**2).mean().clamp_min(1e-9)
        assert lost < 1e-3, name
    tokens = torch.tensor([[2, *range(6, len(VOCABULARY)), 3]])
    with torch.no_grad():
        lost = ((again.enc(tokens) - network.enc(tokens)) ** 2).mean() / network.enc(tokens).var()
    assert lost < 0.01


def test_the_installed_weights_come_back() -> None:
    arrays = shipped.state(installed())
    with np.load(installed() / "heads.npz") as archive:
        assert set(archive.files) < set(arrays)
    Network(Encoder(len(Vocabulary.load(installed() / "vocabulary.json")))).load_state_dict(arrays)
