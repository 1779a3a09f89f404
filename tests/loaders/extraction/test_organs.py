"""Pairs of organs are cut in two; classes, numbers of documents and people are no organizations."""

import pytest

from loaders.extraction import stages
from loaders.extraction.organs import PAIR, STATIONED, organs
from tests.loaders.extraction.drafts import Drafting
from tests.loaders.extraction.rules.spans import find

TEXT = "市委市政府召开全市大会，市委书记王明要求各单位落实澄政发〔2011〕59号文件。单位要认真。"


def test_both_organs_of_a_pair_share_its_relations() -> None:
    article = Drafting(TEXT).add("Organization", "市委市政府").add("Event", "全市大会")
    article.relate("ORGANIZED", "市委市政府", "全市大会")
    organs(article.draft)
    stated = article.stated("ORGANIZED")
    assert set(stated) == {("市委", "全市大会"), ("市政府", "全市大会")}
    for (organ, _), relation in stated.items():
        assert article.draft.words(relation.evidence[0]) == organ
        assert article.entity(organ).rule == PAIR


def test_a_body_stationed_with_another_is_one_organization() -> None:
    text = "省纪委驻省水利厅纪检组在座谈会上发言，省纪委到会。"
    article = Drafting(text).add("Organization", "省纪委", "省水利厅").add("Event", "座谈会")
    article.relate("SPOKE_AT", "省水利厅", "座谈会").relate("ATTENDED", "省纪委", "座谈会")
    article.draft.relations[1].evidence[0] = find(text, "省纪委", 1)
    organs(article.draft)
    assert set(article.stated("SPOKE_AT")) == {("省纪委驻省水利厅纪检组", "座谈会")}
    assert set(article.stated("ATTENDED")) == {("省纪委", "座谈会")}
    assert sorted(e.name for _, e in article.draft.of_kind("Organization")) == ["省纪委", "省纪委驻省水利厅纪检组"]
    assert article.entity("省纪委").spans == [find(text, "省纪委", 1)]
    assert article.entity("省纪委驻省水利厅纪检组").rule == STATIONED
    assert article.entity("省纪委").rule is None


def test_a_place_within_a_stationed_body_keeps_its_mentions_and_what_rests_on_them() -> None:
    text = "云澜县招商局驻深圳办事处在深圳开座谈会"
    article = Drafting(text).add("Organization", "云澜县招商局").add("Place", "深圳").add("Event", "座谈会")
    article.relate("LOCATED_IN", "座谈会", "深圳").relate("LOCATED_IN", "云澜县招商局", "深圳")
    organs(article.draft)
    body = "云澜县招商局驻深圳办事处"
    stated = article.stated("LOCATED_IN")
    assert stated["座谈会", "深圳"].evidence == [find(text, "座谈会"), find(text, "深圳")]
    assert stated[body, "深圳"].evidence == [find(text, body), find(text, "深圳")]


def test_a_stationed_body_that_is_read_as_a_place_is_an_organization_too() -> None:
    body = "云澜商会驻昆阳办事处"
    article = Drafting(f"座谈会在{body}召开").add("Organization", "云澜商会", "昆阳办事处").add("Place", body)
    organs(article.draft)
    assert [entity.name for _, entity in article.draft.of_kind("Organization")] == [body]


@pytest.mark.parametrize(
    ("text", "read", "title"),
    [("纪检组长", "纪检组长", "组长"), ("纪检组组长", "纪检组组长", "组长"), ("纪检组副组长", "副组长", "副组长")],
)
def test_a_title_that_shares_characters_with_a_stationed_body_belongs_to_it(text: str, read: str, title: str) -> None:
    article = Drafting(f"省纪委驻省水利厅{text}王明到会").add("Organization", "省纪委", "省水利厅").add("Post", read)
    article.add("Person", "王明").relate("HOLDS_POST", "王明", read)
    for stage in stages.STAGES:
        stage(article.draft)
    assert set(article.stated("HOLDS_POST")) == {("王明", title)}
    assert set(article.stated("POST_OF")) == {(title, "省纪委驻省水利厅纪检组")}
    assert article.draft.words(article.draft.relations[0].evidence[1]) == title


def test_a_stationed_bodys_name_has_no_white_space() -> None:
    article = Drafting("省 纪委驻省水利厅纪检组").add("Organization", "省 纪委")
    organs(article.draft)
    assert [entity.name for _, entity in article.draft.of_kind("Organization")] == ["省纪委驻省水利厅纪检组"]


def test_the_organs_of_a_pair_have_their_own_kinds_and_speeches() -> None:
    article = Drafting("会上，市委市政府发言。").add("Organization", "市委市政府").add("Event", "会")
    article.relate("SPOKE_AT", "市委市政府", "会")
    for stage in (organs, stages.kinds, stages.roster):
        stage(article.draft)
    kinds = {entity.name: entity.properties["kind"] for _, entity in article.draft.of_kind("Organization")}
    assert kinds["市委"] != kinds["市政府"]
    assert [spoken.properties["order"] for spoken in article.draft.having("SPOKE_AT")] == [1, 2]


def test_a_pair_with_a_blank_inside_is_cut_beside_it() -> None:
    article = Drafting("市委 市政府召开大会。").add("Organization", "市委 市政府")
    article.draft.entities[0].name = "市委市政府"
    organs(article.draft)
    assert {e.name: [article.text[slice(*span)] for span in e.spans] for e in article.draft.entities} == {
        "市委": ["市委"],
        "市政府": ["市政府"],
    }


def test_the_parts_of_a_pair_join_the_same_organs_elsewhere() -> None:
    article = Drafting(TEXT).add("Organization", "市委市政府").add("Organization", "市委")
    article.entity("市委").spans = article.entity("市委").spans[1:]
    organs(article.draft)
    assert sorted(entity.name for _, entity in article.draft.of_kind("Organization")) == ["市委", "市政府"]
    assert len(article.entity("市委").spans) == 2


def test_what_names_no_organization_goes() -> None:
    article = Drafting(TEXT).add("Organization", "单位", "澄政", "王明", "市委").add("Person", "王明")
    organs(article.draft)
    assert [entity.name for _, entity in article.draft.of_kind("Organization")] == ["市委"]
    assert [entity.name for _, entity in article.draft.of_kind("Person")] == ["王明"]
