"""Folds and held-back families part sources, not articles."""

import pytest

pytest.importorskip("torch", reason="folds are not tested: the extra `train` (torch, onnx) is not installed")

from loaders.training.crossvalidate import folds


def test_a_family_is_in_one_fold_and_folds_are_even() -> None:
    fold = folds(["a"] * 6 + ["b"] * 3 + ["c"] * 3 + ["d"], 2)
    assert fold == {"a": 0, "b": 1, "c": 1, "d": 0}
