"""The samples' graph: made once, whole or not at all, with what killed runs left cleared away in time."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from graph.settings import Settings
from graph.store import open_store
from loaders.samples.database import sample_db


@pytest.mark.slow
def test_it_is_made_once_and_holds_every_article(tmp_path: Path) -> None:
    left_behind, in_use = tmp_path / "samples-0123456789ab.db.x7", tmp_path / "samples-fedcba987654.db"
    for folder in (left_behind, in_use):
        folder.mkdir()
    weeks_ago = time.time() - 30 * 24 * 3600
    os.utime(left_behind, (weeks_ago, weeks_ago))

    made = sample_db(tmp_path)
    assert sorted(tmp_path.iterdir()) == sorted([made, in_use])
    stamp = made.stat().st_mtime_ns
    assert sample_db(tmp_path) == made
    assert made.stat().st_mtime_ns == stamp
    with open_store(Settings(db=made)) as store:
        assert store.read("MATCH (a:Article) RETURN count(a)").rows[0][0] == 30


def test_an_interrupted_run_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("loaders.build.build", killed)
    with pytest.raises(KeyboardInterrupt):
        sample_db(tmp_path)
    assert list(tmp_path.iterdir()) == []
