"""The model card says where the weights come from and what they score."""

import pytest

pytest.importorskip("torch", reason="the card is not tested: the extra `train` (torch, onnx) is not installed")

from loaders.evaluation import Count
from loaders.evaluation.reliability import Bin
from loaders.training.calibrate import neutral
from loaders.training.card import Card, text
from loaders.training.fit import Recipe

BINS = [Bin(0.8, 0.9, 40, 0.86, 0.8), Bin(0.9, 1.0, 60, 0.97, 0.95)]


def test_the_card_names_origin_recipe_and_figures() -> None:
    tables = {"held back": {"ATTENDED": Count(3, 1, 1)}, "dev": {"ATTENDED": Count(7, 3, 3)}}
    card = text(Card("1", Recipe(seed=7), 902, 522_918, 9, ("own-x",), neutral(), BINS, tables))
    assert "MIT License" in card
    assert "seed 7" in card
    assert "| F1, percent | held back | dev |" in card
    assert "| ATTENDED | 75.0 | 70.0 |" in card
    assert "| SPOKE_AT | 0.80 |" in card
    assert "| 0.8 to 0.9 | 0.86 | 0.80 | 40 |" in card
    assert "calibration error 0.036" in card
    assert "Teachers" not in card


def test_the_card_names_teachers() -> None:
    card = text(Card("1", Recipe(silver_share=0.4), 902, 522_918, 9, ("own-x",), neutral(), teachers=5))
    assert "Teachers: 40% of what a pass goes through" in card
    assert "of 5 networks" in card
