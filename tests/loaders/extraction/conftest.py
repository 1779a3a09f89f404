"""The bundled samples as the shipped reader and the rules read them: once for all tests of this folder."""

from __future__ import annotations

import pytest

from graph.records import Record
from loaders.articles.model import SourceArticle
from loaders.samples.from_gold import sample_articles

Extracted = list[tuple[SourceArticle, list[Record]]]


@pytest.fixture(scope="session")
def extracted() -> Extracted:
    """Each bundled article with its records, in the order in which they are read."""
    from loaders.extraction.pipeline import extract

    return list(extract(sample_articles()))
