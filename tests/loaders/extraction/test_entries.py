"""Duties in a division of labour belong to the person of the entry."""

from loaders.extraction.entries import RULE, entries
from tests.loaders.extraction.drafts import Drafting

TEXT = (
    "分工如下：\n王明（县长）：主持全面工作。分管：县审计局。\n李华 副县长\n负责教育工作。\n联系县税务局。\n全县努力。"
)


def drafted() -> Drafting:
    article = Drafting(TEXT).add("Person", "王明", "李华").add("Post", "县长", "副县长")
    return article.add("Matter", "主持全面工作", "县审计局", "教育工作", "县税务局").relate(
        "RESPONSIBLE_FOR", "王明", "主持全面工作"
    )


def test_later_sentences_of_an_entry_are_of_its_person() -> None:
    article = drafted()
    entries(article.draft)
    found = article.stated("RESPONSIBLE_FOR")
    assert set(found) == {
        ("王明", "主持全面工作"),
        ("王明", "县审计局"),
        ("李华", "教育工作"),
        ("李华", "县税务局"),
    }
    added = found["李华", "县税务局"]
    assert added.rule == RULE
    assert [article.draft.words(span) for span in added.evidence] == ["李华", "县税务局"]


def test_what_somebody_answers_for_already_is_left() -> None:
    article = drafted().relate("RESPONSIBLE_FOR", "李华", "县审计局")
    entries(article.draft)
    assert ("王明", "县审计局") not in article.stated("RESPONSIBLE_FOR")


def test_what_the_reader_hardly_sees_is_no_matter() -> None:
    article = drafted()
    article.entity("县税务局").score = 0.1
    entries(article.draft)
    assert ("李华", "县税务局") not in article.stated("RESPONSIBLE_FOR")
