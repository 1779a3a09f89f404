"""Minutes: the meeting of the headline, who presided, spoke, stayed away, where it was."""

from loaders.extraction.minutes import CHAIRED, MINUTED, SPOKE, VENUE, labels, minuted
from tests.loaders.extraction.drafts import Drafting

TEXT = """白马镇党委会议记录（第21次）
时间：2022年10月10日
地点：镇政府小会议室
主持人：书记王明
参会人员：李华、张强
缺席人员：赵刚（在党校学习）、周平
张强：护林员要重新摸底。
李华汇报了防火形势。会议听取了李华的意见。"""


def minutes(text: str = TEXT) -> Drafting:
    article = Drafting(text).add("Person", "王明", "李华", "张强", "赵刚", "周平").add("Post", "书记")
    article.add("Place", "镇政府小会议室")
    minuted(article.draft)
    return article


def test_the_headline_names_the_meeting() -> None:
    article = minutes()
    assert [article.draft.words(span) for span in article.entity("白马镇党委会议").spans] == ["白马镇党委会议"]
    assert article.entity("白马镇党委会议").rule == MINUTED
    again = len(article.draft.entities)
    minuted(article.draft)
    assert len(article.draft.entities) == again


def test_what_is_no_record_names_no_meeting() -> None:
    article = minutes("白马镇党委会议记录工作受表彰\n王明、李华、张强、赵刚、周平参加，书记在镇政府小会议室讲话。")
    assert not article.draft.of_kind("Event")


def test_label_lines() -> None:
    article = minutes()
    for name in ("李华", "张强", "赵刚"):
        article.relate("ATTENDED", name, "白马镇党委会议")
    labels(article.draft)
    assert {pair: r.rule for pair, r in article.stated("CHAIRED").items()} == {("王明", "白马镇党委会议"): CHAIRED}
    assert {pair[0]: r.rule for pair, r in article.stated("SPOKE_AT").items()} == {"张强": SPOKE, "李华": SPOKE}
    assert {pair: r.rule for pair, r in article.stated("LOCATED_IN").items()} == {
        ("白马镇党委会议", "镇政府小会议室"): VENUE
    }
    assert {name for name, _ in article.stated("ATTENDED")} == {"李华", "张强"}


def test_who_was_away_did_not_speak_whatever_is_read_out() -> None:
    article = minutes(TEXT.replace("李华、张强", "李华、张强（请假）") + "\n赵刚（书面意见）：建议缓议。")
    for name in ("张强", "赵刚"):
        article.relate("ATTENDED", name, "白马镇党委会议")
    labels(article.draft)
    assert not {("张强", "白马镇党委会议"), ("赵刚", "白马镇党委会议")} & set(article.stated("ATTENDED"))
    assert {name for name, _ in article.stated("SPOKE_AT")} == {"李华"}


def test_the_absent_may_stand_in_the_line_below() -> None:
    article = minutes(TEXT.replace("缺席人员：赵刚（在党校学习）、周平", "缺席人员：\n赵刚、周平"))
    article.relate("ATTENDED", "赵刚", "白马镇党委会议")
    labels(article.draft)
    assert ("赵刚", "白马镇党委会议") not in article.stated("ATTENDED")


def test_a_name_before_a_colon_may_be_an_item_of_business() -> None:
    article = minutes(TEXT + "\n周平：女，1990年生，同意列为发展对象。")
    labels(article.draft)
    assert ("周平", "白马镇党委会议") not in article.stated("SPOKE_AT")


def test_who_is_quoted_from_elsewhere_did_not_speak() -> None:
    article = minutes(TEXT + "\n会议传达了县委书记王明在县里的讲话。王明强调，要重农。")
    labels(article.draft)
    assert ("王明", "白马镇党委会议") not in article.stated("SPOKE_AT")


def test_of_a_project_somebody_is_the_leader_not_the_chair() -> None:
    article = Drafting("全县例会召开\n项目主持人：王明").add("Person", "王明").add("Event", "全县例会")
    labels(article.draft)
    assert not article.stated("CHAIRED")


def test_a_notice_about_minutes_is_no_record() -> None:
    article = minutes(TEXT.replace("白马镇党委会议记录（第21次）", "关于贯彻全省教育大会纪要的通知"))
    assert not article.draft.of_kind("Event")


def test_of_two_events_none_is_taken_for_that_of_the_labels() -> None:
    text = "本周简讯\n春季例会召开。秋季例会召开。\n主持人：王明"
    article = Drafting(text).add("Person", "王明").add("Event", "春季例会", "秋季例会")
    labels(article.draft)
    assert not article.stated("CHAIRED")
