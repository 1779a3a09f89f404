"""Parts of names are no entities."""

from loaders.extraction.nesting import parts
from tests.loaders.extraction.drafts import Drafting


def names(article: Drafting) -> set[str]:
    return {entity.name for entity in article.draft.entities}


def test_parts_of_an_organizations_name_go_with_their_relations() -> None:
    article = Drafting("云澜县人民法院在金湖广场普法，王明讲话。").add("Organization", "云澜县人民法院", "法院")
    article.add("Place", "云澜县", "金湖广场").add("Person", "王明").add("Event", "普法")
    article.relate("LOCATED_IN", "法院", "金湖广场").relate("LOCATED_IN", "普法", "金湖广场").relate(
        "SPOKE_AT", "王明", "普法"
    )
    parts(article.draft)
    assert names(article) == {"云澜县人民法院", "金湖广场", "王明", "普法"}
    assert list(article.stated("LOCATED_IN")) == [("普法", "金湖广场")]
    assert list(article.stated("SPOKE_AT")) == [("王明", "普法")]


def test_what_stands_alone_too_stays() -> None:
    article = Drafting("云澜县人民法院到云澜县普法").add("Organization", "云澜县人民法院").add("Place", "云澜县")
    parts(article.draft)
    assert names(article) == {"云澜县人民法院", "云澜县"}


def test_a_person_within_an_organizations_name_stays() -> None:
    article = Drafting("王明工作室开放").add("Organization", "王明工作室").add("Person", "王明")
    parts(article.draft)
    assert names(article) == {"王明工作室", "王明"}
