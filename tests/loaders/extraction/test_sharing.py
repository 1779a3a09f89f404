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
