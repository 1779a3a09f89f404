"""Sample articles of an invented county and development zone: what the demo, the notebooks and the tests read.

`news/` holds the articles as a user would have them, `gold.jsonl` what they say, worked out by hand (README.md).
"""

from __future__ import annotations

import atexit
import json
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from loaders.annotations.gold import Annotation

__all__ = ["sample_annotations", "sample_folder", "sample_gold"]


@cache
def sample_folder() -> Path:
    """The folder of articles, to be read only; where the package is no folder, a passing copy of it."""
    news = files(__package__).joinpath("news")
    return news if isinstance(news, Path) else unpacked(news)


def unpacked(folder: Traversable) -> Path:
    """A copy of the files of `folder` on disk, gone when the program ends."""
    kept = TemporaryDirectory(prefix="guanxi-samples-")
    atexit.register(kept.cleanup)
    for entry in folder.iterdir():
        Path(kept.name, entry.name).write_bytes(entry.read_bytes())
    return Path(kept.name)


def sample_gold() -> list[dict[str, Any]]:
    """What each article says, one annotation an article, in the order of their dates.

    Beside the relations an annotation may hold `terms`: [person, title, organization or null, start or null, end or
    null] where the article states when somebody took or left a post.
    """
    text = files(__package__).joinpath("gold.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def sample_annotations() -> list[Annotation]:
    """The same as `evaluate` takes it."""
    import msgspec

    from loaders.annotations.gold import Annotation

    return [msgspec.convert(row, Annotation) for row in sample_gold()]
