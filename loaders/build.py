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
from loaders.extraction.records import file_name

BATCH = 128
"""Articles that one load takes: an acknowledged load is what a killed run keeps."""


@dataclass(slots=True)
class Report:
    """What a build did.

    `refused` are files and articles that failed, `passed_over` what nobody expects to be read; `homeless` counts
    articles with neither issuing place nor source, whose people are kept apart from those of all others; `undated`
    those without a date of publication, whose days have no year.
    """

    loaded: int = 0
    replaced: int = 0
    unchanged: int = 0
    characters: int = 0
    refused: list[Refused] = field(default_factory=list)
    passed_over: list[Refused] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    retracted: int = 0
    homeless: int = 0
    undated: int = 0

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
    progress: Callable[[Report], None] = lambda _: None,
) -> Report:
    """Reads, extracts and loads what is new or changed. `again` does unchanged articles anew. Errors: StoreError.

    An article whose sha256 is in the graph is left alone; one with another sha256 is replaced, unless it comes from
    another file of the same name: then it is refused. Articles that a file gives no longer are retracted.
    """
    report = Report()
    ledger = Ledger.of(store)
    fresh = _new(read_paths(paths, metadata=metadata), ledger, report, again=again)
    for batch in _batches(extract_all(fresh, jobs=jobs), report):
        _load(store, batch, report)
        progress(report)
    report.retracted = store.retract(sorted(ledger.stale()))
    return report


@dataclass(slots=True)
class Ledger:
    """What the graph holds, and what this run has met: id → (sha256, file), and the ids that each file gave."""

    known: dict[str, tuple[str | None, str | None]]
    met: dict[str, set[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, store: Store) -> Ledger:
        """The ledger of a graph."""
        rows = store.read("MATCH (a:Article) RETURN a.id, a.sha256, a.path").rows
        return cls({row[0]: (row[1], row[2]) for row in rows})

    def clash(self, article: SourceArticle) -> str | None:
        """The other file that gave an article of this name, when the name is the file's own and not the record's."""
        sha256, file = self.known.get(article.id, (None, None))
        other = file is not None and file != file_name(article) and not _names_its_articles(article.path)
        return file if other and sha256 != article.sha256 else None

    def stale(self) -> set[str]:
        """Articles that a file gave before and gives no longer: a page that is split otherwise now."""
        return {key for key, (_, file) in self.known.items() if file in self.met and key not in self.met[file]}


def _names_its_articles(path: str) -> bool:
    """Whether the ids come from the records of the file, not from its name."""
    return path == "-" or ".jsonl" in Path(path).suffixes


def _new(
    found: Iterable[SourceArticle | Refused], ledger: Ledger, report: Report, *, again: bool
) -> Iterator[SourceArticle]:
    for item in found:
        if isinstance(item, Refused):
            (report.passed_over if item.passed_over else report.refused).append(item)
            continue
        if other := ledger.clash(item):
            report.refused.append(_same_name(item, other))
            continue
        if not _names_its_articles(item.path):
            ledger.met.setdefault(file_name(item) or "", set()).add(item.id)
        if not again and ledger.known.get(item.id, (None,))[0] == item.sha256:
            report.unchanged += 1
        else:
            yield item


def _same_name(article: SourceArticle, other: str) -> Refused:
    message = (
        f"the graph holds another article named {article.id}, read from {other}; rename this file, "
        "or retract that article"
    )
    return Refused(path=article.path, message=message)


def _batches(extracted: Iterable[tuple[SourceArticle, list[Record]]], report: Report) -> Iterator[list[Record]]:
    batch: list[Record] = []
    for number, (article, records) in enumerate(extracted, 1):
        report.characters += len(article.text)
        report.homeless += not (article.place or article.source)
        report.undated += not article.published
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
