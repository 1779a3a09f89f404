"""Entries of a division of labour."""

import pytest

from loaders.extraction.rules.entries import goes_on, opens_entry, told_without_subject
from loaders.extraction.rules.enumerations import mask
from tests.loaders.extraction.rules.spans import find, spans


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("王明（县委副书记、县长）：主持县政府全面工作。", True),
        ("分工如下：\n一、王明：负责农业。", True),
        ("副县长王明：负责农业。", True),
        ("王明 副县长、县公安局局长\n负责公安工作。", True),
        ("副县长王明强调，要抓好春耕。", False),
        ("会议由王明主持：一是听取汇报。", False),
        ("王明主持会议。", False),
        ("王明\n李华", False),
    ],
)
def test_who_opens_an_entry(text: str, expected: bool) -> None:
    known = mask(text, spans(text, *(word for word in ("副县长", "县公安局局长") if word in text)))
    assert opens_entry(text, known, find(text, "王明")) == expected


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("王明：主持工作。分管县审计局。", "分管"),
        ("王明：主持工作。负责农业，联系县审计局。", "联系"),
        ("王明：主持工作。\n分管：县审计局。", "分管"),
        ("王明：主持工作。协助李华同志分管县审计局。", "协助"),
        ("王明：主持工作。（二）同时负责县审计局。", "（二）"),
        ("李华分管县审计局。", None),
        ("要求：县审计局加强监督。", None),
        ("县审计局负责。", None),
    ],
)
def test_a_duty_without_its_subject(text: str, clause: str | None) -> None:
    found = told_without_subject(text, find(text, "县审计局"))
    assert (None if found is None else text[found:].startswith(clause or "")) == (None if clause is None else True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("王明：主持工作。分管县审计局。", True),
        ("王明（县长）\n负责农业。\n分管县审计局。", True),
        ("王明：主持工作。\n全县上下要努力。\n分管县审计局。", False),
        ("王明：主持工作。李华：负责农业。分管县审计局。", False),
        ("王明：协助李华负责农业。分管县审计局。", True),
    ],
)
def test_how_far_an_entry_goes(text: str, expected: bool) -> None:
    others = spans(text, "李华") if "李华" in text else []
    assert goes_on(text, find(text, "王明"), text.index("分管县审计局"), others) == expected
