"""Pairs of organs are cut in two; classes, numbers of documents and people are no organizations."""

from loaders.extraction import stages
from loaders.extraction.organs import organs
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
