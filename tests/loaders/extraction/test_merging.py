"""Short forms become one entity with the fuller name of the article."""

from loaders.extraction.merging import names
from tests.loaders.extraction.drafts import Drafting


def test_a_short_form_joins_the_full_name_and_its_relations_follow() -> None:
    article = Drafting("云澜县教育局召开春季例会。会上，教育局通报情况。")
    article.add("Organization", "云澜县教育局", "教育局").add("Event", "春季例会").relate(
        "SPOKE_AT", "教育局", "春季例会"
    )
    names(article.draft)
    assert [entity.name for entity in article.draft.entities] == ["云澜县教育局", "春季例会"]
    full = article.entity("教育局")
    assert full.aliases == {"教育局"}
    assert [article.text[slice(*span)] for span in full.spans] == ["云澜县教育局", "教育局", "教育局"]
    assert list(article.stated("SPOKE_AT")) == [("云澜县教育局", "春季例会")]


def test_a_chain_of_short_forms_ends_at_the_fullest() -> None:
    article = Drafting("教育局、县教育局和云澜县教育局").add("Organization", "教育局", "县教育局", "云澜县教育局")
    names(article.draft)
    assert [entity.name for entity in article.draft.entities] == ["云澜县教育局"]
    assert article.draft.entities[0].aliases == {"教育局", "县教育局"}


def test_what_fits_two_stays_by_itself() -> None:
    article = Drafting("市教育局、县教育局参加，教育局发言").add("Organization", "市教育局", "县教育局", "教育局")
    names(article.draft)
    assert len(article.draft.entities) == 3


def test_a_place_does_not_join_an_organization() -> None:
    article = Drafting("大庙街道孤山村和孤山村村委会").add("Organization", "大庙街道孤山村").add("Place", "孤山村")
    names(article.draft)
    assert len(article.draft.entities) == 2


def test_what_is_related_twice_then_is_related_once_the_surer_way() -> None:
    article = (
        Drafting("云澜县教育局汇报，教育局在例会上发言")
        .add("Organization", "云澜县教育局", "教育局")
        .add("Event", "例会")
    )
    article.relate("SPOKE_AT", "云澜县教育局", "例会", 0.6).relate("SPOKE_AT", "教育局", "例会", 0.9)
    names(article.draft)
    assert [(pair, each.confidence) for pair, each in article.stated("SPOKE_AT").items()] == [
        (("云澜县教育局", "例会"), 0.9)
    ]
    (relation,) = article.draft.having("SPOKE_AT")
    assert [article.draft.words(span) for span in relation.evidence] == ["教育局", "例会", "云澜县教育局"]


def test_nothing_is_related_to_itself() -> None:
    article = Drafting("大庙街道孤山村和孤山村").add("Place", "大庙街道孤山村", "孤山村")
    article.relate("LOCATED_IN", "孤山村", "大庙街道孤山村")
    names(article.draft)
    assert article.draft.relations == []
