"""Build: files in, graph out, in one go that can be stopped anywhere and run again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from graph.records import Record
from graph.store.base import LoadReport, Rejected, Store
from loaders.articles.model import Metadata, Refused, SourceArticle
from loaders.articles.read import read_paths
from loaders.extraction.parallel import extract_all

BATCH = 128
"""Articles that one load takes: an acknowledged load is what a killed run keeps."""


@dataclass(slots=True)
class Report:
    """What a build did.

    `refused` are files and articles that failed, `passed_over` what nobody expects to be read; `homeless` counts articles
    with neither issuing place nor source, whose people are kept apart from those of all others.
    """

    loaded: int = 0
    replaced: int = 0
    unchanged: int = 0
    characters: int = 0
    refused: list[Refused] = field(default_factory=list)
    passed_over: list[Refused] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    homeless: int = 0

    @property
    def failed(self) -> bool:
        """Whether something was refused that was meant to be read."""
        return bool(self.refused or self.rejected)


def build(
    paths: Iterable[str | Path],
    store: Store,
    *,
    metadata: Metadata,
    jobs: int,
    again: bool = False,
    progress: Callable[[Report], None] = lambda report: None,
) -> Report:
    """Reads, extracts and loads what is new or changed. `again` does unchanged articles anew. Errors: StoreError.

    An article whose sha256 is in the graph is left alone; one with another sha256 is replaced.
    """
    report = Report()
    known = {} if again else dict(store.articles())
    fresh = _new(read_paths(paths, metadata=metadata), known, report)
    for batch in _batches(extract_all(fresh, jobs=jobs), report):
        _load(store, batch, report)
        progress(report)
    return report


def _new(
    found: Iterable[SourceArticle | Refused], known: dict[str, str | None], report: Report
) -> Iterator[SourceArticle]:
    for item in found:
        if isinstance(item, Refused):
            (report.passed_over if item.passed_over else report.refused).append(item)
        elif known.get(item.id) == item.sha256:
            report.unchanged += 1
        else:
            yield item


def _batches(extracted: Iterable[tuple[SourceArticle, list[Record]]], report: Report) -> Iterator[list[Record]]:
    batch: list[Record] = []
    for number, (article, records) in enumerate(extracted, 1):
        report.characters += len(article.text)
        report.homeless += not (article.place or article.source)
        batch += records
        if number % BATCH == 0:
            yield batch
            batch = []
    if batch:
        yield batch


def _load(store: Store, records: list[Record], report: Report) -> None:
    done: LoadReport = store.load(records)
    report.loaded += done.loaded
    report.replaced += done.replaced
    report.unchanged += done.unchanged
    report.rejected += done.rejected
