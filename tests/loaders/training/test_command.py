"""`guanxi train` as its users run it: on from the installed weights, on their own annotations."""

import json
from pathlib import Path

import pytest

pytest.importorskip("torch", reason="training is not tested: the extra `train` (torch, onnx) is not installed")
pytest.importorskip("onnx", reason="training is not tested: the extra `train` (torch, onnx) is not installed")

from typer import Typer
from typer.testing import CliRunner

from loaders.extraction.reader.reader import Reader
from loaders.training.command import train
from tests.loaders.training.invented import ARTICLE, GOLD


def test_own_annotations_give_weights_that_read(tmp_path: Path) -> None:
    for name, row in (("articles", ARTICLE), ("gold", GOLD)):
        (tmp_path / f"{name}.jsonl").write_text(json.dumps(row, ensure_ascii=False), encoding="utf-8")
    app = Typer(pretty_exceptions_enable=False)
    app.command()(train)
    options = ["--work", str(tmp_path / "work"), "--out", str(tmp_path / "mine"), "--version", "mine", "--passes", "1"]
    done = CliRunner().invoke(app, [str(tmp_path), *options])
    assert done.exit_code == 0, done.output
    reader, installed = Reader.load(tmp_path / "mine"), Reader.load()
    assert reader.version == "mine"
    assert reader.calibration == installed.calibration
    (reading,) = reader.read(["县委书记王明在全县经济工作会议上讲话。"])
    assert {cluster.name for cluster in reading.clusters if cluster.kind == "Person"} == {"王明"}
    assert (tmp_path / "mine" / "MODEL_CARD.md").exists()
