"""A place read in one piece is cut; each lies in the one before it."""

import pytest

from loaders.extraction.divisions import CAPITAL_RULE, RULE, divisions
from loaders.extraction.draft import Entity, Relation
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
    assert {place.rule for _, place in article.draft.of_kind("Place")} == {RULE}


def test_parts_join_the_same_names_elsewhere() -> None:
    article = Drafting(TEXT).add("Place", "孤山村", "云澜县柳河镇孤山村")
    article.entity("孤山村").spans = article.entity("孤山村").spans[1:]
    divisions(article.draft)
    names = [entity.name for _, entity in article.draft.of_kind("Place")]
    assert sorted(names) == ["云澜县", "孤山村", "柳河镇"]
    assert len(article.entity("孤山村").spans) == 2
    assert article.entity("孤山村").rule is None  # the reader names it elsewhere


def test_what_stands_right_after_a_division_lies_in_it() -> None:
    article = Drafting(TEXT).add("Place", "柳河镇", "花椒基地", "东山公园")
    divisions(article.draft)
    assert {pair: each.rule for pair, each in article.stated("LOCATED_IN").items()} == {("花椒基地", "柳河镇"): RULE}


def test_a_relation_that_the_reader_found_is_not_doubled() -> None:
    article = Drafting(TEXT).add("Place", "柳河镇", "花椒基地").relate("LOCATED_IN", "花椒基地", "柳河镇")
    divisions(article.draft)
    assert len(article.draft.having("LOCATED_IN")) == 1


def test_a_name_with_a_blank_inside_is_cut_where_it_is() -> None:
    text = "王明到云澜县 柳河镇\u3000孤山村调研。"
    article = Drafting(text).add("Place", "云澜县 柳河镇\u3000孤山村")
    article.draft.entities[0].name = "云澜县柳河镇孤山村"
    divisions(article.draft)
    places = {entity.name: [text[slice(*span)] for span in entity.spans] for entity in article.draft.entities}
    assert places == {"孤山村": ["孤山村"], "云澜县": ["云澜县"], "柳河镇": ["柳河镇"]}


def test_nothing_lies_in_itself_after_a_cut() -> None:
    article = Drafting(TEXT).add("Place", "云澜县柳河镇孤山村", "孤山村")
    article.relate("LOCATED_IN", "孤山村", "云澜县柳河镇孤山村")
    divisions(article.draft)
    assert set(article.stated("LOCATED_IN")) == {("孤山村", "柳河镇"), ("柳河镇", "云澜县")}


def test_what_the_same_words_say_of_something_else_stays() -> None:
    article = Drafting("柳河镇孤山村主办庙会。").add("Place", "柳河镇孤山村").add("Event", "庙会")
    article.draft.entities.append(Entity("Organization", [(0, 6)], "孤山村村委会"))
    article.draft.relations.append(Relation("ORGANIZED", 2, 1, 0.9, [(0, 6), (8, 10)], "reader"))
    divisions(article.draft)
    assert article.draft.having("ORGANIZED")[0].evidence == [(0, 6), (8, 10)]


def test_of_two_places_that_end_together_the_division_holds_what_follows() -> None:
    for names in (("云澜县", "北部的云澜县"), ("北部的云澜县", "云澜县")):
        article = Drafting("来到我省北部的云澜县大剧院。").add("Place", *names, "大剧院")
        divisions(article.draft)
        assert ("大剧院", "云澜县") in article.stated("LOCATED_IN")


def test_a_village_that_acts_is_cut_from_its_town_and_lies_in_it() -> None:
    article = Drafting("柳河镇孤山村召开大会。").add("Organization", "柳河镇孤山村").add("Event", "大会")
    article.relate("ORGANIZED", "柳河镇孤山村", "大会")
    divisions(article.draft)
    assert {(entity.kind, entity.name) for entity in article.draft.entities} == {
        ("Organization", "孤山村"), ("Place", "孤山村"), ("Place", "柳河镇"), ("Event", "大会"),
    }  # fmt: skip
    assert set(article.stated("ORGANIZED")) == {("孤山村", "大会")}
    (nested,) = article.draft.having("LOCATED_IN")
    assert article.draft.entities[nested.source].kind == "Place"


def test_places_that_stand_there_already_are_not_made_again() -> None:
    article = Drafting("柳河镇孤山村召开大会。").add("Organization", "柳河镇孤山村").add("Place", "柳河镇")
    divisions(article.draft)
    assert sorted(entity.name for _, entity in article.draft.of_kind("Place")) == ["孤山村", "柳河镇"]


def test_what_is_held_in_the_capital_lies_in_beijing() -> None:
    text = "全国花椒产业会议在京召开\n全国花椒产业会议21日在京召开，北京有关方面参加。茶产业论坛同日闭幕。"
    article = Drafting(text).add("Event", "全国花椒产业会议", "茶产业论坛").add("Place", "北京")
    divisions(article.draft)
    (relation,) = article.draft.having("LOCATED_IN")
    assert set(article.stated("LOCATED_IN")) == {("全国花椒产业会议", "北京")}
    assert (relation.rule, [article.draft.words(span) for span in relation.evidence]) == (
        CAPITAL_RULE,
        ["全国花椒产业会议", "京"],
    )
    assert article.entity("京").name == "北京"


def test_the_capital_is_a_place_of_its_own_where_it_is_not_named_otherwise() -> None:
    article = Drafting("王明在京会见李华。").add("Event", "王明在京会见李华")
    divisions(article.draft)
    assert set(article.stated("LOCATED_IN")) == {("王明在京会见李华", "北京")}
    assert article.entity("北京").rule == CAPITAL_RULE


@pytest.mark.parametrize(
    "text",
    [
        "王明在京工作多年，出席座谈会。",
        "座谈会由在京同乡会会长王明主持。",
        "座谈会邀请在京与会专家王明。",
        "座谈会传达了在京召开的会议的要求。",
        "座谈会上，大家收看了在京举行的大会。",
        "座谈会在京津冀举行。",
    ],
)
def test_where_nothing_is_held_nothing_lies_in_beijing(text: str) -> None:
    article = Drafting(text).add("Event", "座谈会")
    divisions(article.draft)
    assert article.draft.relations == []


def test_an_event_that_lies_elsewhere_stays_there() -> None:
    article = Drafting("座谈会在柳河县召开，大会同日在京召开。").add("Event", "座谈会").add("Place", "柳河县")
    article.relate("LOCATED_IN", "座谈会", "柳河县")
    divisions(article.draft)
    assert set(article.stated("LOCATED_IN")) == {("座谈会", "柳河县")}
