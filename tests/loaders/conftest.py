"""A folder of articles to build from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    pass
from tests.loaders.meetings import news


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three articles in a folder of their own."""
    found = tmp_path / "news"
    found.mkdir()
    for number in (1, 2, 3):
        (found / f"n{number}.txt").write_text(news(number), encoding="utf-8")
    return found
