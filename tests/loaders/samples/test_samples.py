"""The bundled articles are read whole, their annotations stand in them, and their records keep to the ontology."""

from __future__ import annotations

import zipfile
from collections import Counter
from pathlib import Path

import pytest

from graph.checks import check
from graph.ontology import ontology
from graph.records import Entity, Evidence, Record, Relation, Sentence
from loaders.articles import SourceArticle
from loaders.samples import sample_folder, sample_gold, unpacked
from loaders.samples.from_gold import gold_records, sample_articles, sample_records


@pytest.fixture(scope="module")
def articles() -> list[SourceArticle]:
    return sample_articles()


@pytest.fixture(scope="module")
def records() -> list[Record]:
    return list(sample_records())


def test_every_article_is_annotated_and_every_annotation_has_its_article(articles: list[SourceArticle]) -> None:
    ids = [article.id for article in articles]
    assert sorted(ids) == sorted(gold["id"] for gold in sample_gold())
    assert len(set(ids)) == len(ids) == 30


def test_every_article_knows_its_date_place_and_source(articles: list[SourceArticle]) -> None:
    places = Counter(article.place for article in articles)
    assert places == {"云澜县": 22, "澄湖经济技术开发区": 8}
    assert all(article.published and article.source and article.url for article in articles)


def test_the_page_falls_into_its_four_articles(articles: list[SourceArticle]) -> None:
    page = {article.id: article for article in articles if article.id.startswith("page_")}
    assert list(page) == [f"page_20230901#{number}" for number in (1, 2, 3, 4)]
    assert "县领导马德胜、周国平、孙建军、吴海燕、郑文博、赵丽华等参加" in page["page_20230901#1"].text
    assert page["page_20230901#3"].title == "我县老旧小区改造“改”出民生温度"
    assert page["page_20230901#3"].text.startswith(page["page_20230901#3"].title)
    assert page["page_20230901#4"].body == 0


def test_the_folder_holds_only_articles_and_their_metadata() -> None:
    assert Counter(path.suffix for path in sample_folder().iterdir()) == {
        ".txt": 4, ".html": 2, ".docx": 1, ".jsonl": 2
    }  # fmt: skip


def test_a_zipped_package_is_unpacked(tmp_path: Path) -> None:
    archive = tmp_path / "package.zip"
    with zipfile.ZipFile(archive, "w") as file:
        for path in sample_folder().iterdir():
            file.write(path, f"news/{path.name}")
    copy = unpacked(zipfile.Path(archive, "news/"))
    assert {path.name: path.read_bytes() for path in copy.iterdir()} == {
        path.name: path.read_bytes() for path in sample_folder().iterdir()
    }


def test_records_keep_to_the_ontology(records: list[Record]) -> None:
    kinds = {record.id: record.kind for record in records if isinstance(record, Entity)}
    for record in records:
        check(record)
        if isinstance(record, Relation):
            assert ontology().joins(record.type, kinds[record.source], kinds[record.target]), record


def test_evidence_and_sentences_are_the_source_at_their_offsets(
    articles: list[SourceArticle], records: list[Record]
) -> None:
    sources = {article.id: article for article in articles}
    sentences = {(r.article, r.start, r.end) for r in records if isinstance(r, Sentence)}
    quotes: list[Evidence | Sentence] = [record for record in records if isinstance(record, Sentence)]
    quotes += [evidence for record in records if isinstance(record, Relation) for evidence in record.evidence]
    for quote in quotes:
        source = sources[quote.article]
        assert source.raw[quote.start - source.start : quote.end - source.start] == quote.text
        assert (quote.article, quote.start, quote.end) in sentences


def test_every_entity_is_mentioned_where_its_name_or_alias_stands(records: list[Record]) -> None:
    for record in records:
        if isinstance(record, Entity):
            assert record.mentions, record
            if record.kind in ("Person", "Organization", "Place"):
                assert {mention.text for mention in record.mentions} <= {record.name, *record.aliases}


def test_who_speaks_or_chairs_attends(records: list[Record]) -> None:
    pairs = {
        type_: {(r.source, r.target) for r in records if isinstance(r, Relation) and r.type == type_}
        for type_ in ("ATTENDED", "SPOKE_AT", "CHAIRED")
    }
    assert pairs["SPOKE_AT"] | pairs["CHAIRED"] <= pairs["ATTENDED"]


@pytest.mark.parametrize(
    ("key", "wrong", "message"),
    [
        ("persons", [{"name": "无此人"}], "no mention of 无此人"),
        ("attended", [["无此人", "E1"]], "无此人 is not listed"),
        ("located_in", [["E1", "无此地"]], "无此地 is not listed"),
        ("holds_post", [["陈志远", "无此职", None]], "no mention of 无此职 beside 陈志远"),
    ],
)
def test_what_does_not_stand_in_the_article_is_refused(
    articles: list[SourceArticle], key: str, wrong: list[object], message: str
) -> None:
    article = next(article for article in articles if article.id == "yl-2023-001")
    gold = next(gold for gold in sample_gold() if gold["id"] == article.id)
    with pytest.raises(ValueError, match=message):
        list(gold_records(article, gold | {key: [*gold[key], *wrong]}))
