"""Entries of a division of labour."""

import pytest

from loaders.extraction.rules.entries import begin_after, duties, headings, is_helped, opens_entry
from loaders.extraction.rules.enumerations import mask
from tests.loaders.extraction.rules.spans import find, spans


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("王明（县委副书记、县长）：主持县政府全面工作。", True),
        ("分工如下：\n一、王明：负责农业。", True),
        ("副县长王明：负责农业。", True),
        ("王明 副县长、县公安局局长\n负责公安工作。", True),
        ("局党组书记、局长  王明\n主持全面工作。", True),
        ("二、校长助理 王明\n协助校长工作。", True),
        ("副县长王明强调，要抓好春耕。", False),
        ("会议由王明主持：一是听取汇报。", False),
        ("王明主持会议。", False),
        ("王明\n李华", False),
        ("表彰先进教师 王明\n", False),
    ],
)
def test_who_opens_an_entry(text: str, expected: bool) -> None:
    known = mask(text, spans(text, *(word for word in ("副县长", "县公安局局长") if word in text)))
    assert opens_entry(text, known, find(text, "王明")) == expected


def told(text: str) -> list[str]:
    place = begin_after(text, find(text, "王明"))
    return [text[slice(*span)] for span in duties(text, place, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("王明：主持全面工作。分管：县审计局、县统计局。", ["全面工作", "县审计局、县统计局"]),
        ("王明 副县长\n1.负责农业、水利；\n2.联系村：孤山村，包保岳山村。\n", ["农业、水利", "孤山村", "岳山村"]),
        ("王明：协助李华分管工会，负责学籍管理。", ["工会", "学籍管理"]),
        ("王明：主持工作。\n全县上下要努力。\n分管县审计局。", ["工作"]),
        ("王明：要求各地抓好春耕。分管县审计局。", []),
        ("王明\n", []),
        ("王明：联系人：周文斌。主持人：高建军。", []),
        ("王明：负责任地说，今年任务很重。", []),
        ("王明：主持人、各位观众，大家好。", []),
        ("王明：负责修路的是村支书。", []),
        ("王明：牵头单位：县发改局。", []),
        ("王明：联系村：孤山村。", ["孤山村"]),
        ("王明：负责信访，不负责维稳。", ["信访"]),
        ("王明：承担不力的，追究责任。", []),
    ],
)
def test_what_an_entry_tells(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_a_heading_of_duties_on_a_page_of_one_person() -> None:
    text = "王明，县长。\n工作分工：\n主持全面工作。分管县审计局。\n主要经历：\n"
    (place,) = headings(text)
    assert [text[slice(*span)] for span in duties(text, place, len(text))] == ["全面工作", "县审计局"]


def test_who_is_helped() -> None:
    text = "协助王明同志分管工会。李华主持。"
    assert is_helped(text, find(text, "王明"))
    assert not is_helped(text, find(text, "李华"))
