"""Titles after names, and titles that several people may hold at once."""

import pytest

from loaders.extraction.rules.offices import is_planned, is_shared, title_after, title_given, titles_also, titles_now
from tests.loaders.extraction.rules.spans import find


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("冷松副局长介绍情况", "副局长"),
        ("王明党委书记讲话", "党委书记"),
        ("李华所长", "所长"),
        ("赵强委员长主持", "委员长"),
        ("赵强会长期待合作", "会长"),
    ],
)
def test_a_title_after_a_name(text: str, title: str) -> None:
    found = title_after(text, 2)
    assert found
    assert text[slice(*found)] == title


@pytest.mark.parametrize(
    "text",
    [
        "王明主任助理到会",
        "王明书记办公会",
        "王明主任医师坐诊",
        "王明副主任法医师到场",
        "王明主任委员讲话",
        "王明书记员宣读",
        "王明主席令",
        "王明会长期关注",
        "王明院长期合作",
        "王明局长期以来",
        "王明会长大后",
        "王明队长袖善舞",
        "王明主持会议",
        "王明",
    ],
)
def test_what_follows_a_name_and_is_no_title(text: str) -> None:
    assert title_after(text, 2) is None


@pytest.mark.parametrize(
    ("title", "shared"),
    [
        ("副主席", True),
        ("常委", True),
        ("人大代表", True),
        ("局长", False),
        ("校长", False),
        ("主任委员", False),
        ("委员", True),
    ],
)
def test_what_several_may_hold_at_once(title: str, shared: bool) -> None:
    assert is_shared(title) is shared


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("会议选举王明为县政协主席。", "主席"),
        ("决定任命王明同志为县人大常委会副主任", "副主任"),
        ("王明当选县花椒协会会长。", "会长"),
        ("免去王明的县水利局局长职务", "局长"),
        ("免去王明同志县委书记职务", "书记"),
        ("任命：\n李华为县长；\n王明为县水利局局长；", "局长"),
        ("免去：\n李华的县长职务；\n王明的县水利局局长职务。", "局长"),
    ],
)
def test_a_title_that_somebody_is_brought_into_or_out_of(text: str, title: str) -> None:
    start = text.index("王明")
    found = title_given(text, (start, start + 2))
    assert found
    assert text[slice(*found)] == title


@pytest.mark.parametrize(
    "text",
    [
        "提名王明为县政协主席候选人",
        "称王明为老书记",
        "王明当选全国劳动模范。",
        "免去王明的学费",
        "选举王明、李华为副主任",
        "任命王明为期三年",
        "不同意免去王明的县水利局局长职务",
        "如果王明当选县长，",
    ],
)
def test_who_is_not_brought_into_an_office(text: str) -> None:
    start = text.index("王明")
    assert title_given(text, (start, start + 2)) is None


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("王明，男，1978年5月生，现任县教育局党组书记、局长，拟任县委宣传部副部长。", ["党组书记", "局长"]),
        ("王明，现任柳河镇党委副书记、镇长。", ["党委副书记", "镇长"]),
        ("王明，曾任县水利局局长。", []),
        ("王明的儿子现任县教育局局长。", []),
        ("王明毕业后分配到县水利局，同学张强现任县财政局局长。", []),
        ("会上，王明说，现任局长很忙。", []),
    ],
)
def test_the_titles_that_somebody_holds_now(text: str, titles: list[str]) -> None:
    start = text.index("王明")
    found = titles_now(text, (0, len(text)), (start, start + 2))
    assert [text[slice(*span)] for span in found] == titles


@pytest.mark.parametrize(
    ("text", "planned"),
    [
        ("拟任县委宣传部常务副部长", True),
        ("拟提名为县司法局、县信访局副部长", True),
        ("推选王明为县司法局副部长人选", True),
        ("现任县委宣传部副部长", False),
        ("拟任县委书记，现任宣传部副部长", False),
        ("曾任县司法局副部长", True),
        ("如果王明当选宣传部副部长", True),
        ("网传王明将任宣传部副部长", True),
        ("曾任局长，现任宣传部副部长", False),
        ("拟定方案的县委宣传部副部长", False),
    ],
)
def test_who_is_only_meant_for_a_title(text: str, planned: bool) -> None:
    end = text.index("副部长") + 3
    assert is_planned(text, (end - 3, end)) == planned


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("王明任县水利局局长，兼任县河长办主任；", "王明 主任"),
        ("王明,党组成员.负责农业,兼任专班办公室主任.", "王明 主任"),
        ("王明任副县长，李华分管水利，任工作组组长。", "李华 组长"),
        ("王明负责防汛，任县防汛办副主任、柳河镇工作组组长。", "王明 副主任 组长"),
        ("王明，1978年5月生，现任县水利局局长。", "王明 局长"),
        ("王明1998年参加工作，任乡团委书记。", ""),
        ("王明曾在乡镇工作，任乡团委书记。", ""),
        ("王明要求，任务到人，县长负总责。", ""),
        ("免去王明的局长职务，任命李华为局长。", ""),
        ("王明说，担任局长以来压力很大。", ""),
        ("王明到会。\n会议由副县长主持，兼任秘书长。", ""),
    ],
)
def test_a_further_clause_tells_of_a_further_office(text: str, found: str) -> None:
    names = sorted(find(text, name) for name in ("王明", "李华") if name in text)
    told = [(text[slice(*name)], text[slice(*title)]) for name, title in titles_also(text, names)]
    assert " ".join([*dict.fromkeys(name for name, _ in told), *(title for _, title in told)]) == found
