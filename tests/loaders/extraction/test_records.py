"""Records of the bundled samples, as reader and rules give them: true to their source, whole, repeatable."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

import pytest

from graph import jsonl
from graph.checks import check
from graph.ontology import ontology
from graph.records import Article, Entity, Evidence, Mention, Record, Relation, Sentence
from loaders.articles.decode import decode
from loaders.articles.model import SourceArticle
from loaders.extraction.draft import Draft
from loaders.extraction.pipeline import extract
from loaders.extraction.records import records_of
from loaders.samples import sample_folder
from loaders.samples.from_gold import sample_articles
from tests.loaders.extraction.conftest import Extracted
from tests.loaders.extraction.drafts import Drafting

Kind = TypeVar("Kind", Article, Sentence, Entity, Relation)


def of(records: list[Record], kind: type[Kind]) -> Iterator[Kind]:
    return (record for record in records if isinstance(record, kind))


def evidence(records: list[Record]) -> Iterator[Evidence]:
    for record in records:
        if isinstance(record, Relation):
            yield from record.evidence


def mentions(records: list[Record]) -> Iterator[Mention]:
    for record in records:
        if isinstance(record, Entity):
            yield from record.mentions


def test_every_record_keeps_to_the_ontology(extracted: Extracted) -> None:
    for _, records in extracted:
        for record in records:
            check(record)


def test_the_samples_say_a_lot(extracted: Extracted) -> None:
    """So that nothing here holds of nothing: all kinds, all relations but one or two, hundreds of statements."""
    relations = [record for _, records in extracted for record in records if isinstance(record, Relation)]
    kinds = {record.kind for _, records in extracted for record in records if isinstance(record, Entity)}
    assert kinds == set(ontology().kinds)
    assert len({relation.type for relation in relations}) >= 8
    assert len(relations) > 500


def test_what_is_quoted_stands_in_the_source(extracted: Extracted) -> None:
    for article, records in extracted:
        quotations: list[Sentence | Evidence] = [*of(records, Sentence), *evidence(records)]
        for quoted in quotations:
            low, high = quoted.start - article.start, quoted.end - article.start
            assert article.raw[low:high] == quoted.text
        for mention in mentions(records):
            words = article.raw[mention.start - article.start : mention.end - article.start]
            assert "".join(words.split()) == "".join((mention.text or "").split())


def test_offsets_are_those_of_the_file_as_it_is(extracted: Extracted) -> None:
    """Of plain text, where the source as read is the file's characters and nothing else."""
    plain = [(article, records) for article, records in extracted if article.path.endswith(".txt")]
    assert len(plain) >= 7
    for article, records in plain:
        source = decode((sample_folder() / article.path.rsplit("/", 1)[-1]).read_bytes(), path=article.path)
        for quoted in evidence(records):
            assert source[quoted.start : quoted.end] == quoted.text


def test_every_mention_lies_in_a_sentence(extracted: Extracted) -> None:
    for article, records in extracted:
        sentences = [(s.start, s.end) for s in of(records, Sentence)]
        for mention in mentions(records):
            assert mention.article == article.id
            assert any(start <= mention.start < mention.end <= end for start, end in sentences)


def test_evidence_is_a_sentence_of_the_article(extracted: Extracted) -> None:
    for article, records in extracted:
        sentences = {(s.start, s.end, s.text) for s in of(records, Sentence)}
        for quoted in evidence(records):
            assert quoted.article == article.id
            assert (quoted.start, quoted.end, quoted.text) in sentences


def test_relations_join_entities_that_the_ontology_lets_them_join(extracted: Extracted) -> None:
    for _, records in extracted:
        kinds = {record.id: record.kind for record in records if isinstance(record, Entity)}
        for relation in of(records, Relation):
            ends = kinds[relation.source], kinds[relation.target]
            assert ontology().joins(relation.type, *ends), (relation.type, ends)


def test_an_article_comes_first_and_everything_once(extracted: Extracted) -> None:
    order = [Article, Sentence, Entity, Relation]
    for article, records in extracted:
        places = [order.index(type(record)) for record in records]
        assert places == sorted(places)
        assert places.count(0) == 1
        assert isinstance(records[0], Article)
        assert (records[0].id, records[0].sha256) == (article.id, article.sha256)
        entities = [record.id for record in records if isinstance(record, Entity)]
        relations = [(r.type, r.source, r.target) for r in records if isinstance(r, Relation)]
        assert len(entities) == len(set(entities))
        assert len(relations) == len(set(relations))


def test_posts_and_matters_are_only_there_for_a_relation(extracted: Extracted) -> None:
    for _, records in extracted:
        joined = {end for r in of(records, Relation) for end in (r.source, r.target)}
        for entity in of(records, Entity):
            assert entity.kind not in ("Post", "Matter") or entity.id in joined


def test_the_same_article_gives_the_same_bytes_in_any_company(extracted: Extracted) -> None:
    """Read alone, last first: an article's records do not depend on what was read before or beside it."""
    some = sample_articles()[-3:][::-1]
    expected = {article.id: b"".join(map(jsonl.dump, records)) for article, records in extracted}
    for article, records in extract(some):
        assert b"".join(map(jsonl.dump, records)) == expected[article.id]


@pytest.fixture
def article(extracted: Extracted) -> SourceArticle:
    return extracted[0][0]


def drafted(article: SourceArticle) -> Drafting:
    """A draft over the article's own text, so that offsets can be turned into the source's."""
    drafting = Drafting(article.text)
    drafting.draft.sentences = article.sentences()
    return drafting


def test_entities_under_one_id_are_put_together(article: SourceArticle) -> None:
    """The reader may see one name twice; one record stands for both, the first one's properties before the second's."""
    drafting = drafted(article)
    word = article.text[:2]
    drafting.add("Organization", word).add("Organization", word)
    one, two = drafting.draft.entities
    one.properties, two.properties = {"kind": "party"}, {"kind": "other", "jurisdiction": "云澜县"}
    two.aliases = {"别名"}
    entities = [record for record in records_of(article, drafting.draft) if isinstance(record, Entity)]
    assert [(e.name, e.aliases, e.properties) for e in entities] == [
        (word, ["别名"], {"jurisdiction": "云澜县", "kind": "party"})
    ]


def test_a_sentence_that_two_rules_read_is_evidence_of_both(article: SourceArticle) -> None:
    """Once for each rule, the first one's before the second's, and once only where one rule read it twice."""
    drafting = drafted(article)
    one, two = article.text[:2], article.text[2:4]
    drafting.add("Place", one, two)
    for rule in ("rule z", "rule a", "rule z"):
        drafting.relate("LOCATED_IN", one, two)
        drafting.draft.relations[-1].rule = rule
    (relation,) = of(list(records_of(article, drafting.draft)), Relation)
    assert [each.rule for each in relation.evidence] == ["rule z", "rule a"]
    assert len({(each.start, each.end, each.text) for each in relation.evidence}) == 1


def test_a_relation_of_a_thing_with_itself_is_dropped(article: SourceArticle) -> None:
    drafting = drafted(article)
    word = article.text[:2]
    drafting.add("Place", word).relate("LOCATED_IN", word, word)
    assert [type(record) for record in records_of(article, drafting.draft)].count(Relation) == 0


def test_an_empty_draft_is_an_article_and_nothing_else(article: SourceArticle) -> None:
    assert [type(record) for record in records_of(article, Draft(article.text))] == [Article]
