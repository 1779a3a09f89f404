"""Build on the embedded graph: what is new is done, what is not is left, every word is true."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph.ontology import ontology
from loaders.articles import Metadata
from loaders.build import Report, build
from loaders.commands import _closing
from loaders.samples import sample_folder
from loaders.samples.from_gold import sample_articles

if TYPE_CHECKING:
    from graph.store.bolt import BoltStore
from tests.loaders.meetings import news

PLACE = Metadata(place="柳河县", published="2023-10-02")


def run(store: BoltStore, *paths: Path, again: bool = False) -> Report:
    return build(paths, store, metadata=PLACE, jobs=1, again=again)


def test_articles_without_place_or_date_are_counted_and_told(
    embedded: BoltStore, folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    report = build([folder], embedded, metadata=Metadata(), jobs=1)
    assert (report.homeless, report.undated) == (3, 3)
    _closing(report, embedded)
    told = capfd.readouterr().err
    assert "3 articles name neither place nor source" in told
    assert "3 articles have no date of publication" in told
    assert f"guanxi build → {embedded.address}" in told
    again = build([folder], embedded, metadata=PLACE, jobs=1)
    assert (again.homeless, again.undated) == (0, 0)


def test_the_samples_and_every_word_of_their_graph(embedded: BoltStore) -> None:
    """Walks all relations: each has evidence, and its text is the source's at its offsets."""
    report = build([sample_folder()], embedded, metadata=Metadata(), jobs=1)
    assert (report.loaded, report.failed, report.refused, report.rejected) == (30, False, [], [])
    assert embedded.counts()["Article"] == 30
    sources = {article.id: article for article in sample_articles()}
    sentences = {}
    for key, article, start, end, text in embedded.read(
        "MATCH (a:Article)-[:HAS_SENTENCE]->(s:Sentence) RETURN s.id, a.id, s.start, s.end, s.text"
    ).rows:
        source = sources[article]
        assert source.raw[start - source.start : end - source.start] == text
        sentences[key] = text
    stated = embedded.read("MATCH (a)-[r]->(b) RETURN type(r), r.evidence, r.rules, r.confidence, a.name, b.name").rows
    relations = [row for row in stated if row[0] in ontology().relations]
    assert len(relations) > 500
    for type_, evidence, rules, confidence, *ends in relations:
        assert evidence, (type_, ends)
        assert all(key in sentences for key in evidence)
        assert rules
        assert 0 < confidence <= 1


def test_what_is_unchanged_is_left_and_what_changed_is_replaced(embedded: BoltStore, folder: Path) -> None:
    assert run(embedded, folder).loaded == 3
    whole = embedded.checksum()
    again = run(embedded, folder)
    assert (again.loaded, again.replaced, again.unchanged, again.characters) == (0, 0, 3, 0)
    assert embedded.checksum() == whole

    (folder / "n2.txt").write_text(news(2, name="何立新"), encoding="utf-8")
    changed = run(embedded, folder)
    assert (changed.loaded, changed.replaced, changed.unchanged) == (0, 1, 2)
    names = {row[0] for row in embedded.read("MATCH (p:Person) RETURN p.name").rows}
    assert names == {"陈思远", "周建平", "何立新"}

    (folder / "n2.txt").write_text(news(2), encoding="utf-8")
    run(embedded, folder)
    assert embedded.checksum() == whole


def test_done_anew_an_unchanged_article_gives_the_same_graph(embedded: BoltStore, folder: Path) -> None:
    run(embedded, folder)
    whole = embedded.checksum()
    again = run(embedded, folder, again=True)
    assert again.characters > 0
    assert embedded.checksum() == whole


def test_an_article_whose_file_is_gone_stays(embedded: BoltStore, folder: Path) -> None:
    run(embedded, folder)
    (folder / "n3.txt").unlink()
    assert run(embedded, folder).unchanged == 2
    assert set(embedded.articles()) == {"n1", "n2", "n3"}


def test_an_article_that_its_file_gives_no_longer_goes(embedded: BoltStore, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(news(1) + "\n\n" + news(2), encoding="utf-8")
    run(embedded, page)
    held = set(embedded.articles())
    page.write_text(news(1), encoding="utf-8")
    report = run(embedded, page)
    assert set(embedded.articles()) == {"page"}
    assert report.retracted == len(held - {"page"})
    assert embedded.read("MATCH (e:Event) RETURN count(e)").rows[0][0] == 1


def test_two_files_of_one_name_do_not_overwrite_each_other(embedded: BoltStore, folder: Path, tmp_path: Path) -> None:
    run(embedded, folder)
    whole = embedded.checksum()
    other = tmp_path / "others" / "n1.txt"
    other.parent.mkdir()
    other.write_text(news(9), encoding="utf-8")
    report = run(embedded, other)
    (refused,) = report.refused
    assert "rename this file" in refused.message
    assert embedded.checksum() == whole


def test_the_order_and_the_number_of_runs_do_not_matter(embedded: BoltStore, folder: Path, empty: Empty) -> None:
    run(embedded, folder)
    whole = embedded.checksum()
    empty()
    for number in (3, 1, 2):
        run(embedded, folder / f"n{number}.txt")
    assert embedded.checksum() == whole


Empty = Callable[[], None]


@pytest.fixture
def empty(embedded: BoltStore) -> Empty:
    """Takes out all articles, and with them everything."""

    def retract() -> None:
        embedded.retract(list(embedded.articles()))
        assert embedded.counts().get("Person", 0) == 0

    return retract
