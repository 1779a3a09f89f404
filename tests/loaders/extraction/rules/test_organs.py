"""What is no organization, and what is two."""

import pytest

from loaders.extraction.rules.organs import is_document_number, is_generic, pair, stationed
from tests.loaders.extraction.rules.spans import find


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("市委市政府", ("市委", "市政府")),
        ("云澜县委县人民政府", ("云澜县委", "县人民政府")),
        ("柳河镇委镇政府", ("柳河镇委", "镇政府")),
    ],
)
def test_a_committee_and_its_government_are_two(name: str, parts: tuple[str, str]) -> None:
    found = pair(name)
    assert found
    assert tuple(name[slice(*span)] for span in found) == parts


@pytest.mark.parametrize("name", ["市委", "市政府", "省委市政府", "县委办公室", "市委市政府办公室"])
def test_one_organ_stays_one(name: str) -> None:
    assert pair(name) is None


@pytest.mark.parametrize(("name", "generic"), [("政府", True), ("单位", True), ("市政府", False), ("云澜县", False)])
def test_words_for_a_class(name: str, generic: bool) -> None:
    assert is_generic(name) is generic


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("澄政发〔2011〕59号", True),
        ("澄政办[2020]3号", True),
        ("澄政﹝２０１１﹞第５９号", True),
        ("澄政发展集团", False),
        ("澄政（筹）", False),
        ("澄政（2023）年度报告", False),
    ],
)
def test_the_organ_of_a_documents_number(text: str, number: bool) -> None:
    assert is_document_number(text, (0, 2)) is number


@pytest.mark.parametrize(
    ("text", "left", "whole"),
    [
        ("省纪委驻省水利厅纪检组组长王明到会", "省纪委", "省纪委驻省水利厅纪检组"),
        ("云澜县驻深圳办事处来电", "云澜县", "云澜县驻深圳办事处"),
        ("云澜县驻深圳记者报道，办事处来电", "云澜县", None),
        ("工作队进驻柳河镇工作组", "云澜县", None),
        ("省纪委派驻省水利厅纪检组组长王明到会", "省纪委", "省纪委派驻省水利厅纪检组"),
        ("县委驻扎西乡工作组到会", "县委", "县委驻扎西乡工作组"),
        ("省纪委派驻省水利厅纪检组到会", "省纪委派驻省水利厅", "省纪委派驻省水利厅纪检组"),
        ("县委驻柳河镇工作组到会", "县委驻柳河镇工作组", None),
        ("省纪委驻省住房和城乡建设厅纪检组到会", "省纪委", "省纪委驻省住房和城乡建设厅纪检组"),
        ("省纪委驻省直机关纪检组织到会", "省纪委", None),
        ("新华社驻江苏记者走进大庙街道办事处", "新华社", None),
        ("新华社驻江苏分社走进大庙街道办事处", "新华社", None),
        ("县委驻柳河镇干部到大庙街道办事处调研", "县委", None),
        ("云澜县驻军和大庙街道办事处", "云澜县", None),
        ("县公安局驻守路口的检查工作站", "县公安局", None),
    ],
)
def test_a_body_stationed_with_another_is_named_from_its_organ_to_its_last_word(
    text: str, left: str, whole: str | None
) -> None:
    names = [find(text, left)] if left in text else []
    assert [text[slice(*span)] for span in stationed(text, names)] == ([whole] if whole else [])
