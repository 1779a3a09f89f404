"""Duties in a division of labour belong to the person of the entry."""

from loaders.extraction.entries import RULE, TABLED, entries
from tests.loaders.extraction.drafts import Drafting

TEXT = (
    "分工如下：\n王明（县长）：主持全面工作。分管：县审计局。\n李华 副县长\n负责教育工作。\n联系县税务局。\n全县努力。"
)


def drafted() -> Drafting:
    article = Drafting(TEXT).add("Person", "王明", "李华").add("Post", "县长", "副县长")
    return article.add("Matter", "主持全面工作", "教育工作").relate("RESPONSIBLE_FOR", "王明", "主持全面工作")


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
    assert (article.entity("县税务局").rule, article.entity("教育工作").rule) == (RULE, None)


def test_the_one_who_is_helped_does_not_answer_for_it() -> None:
    article = Drafting("王明：负责农业。\n李华：协助王明分管县审计局。").add("Person", "王明", "李华")
    article.add("Matter", "县审计局").relate("RESPONSIBLE_FOR", "王明", "县审计局")
    article.draft.relations[0].evidence[0] = (article.text.rindex("王明"), article.text.rindex("王明") + 2)
    entries(article.draft)
    assert set(article.stated("RESPONSIBLE_FOR")) == {("王明", "农业"), ("李华", "县审计局")}


def test_what_is_a_part_of_the_duty_does_not_answer_for_it() -> None:
    article = Drafting("王明（县长）：分管县审计局、县统计局。").add("Person", "王明").add("Organization", "县审计局")
    article.add("Matter", "县统计局").relate("RESPONSIBLE_FOR", "县审计局", "县统计局")
    entries(article.draft)
    assert {pair[0] for pair in article.stated("RESPONSIBLE_FOR")} == {"王明"}


def test_on_the_page_of_one_person_what_stands_under_the_heading_is_theirs() -> None:
    text = "县长王明\n工作分工：\n主持全面工作。分管县审计局。\n"
    article = Drafting(text).add("Person", "王明")
    entries(article.draft)
    assert set(article.stated("RESPONSIBLE_FOR")) == {("王明", "全面工作"), ("王明", "县审计局")}
    two = Drafting(text + "李华\n").add("Person", "王明", "李华")
    entries(two.draft)
    assert not two.stated("RESPONSIBLE_FOR")


def test_in_an_interview_nobody_opens_an_entry() -> None:
    for text in ("记者：您怎么看？\n王明：负责农业。", "王明：负责农业。\n王明：联系孤山村。"):
        article = Drafting(text).add("Person", "王明")
        entries(article.draft)
        assert not article.stated("RESPONSIBLE_FOR")


def test_the_cells_of_a_row_are_of_the_one_it_names() -> None:
    article = Drafting("姓名\t职务\t分管科室\n王明\t院长\t财务科\n李华\t副院长\t护理部、医保办")
    article.add("Person", "王明", "李华").add("Organization", "财务科", "护理部", "医保办")
    entries(article.draft)
    found = article.stated("RESPONSIBLE_FOR")
    assert set(found) == {("王明", "财务科"), ("李华", "护理部、医保办")}
    assert all(r.rule == TABLED and r.properties == {"kind": "duty", "verb": "分管"} for r in found.values())


def test_emergencies_are_no_demand() -> None:
    article = Drafting("王明（副县长）：负责应急管理、防灾减灾救灾工作。").add("Person", "王明")
    entries(article.draft)
    assert list(article.stated("RESPONSIBLE_FOR")) == [("王明", "应急管理、防灾减灾救灾工作")]


def test_the_one_who_is_helped_is_no_part_of_the_matter() -> None:
    article = Drafting("李华（副县长）：协助县长分管县审计局。").add("Person", "李华").add("Matter", "县长分管县审计局")
    entries(article.relate("RESPONSIBLE_FOR", "李华", "县长分管县审计局").draft)
    assert list(article.stated("RESPONSIBLE_FOR")) == [("李华", "县审计局")]


def test_a_heading_of_a_table_is_no_duty() -> None:
    article = Drafting("姓名\t职务\t联系工作\n王明\t院长\t财务科\n县领导王明还负责护理")
    article.add("Person", "王明").add("Matter", "工作", "护理").relate("RESPONSIBLE_FOR", "王明", "工作")
    entries(article.relate("RESPONSIBLE_FOR", "王明", "护理").draft)
    assert set(article.stated("RESPONSIBLE_FOR")) == {("王明", "财务科"), ("王明", "护理")}
