"""What most of a list takes part in, the rest takes part in."""

import pytest

from loaders.extraction.sharing import DISCOUNT, enumerations
from tests.loaders.extraction.drafts import Drafting

LIST = "王明主持春季例会。县领导李华、张强、县住建局局长赵刚参加。"


def roster(*known: str, text: str = LIST, event: str = "春季例会") -> Drafting:
    article = Drafting(text).add("Person", "王明", "李华", "张强", "赵刚").add("Event", "春季例会", "参加")
    article.add("Organization", "县住建局").add("Post", "局长")
    for name in known:
        article.relate("ATTENDED", name, event)
    enumerations(article.draft)
    return article


def test_a_missing_member_is_added_with_less_confidence_and_the_rules_name() -> None:
    article = roster("李华", "张强")
    added = article.stated("ATTENDED")["赵刚", "春季例会"]
    assert added.rule == "attended.enumeration"
    assert added.confidence == pytest.approx(DISCOUNT * 0.9)
    assert added.evidence[0] == article.entity("赵刚").spans[0]
    assert ("王明", "春季例会") not in article.stated("ATTENDED")


@pytest.mark.parametrize("known", [(), ("李华",), ("王明",)])
def test_one_of_a_list_says_nothing_of_the_others(known: tuple[str, ...]) -> None:
    assert len(roster(*known).stated("ATTENDED")) == len(known)


def test_another_sentence_is_another_list() -> None:
    assert len(roster("李华", "张强", text=LIST.replace("、县住建局", "参加。县住建局")).stated("ATTENDED")) == 2


def test_who_is_busy_elsewhere_is_not_added() -> None:
    article = Drafting(LIST).add("Person", "王明", "李华", "张强", "赵刚").add("Event", "春季例会", "参加")
    article.add("Organization", "县住建局").add("Post", "局长")
    for name, event in (("李华", "春季例会"), ("张强", "春季例会"), ("赵刚", "参加")):
        article.relate("ATTENDED", name, event)
    enumerations(article.draft)
    assert ("赵刚", "春季例会") not in article.stated("ATTENDED")


def test_organizations_share_speeches_and_people_attendance_too() -> None:
    article = Drafting("县财政局、县住建局、澜口镇在春季例会上发言。").add("Event", "春季例会")
    article.add("Organization", "县财政局", "县住建局", "澜口镇")
    for name in ("县财政局", "县住建局"):
        article.relate("SPOKE_AT", name, "春季例会").relate("ATTENDED", name, "春季例会")
    enumerations(article.draft)
    assert article.stated("SPOKE_AT")["澜口镇", "春季例会"].rule == "spoke_at.enumeration"
    assert ("澜口镇", "春季例会") not in article.stated("ATTENDED")


@pytest.mark.parametrize("near", [slice(0, 15), slice(-15, None)])
def test_in_a_long_list_those_nearest_to_the_verb_speak_for_all(near: slice) -> None:
    """The reader sees no more than a window at a time; the verb of a list stands before or after it."""
    names = [f"王{a}{b}" for a in "一二三四五六七八" for b in "甲乙丙丁戊己庚辛"]
    article = Drafting(f"春季例会召开，{'、'.join(names)}参加。").add("Person", *names).add("Event", "春季例会")
    for name in names[near]:
        article.relate("ATTENDED", name, "春季例会")
    enumerations(article.draft)
    assert len(article.stated("ATTENDED")) == len(names)


def test_in_a_long_list_some_in_the_middle_speak_for_nobody() -> None:
    names = [f"王{a}{b}" for a in "一二三四五六七八" for b in "甲乙丙丁戊己庚辛"]
    article = Drafting(f"春季例会召开，{'、'.join(names)}参加。").add("Person", *names).add("Event", "春季例会")
    for name in names[20:40]:
        article.relate("ATTENDED", name, "春季例会")
    enumerations(article.draft)
    assert len(article.stated("ATTENDED")) == 20


def test_a_list_of_those_present_was_at_the_event_named_last_before_it() -> None:
    article = Drafting("动员会后召开春季例会。\n参会人员：\n王明　李华\n张强\n请假：赵刚、周平\n吴海在家。")
    article.add("Person", "王明", "李华", "张强", "赵刚", "周平", "吴海").add("Event", "动员会", "春季例会")
    enumerations(article.draft)
    added = article.stated("ATTENDED")
    assert set(added) == {(name, "春季例会") for name in ("王明", "李华", "张强")}
    assert {relation.rule for relation in added.values()} == {"attended.list_of_those_present"}
    assert [article.draft.words(span) for span in added["张强", "春季例会"].evidence] == ["张强", "春季例会"]
