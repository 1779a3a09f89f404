"""该镇 is the town before it, 我县 the county of the article; what points nowhere is nobody."""

import pytest

from loaders.extraction.anaphora import anaphora
from tests.loaders.extraction.drafts import Drafting
from tests.loaders.extraction.rules.spans import find

TEXT = "柳河镇召开推进会。该镇要抓好落实。青石镇也到会，该镇发言。"


def names(article: Drafting, kind: str) -> list[str]:
    return sorted(entity.name for _, entity in article.draft.of_kind(kind))


def test_a_pointer_takes_its_mentions_and_relations_home() -> None:
    text = "柳河镇召开推进会。该镇发言。"
    article = Drafting(text).add("Organization", "柳河镇", "该镇").add("Event", "推进会")
    article.relate("SPOKE_AT", "该镇", "推进会")
    anaphora(article.draft)
    assert names(article, "Organization") == ["柳河镇"]
    assert set(article.stated("SPOKE_AT")) == {("柳河镇", "推进会")}
    assert [text[slice(*span)] for span in article.entity("柳河镇").spans] == ["柳河镇", "该镇"]
    assert article.entity("柳河镇").forms == {"柳河镇"}
    assert article.entity("柳河镇").rule is None


def test_a_pointer_means_another_town_in_another_place() -> None:
    article = (
        Drafting(TEXT).add("Organization", "柳河镇", "青石镇", "该镇").add("Event", "推进会").add("Matter", "落实")
    )
    article.relate("RESPONSIBLE_FOR", "该镇", "落实").relate("SPOKE_AT", "该镇", "推进会")
    article.draft.relations[1].evidence[0] = find(TEXT, "该镇", 1)
    anaphora(article.draft)
    assert names(article, "Organization") == ["柳河镇", "青石镇"]
    assert set(article.stated("SPOKE_AT")) == {("青石镇", "推进会")}
    assert set(article.stated("RESPONSIBLE_FOR")) == {("柳河镇", "落实")}
    assert [TEXT[slice(*span)] for span in article.entity("青石镇").spans] == ["青石镇", "该镇"]


@pytest.mark.parametrize("name", ["该局", "学校"])
def test_a_pointer_that_means_nothing_is_nobody(name: str) -> None:
    none = Drafting(f"会议要求{name}抓好落实。").add("Organization", name).add("Event", "会议")
    none.relate("ATTENDED", name, "会议")
    anaphora(none.draft)
    assert names(none, "Organization") == []
    assert none.draft.relations == []


def test_the_school_is_the_one_named() -> None:
    article = Drafting("学校开展研学\n云澜县第四中学组织研学，学校党委到会。").add(
        "Organization", "云澜县第四中学", "学校"
    )
    anaphora(article.draft)
    assert names(article, "Organization") == ["云澜县第四中学"]


def test_schools_among_classes_are_nobody() -> None:
    article = (
        Drafting("县四中开会。学校、医院、社区要落实责任。").add("Organization", "县四中", "学校").add("Matter", "落实")
    )
    article.relate("RESPONSIBLE_FOR", "学校", "落实")
    anaphora(article.draft)
    assert names(article, "Organization") == ["县四中"]
    assert article.draft.relations == []


def test_a_town_named_as_a_place_gives_the_organization_its_name() -> None:
    article = Drafting("王明到柳河镇调研，要求该镇抓好落实。").add("Place", "柳河镇").add("Organization", "该镇")
    anaphora(article.draft)
    assert names(article, "Organization") == names(article, "Place") == ["柳河镇"]


def test_our_county_is_the_one_that_speaks() -> None:
    article = Drafting("我县召开推进会。").add("Organization", "我县")
    article.draft.place = "云澜县"
    anaphora(article.draft)
    assert names(article, "Organization") == ["云澜县"]
    assert article.entity("云澜县").rule == "organization.pointer"


def test_our_town_may_be_a_subdistrict() -> None:
    article = Drafting("我街道召开推进会。").add("Organization", "我街道")
    article.draft.place = "大庙街道"
    anaphora(article.draft)
    assert names(article, "Organization") == ["大庙街道"]


def test_our_city_is_none_that_only_visits() -> None:
    for place in (None, "云澜县"):
        article = Drafting("青石市考察团来我市，青石市长讲话。").add("Place", "青石市", "我市")
        article.draft.place = place
        anaphora(article.draft)
        assert names(article, "Place") == ["我市", "青石市"]


def test_our_bureau_is_the_only_one_named_or_stays() -> None:
    one = Drafting("县水利局召开推进会，我局干部到会。").add("Organization", "县水利局", "我局")
    anaphora(one.draft)
    assert names(one, "Organization") == ["县水利局"]
    two = Drafting("县水利局和县农业局来我局调研。").add("Organization", "县水利局", "县农业局", "我局")
    anaphora(two.draft)
    assert names(two, "Organization") == ["县农业局", "县水利局", "我局"]
