"""Registers: posts set out beside names, in brackets, in columns, over lists."""

import pytest

from loaders.extraction.rules.enumerations import mask
from loaders.extraction.rules.registers import titles_beside, under_headings
from tests.loaders.extraction.rules.spans import find, spans


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("王明  市委副书记、市长\n李华", ["副书记", "市长"]),
        ("王明（女）\t县城管局局长", ["局长"]),
        ("列席：王明（财政所所长）、李华", ["所长"]),
        ("王明（县委常委、副县长）", ["常委", "副县长"]),
        ("王明  男，1966年12月生，初中文化，柳行村党支部书记、村委会主任\n", ["党支部书记", "主任"]),
        ("1.王明，女，1970年生，现任县教育局局长，拟任县委委员。", ["局长"]),
        ("王明　县委副书记　　李华　县长\n", ["副书记"]),
        ("王明\t县长\t李华\t副县长\n", ["县长"]),
        ("王明（校医室负责人）", ["负责人"]),
        ("王明  县长李华出席", []),
        ("王明（县长李华的秘书）", []),
        ("王明（女）", []),
        ("王明 男，1966年生，曾任县长。", []),
        ("王明 出席会议并讲话的局长\n", []),
        ("会上，王明，男，30岁，县劳动局局长。", []),
        ("王明（拟任副县长）", []),
        ("王明（曾任县水利局局长）", []),
        ("王明（冒充县长）", []),
        ("王明，男，1980年5月生，无业，冒充县教育局局长", []),
        ("王明　举报县水利局局长\n", []),
        ("王明（县长助理）", ["县长助理"]),
    ],
)
def test_the_titles_beside_a_name(text: str, titles: list[str]) -> None:
    assert [text[slice(*span)] for span in titles_beside(text, find(text, "王明"))] == titles


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("副镇长（按姓氏笔画为序）：\n    王明\n    李华（女）\n总监票人赵刚宣读", [("副镇长", ["王明", "李华"])]),
        ("书记：王明\n副书记：李华  赵刚\n", [("书记", ["王明"]), ("副书记", ["李华", "赵刚"])]),
        ("总河长：王明  县委书记\n        李华  县长\n责任单位：县水利局", [("总河长", ["王明", "李华"])]),
        ("副组长：王明（县长）  李华（县委书记）\n赵刚（县长）\n", [("副组长", ["王明", "李华", "赵刚"])]),
        ("镇长：“王明说得对。”", []),
        ("会议强调，镇长：王明", []),
        ("联系人：王明", []),
        ("拟任副镇长：王明、李华", []),
        ("历任校长：王明、李华", []),
        ("优秀班主任：王明、李华", []),
        ("各位班主任：\n王明、李华两位老师将介绍经验。", []),
        ("镇长：王明、李华家的路坏了", []),
        ("县委书记：王明、李华（B角）", [("书记", ["王明"])]),
        ("副镇长：王明、李华等5人。", [("副镇长", ["王明", "李华"])]),
    ],
)
def test_a_post_over_a_list_of_names(text: str, expected: list[tuple[str, list[str]]]) -> None:
    names = sorted(spans(text, *(name for name in ("王明", "李华", "赵刚") if name in text)))
    known = mask(text, spans(text, *(post for post in ("县委书记", "县长") if post in text)))
    found = [
        (text[slice(*title)], [text[slice(*name)] for name in listed])
        for title, listed in under_headings(text, known, names)
    ]
    assert found == expected
