"""The samples as a graph to ask, made once and kept: what the notebooks open."""

from __future__ import annotations

import hashlib
import os
import shutil
import time
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.settings import Settings
from loaders.samples import sample_folder

_NO_PART = {"__pycache__", "annotations", "training", "evaluation", "explanation"}
"""Folders of the loaders that have no say in what a graph holds."""
_OLD = 24 * 3600.0
"""Seconds after which a graph that nobody opened may go."""


def sample_db(folder: Path | None = None) -> Path:
    """The directory of an embedded graph that `build` made of the bundled articles; for `guanxi.connect` or `--db`.

    It lies in `folder`, by default a folder for what can be made again (GUANXI_CACHE, else the user's), and is made
    where it is not there: some seconds the first time and whenever articles, rules or weights have changed. A graph
    is there whole or not at all. Errors: StoreError.
    """
    from graph.store import open_store
    from loaders.articles.model import Metadata
    from loaders.build import build

    target = (folder or _kept()) / f"samples-{_fingerprint()}.db"
    if target.is_dir():
        return target
    target.parent.mkdir(parents=True, exist_ok=True)
    _clear(target.parent)
    with TemporaryDirectory(prefix=f"{target.name}.", dir=target.parent) as draft:
        made = Path(draft, "graph.db")
        with open_store(Settings(db=made)) as store:
            build([sample_folder()], store, metadata=Metadata(), jobs=1)
        try:
            os.rename(made, target)  # noqa: PTH104
        except OSError:
            if not target.is_dir():  # another process was as quick
                raise
    return target


def _kept() -> Path:
    import platformdirs

    return Settings.from_env().cache or platformdirs.user_cache_path("guanxi")


def _clear(folder: Path) -> None:
    """Deletes the graphs of earlier versions, and what killed runs left; one in use was touched when it was opened."""
    for old in folder.glob("samples-*.db*"):
        if time.time() - old.stat().st_mtime > _OLD:
            shutil.rmtree(old, ignore_errors=True)


def _fingerprint() -> str:
    """What the graph depends on: the articles, the rules and weights, the records and their store."""
    digest = hashlib.sha256()
    for room in ("graph", "loaders"):
        for name, content in _contents(files(room)):
            digest.update(f"{name}\0{len(content)}\0".encode())
            digest.update(content)
    return digest.hexdigest()[:12]


def _contents(folder: Traversable) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_file():
            yield entry.name, entry.read_bytes()
        elif entry.name not in _NO_PART:
            yield from _contents(entry)
