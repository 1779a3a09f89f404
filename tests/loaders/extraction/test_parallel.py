"""Several processes give what one gives."""

from __future__ import annotations

import pytest

from graph import jsonl
from loaders.extraction import parallel
from loaders.samples.from_gold import sample_articles
from tests.loaders.extraction.conftest import Extracted


@pytest.mark.slow
@pytest.mark.parametrize("jobs", [1, 2])
def test_any_number_of_jobs_gives_the_same_bytes_in_the_same_order(
    extracted: Extracted, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    monkeypatch.setattr(parallel, "CHUNK", 3)  # so that few articles go to both
    some = sorted(sample_articles(), key=lambda article: len(article.text))[:7]
    expected = {article.id: b"".join(map(jsonl.dump, records)) for article, records in extracted}
    found = list(parallel.extract_all(iter(some), jobs=jobs))
    assert [article.id for article, _ in found] == [article.id for article in some]
    assert [article.offsets for article, _ in found] == [article.offsets for article in some]
    for article, records in found:
        assert b"".join(map(jsonl.dump, records)) == expected[article.id]


def test_few_articles_start_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "ProcessPoolExecutor", None)
    assert list(parallel.extract_all(iter([]), jobs=4)) == []
    assert len(list(parallel.extract_all(iter(sample_articles()[:1]), jobs=4))) == 1


def test_there_is_a_core() -> None:
    assert parallel.cores() >= 1
