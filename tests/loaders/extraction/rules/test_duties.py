"""Standing duties and tasks."""

import pytest

from loaders.extraction.rules.duties import told
from tests.loaders.extraction.rules.spans import find


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("王明负责防汛工作", "防汛工作"),
        ("王明分管防汛工作，要求很高", "防汛工作"),
        ("由王明牵头，推进防汛工作", "防汛工作"),
        ("防汛工作由王明负责", "防汛工作"),
        ("王明对负责防汛工作", "负责防汛工作"),
        ("王明是防汛工作责任人", "责任人"),
        ("王明主持县政府全面工作", "县政府全面工作"),
        ("清淤由李华、王明组织实施", "清淤"),
        ("王明为清水河责任人", "清水河"),
    ],
)
def test_duties(text: str, matter: str) -> None:
    assert told(text, find(text, "王明"), find(text, matter)).kind == "duty"


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("王明要抓好防汛工作", "防汛工作"),
        ("希望王明抓好防汛工作", "防汛工作"),
        ("王明要牵头做好防汛工作", "防汛工作"),
        ("要求王明做好防汛工作", "防汛工作"),
        ("责成王明做好防汛工作，李华负责", "防汛工作"),
    ],
)
def test_tasks(text: str, matter: str) -> None:
    assert told(text, find(text, "王明"), find(text, matter)).kind == "task"


def test_words_far_away_do_not_decide() -> None:
    text = "王明" + "要" + "说明情况，" * 30 + "并负责防汛工作"
    assert told(text, find(text, "王明"), find(text, "防汛工作")).kind == "duty"


@pytest.mark.parametrize(
    ("text", "matter", "verb"),
    [
        ("王明（县长）：主持县政府全面工作", "县政府全面工作", "主持"),
        ("王明负责农业，分管县水利局", "县水利局", "分管"),
        ("王明分管县水利局，联系县气象局", "县气象局", "联系"),
        ("王明协助李华分管县审计局", "县审计局", "协助"),
        ("清淤由王明牵头", "清淤", "牵头"),
        ("王明要抓好防汛工作", "防汛工作", "要"),
        ("希望王明抓好防汛工作", "防汛工作", "希望"),
        ("王明：防汛工作", "防汛工作", None),
    ],
)
def test_the_word_that_says_so(text: str, matter: str, verb: str | None) -> None:
    assert told(text, find(text, "王明"), find(text, matter)).verb == verb
