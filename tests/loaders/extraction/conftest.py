"""The bundled samples as the shipped reader and the rules read them: once for all tests of this folder.

New weights, or a changed rule: `pytest tests/loaders/extraction --update-golden` writes the golden records and the
figures of the held-back articles anew; look at the difference before you commit it.
"""

from __future__ import annotations

import pytest

from graph.records import Record
from loaders.articles.model import SourceArticle
from loaders.samples.from_gold import sample_articles

UPDATE = "--update-golden"
Extracted = list[tuple[SourceArticle, list[Record]]]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(UPDATE, action="store_true", help="write golden records and recorded figures anew")


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Whether what is recorded is to be written anew, not compared."""
    return bool(request.config.getoption(UPDATE, default=False))


@pytest.fixture(scope="session")
def extracted() -> Extracted:
    """Each bundled article with its records, in the order in which they are read."""
    from loaders.extraction.pipeline import extract

    return list(extract(sample_articles()))
