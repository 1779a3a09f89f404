"""Weights of one's own replace those of the package, in this process and in its workers; a wrong folder is named."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import InputError
from graph.records import Relation
from loaders.articles.model import SourceArticle
from loaders.checkup import examine
from loaders.explanation.explain import explain
from loaders.extraction.parallel import CHUNK, extract_all
from loaders.extraction.pipeline import pipeline
from loaders.extraction.reader.loading import SETTINGS, installed
from loaders.samples.from_gold import sample_articles


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The package's weights under another version."""
    folder = tmp_path / "mine"
    shutil.copytree(installed(), folder)
    settings = json.loads((folder / SETTINGS).read_text(encoding="utf-8"))
    (folder / SETTINGS).write_text(json.dumps({**settings, "version": "mine"}), encoding="utf-8")
    monkeypatch.setenv("GUANXI_READER", str(folder))
    pipeline.cache_clear()
    yield folder
    pipeline.cache_clear()


def rules(articles: list[SourceArticle], jobs: int) -> set[str]:
    found = (record for _, records in extract_all(articles, jobs=jobs) for record in records)
    return {each.rule for record in found if isinstance(record, Relation) for each in record.evidence}


@pytest.mark.usefixtures("own")
def test_evidence_names_the_weights() -> None:
    articles = list(sample_articles())[:3]
    named = {rule for rule in rules(articles, 1) if rule.startswith("reader ")}
    assert named == {"reader mine"}


@pytest.mark.usefixtures("own")
def test_workers_read_with_them_too() -> None:
    articles = (list(sample_articles()) * 2)[: CHUNK + 1]
    named = {rule for rule in rules(articles, 2) if rule.startswith("reader ")}
    assert named == {"reader mine"}


def test_a_folder_without_weights_is_named(own: Path) -> None:
    (own / SETTINGS).unlink()
    with pytest.raises(InputError, match="GUANXI_READER"):
        pipeline()
    (reader, *_) = examine()
    assert not reader.well
    assert str(own) in reader.found


@pytest.mark.usefixtures("own")
def test_explanations_name_them() -> None:
    (explained,) = explain(list(sample_articles())[:1])
    assert explained.reader == "reader mine"
    assert {thing.found_by for thing in explained.things} == {"reader mine"}


@pytest.mark.usefixtures("own")
def test_doctor_tries_them() -> None:
    (reader, *_) = examine()
    assert reader.well
    assert "version mine" in reader.found
