"""Archives of weights: the mean of several."""

from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="training is not tested: the extra `train` (torch, onnx) is not installed")

from typer import Typer  # noqa: E402
from typer.testing import CliRunner  # noqa: E402

from graph.errors import InputError  # noqa: E402 - the modules below need torch
from loaders.training import command, weights  # noqa: E402


def archive(path: Path, **arrays: object) -> Path:
    np.savez(path, allow_pickle=False, **{name: np.array(value, np.float16) for name, value in arrays.items()})
    return path


@pytest.fixture
def three(tmp_path: Path) -> list[Path]:
    values = ([1, 2], 0.5), ([2, 4], 0.5), ([6, 3], 2)
    return [archive(tmp_path / f"{k}.npz", a=a, b=b) for k, (a, b) in enumerate(values)]


def test_the_mean_is_that_of_every_number(three: list[Path], tmp_path: Path) -> None:
    app = Typer()
    app.command()(command.mean)
    done = CliRunner().invoke(app, [*map(str, three), "-o", str(tmp_path / "mean.npz")])
    assert done.exit_code == 0, done.output
    with np.load(tmp_path / "mean.npz") as found:
        assert found["a"].tolist() == [3, 3]
        assert found["b"].tolist() == 1
        assert found["a"].dtype == np.float16


def test_the_mean_of_one_is_that_one_even_in_its_place(three: list[Path]) -> None:
    weights.mean([three[1], three[1]], three[1])
    with np.load(three[1]) as found:
        assert found["a"].tolist() == [2, 4]


def test_archives_that_do_not_match_have_no_mean(three: list[Path], tmp_path: Path) -> None:
    other = archive(tmp_path / "other.npz", a=[1, 2, 3], b=1)
    with pytest.raises(InputError, match=r"other\.npz holds other arrays"):
        weights.mean([three[0], other], tmp_path / "mean.npz")
    with pytest.raises(InputError, match=r"none\.npz is no archive"):
        weights.mean([three[0], tmp_path / "none.npz"], tmp_path / "mean.npz")
    three[0].write_text("no archive", encoding="utf-8")
    with pytest.raises(InputError, match=r"0\.npz is no archive"):
        weights.mean(three, tmp_path / "mean.npz")
