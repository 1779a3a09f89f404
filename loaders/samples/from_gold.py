"""Annotations to records: the graph that the samples should give, whatever the reader makes of them.

In: articles as read, and an annotation for each. Out: records in the order of the format, every relation with the rule
"gold", confidence 1 and the sentences that state it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from graph.records import Record
from loaders.articles import SourceArticle, read_paths
from loaders.extraction.records import records_of
from loaders.samples import sample_folder, sample_gold
from loaders.samples.attendance import attendance
from loaders.samples.drafting import draft_of

__all__ = ["gold_records", "sample_articles", "sample_records"]


def sample_articles() -> list[SourceArticle]:
    """The bundled articles in the order in which they are read; ValueError where one is refused."""
    articles = []
    for article in read_paths([sample_folder()]):
        if not isinstance(article, SourceArticle):
            raise ValueError(article.message)
        articles.append(article)
    return articles


def gold_records(article: SourceArticle, annotation: dict[str, Any]) -> Iterator[Record]:
    """The records of one article; ValueError where something annotated does not stand in it."""
    draft = draft_of(article, annotation)
    attendance(draft, annotation)
    return records_of(article, draft)


def sample_records() -> Iterator[Record]:
    """The records of the bundled articles, article by article in the order in which they are read."""
    gold = {annotation["id"]: annotation for annotation in sample_gold()}
    for article in sample_articles():
        yield from gold_records(article, gold[article.id])
