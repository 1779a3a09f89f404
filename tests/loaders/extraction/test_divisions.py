"""A place read in one piece is cut; each lies in the one before it."""

from loaders.extraction.divisions import RULE, divisions
from tests.loaders.extraction.drafts import Drafting

TEXT = "王明到云澜县柳河镇孤山村调研。孤山村村民张三介绍情况。柳河镇花椒基地、东山公园游人如织。"


def test_a_place_in_one_piece_is_cut_and_its_relations_follow_the_last_part() -> None:
    article = Drafting(TEXT).add("Place", "云澜县柳河镇孤山村").add("Event", "王明到云澜县柳河镇孤山村调研")
    article.relate("LOCATED_IN", "王明到云澜县柳河镇孤山村调研", "云澜县柳河镇孤山村")
    divisions(article.draft)
    assert set(article.stated("LOCATED_IN")) == {
        ("王明到云澜县柳河镇孤山村调研", "孤山村"),
        ("孤山村", "柳河镇"),
        ("柳河镇", "云澜县"),
    }
    village = article.stated("LOCATED_IN")["王明到云澜县柳河镇孤山村调研", "孤山村"].evidence[1]
    assert TEXT[slice(*village)] == "孤山村"
    assert [article.draft.words(span) for span in article.entity("柳河镇").spans] == ["柳河镇"]


def test_parts_join_the_same_names_elsewhere() -> None:
    article = Drafting(TEXT).add("Place", "孤山村", "云澜县柳河镇孤山村")
    article.entity("孤山村").spans = article.entity("孤山村").spans[1:]
    divisions(article.draft)
    names = [entity.name for _, entity in article.draft.of_kind("Place")]
    assert sorted(names) == ["云澜县", "孤山村", "柳河镇"]
    assert len(article.entity("孤山村").spans) == 2


def test_what_stands_right_after_a_division_lies_in_it() -> None:
    article = Drafting(TEXT).add("Place", "柳河镇", "花椒基地", "东山公园")
    divisions(article.draft)
    assert {pair: each.rule for pair, each in article.stated("LOCATED_IN").items()} == {("花椒基地", "柳河镇"): RULE}


def test_a_relation_that_the_reader_found_is_not_doubled() -> None:
    article = Drafting(TEXT).add("Place", "柳河镇", "花椒基地").relate("LOCATED_IN", "花椒基地", "柳河镇")
    divisions(article.draft)
    assert len(article.draft.having("LOCATED_IN")) == 1
