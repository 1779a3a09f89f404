"""Standing duties and tasks."""

import pytest

from loaders.extraction.rules.duties import responsibility_kind
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
    ],
)
def test_duties(text: str, matter: str) -> None:
    assert responsibility_kind(text, find(text, "王明"), find(text, matter)) == "duty"


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
    assert responsibility_kind(text, find(text, "王明"), find(text, matter)) == "task"


def test_words_far_away_do_not_decide() -> None:
    text = "王明" + "要" + "说明情况，" * 30 + "并负责防汛工作"
    assert responsibility_kind(text, find(text, "王明"), find(text, "防汛工作")) == "duty"
