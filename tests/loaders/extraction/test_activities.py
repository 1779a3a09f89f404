"""Diaries: a leader's days, told without a subject."""

from loaders.extraction.activities import RULE, diaries
from tests.loaders.extraction.drafts import Drafting

ONE = """县长王明一周活动（3月13日—3月19日）
3月13日上午，主持召开春季例会，李华参加。
3月14日，出席开幕式并致辞。
3月15日，李华主持座谈会。"""


def test_the_one_of_the_headline_was_there() -> None:
    article = Drafting(ONE).add("Person", "王明", "李华").add("Event", "春季例会", "开幕式", "座谈会")
    diaries(article.draft)
    assert set(article.stated("ATTENDED")) == {("王明", "春季例会"), ("王明", "开幕式")}
    assert set(article.stated("CHAIRED")) == {("王明", "春季例会")}
    assert set(article.stated("SPOKE_AT")) == {("王明", "开幕式")}
    added = article.stated("ATTENDED")["王明", "开幕式"]
    assert added.rule == RULE
    assert [article.draft.words(span) for span in added.evidence] == ["王明", "开幕式"]


def test_of_several_each_has_the_days_below_the_name() -> None:
    text = "县领导一周活动\n县长  王明\n3月13日，参加春季例会。\n副县长  李华\n3月14日，参加开幕式。\n"
    article = Drafting(text).add("Person", "王明", "李华").add("Event", "春季例会", "开幕式").add("Post", "副县长")
    diaries(article.draft)
    assert set(article.stated("ATTENDED")) == {("王明", "春季例会"), ("李华", "开幕式")}


def test_news_about_activities_is_no_diary() -> None:
    for title in ("王明出席一周年活动", "王明参加植树活动"):
        article = Drafting(f"{title}\n3月13日，春季例会召开。").add("Person", "王明").add("Event", "春季例会")
        diaries(article.draft)
        assert not article.stated("ATTENDED")


def test_what_others_did_is_not_the_leaders() -> None:
    lines = (
        "3月15日，县政府主持召开春季例会，县直单位负责人作部署。",
        "3月16日，未参加春季例会。",
        "3月16日，派县政府参加春季例会。",
        "3月17日，副县长李华主持座谈会。会后举行了春季例会。",
    )
    for line in lines:
        article = Drafting(f"县长王明一周活动\n{line}").add("Person", "王明", "李华").add("Event", "春季例会")
        article.add("Organization", "县政府")
        diaries(article.draft)
        assert not article.stated("ATTENDED"), line


def test_a_headline_may_give_the_title_alone() -> None:
    text = (
        "县委书记一周政务活动（4月8日—4月14日）\n4月8日（星期一）\n上午，县委书记王明主持召开春季例会，县长李华出席。\n"
        "4月9日\n上午，王明会见客商。下午，参加开幕式。\n4月10日\n上午，李华会见客商。下午，参加座谈会。\n"
    )
    article = Drafting(text).add("Person", "王明", "李华").add("Event", "春季例会", "座谈会", "开幕式")
    diaries(article.draft)
    assert ("王明", "开幕式") in article.stated("ATTENDED")
    assert not {("王明", "座谈会"), ("李华", "座谈会")} & set(article.stated("ATTENDED"))
