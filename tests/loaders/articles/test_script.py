"""Texts in traditional characters are known as such, whatever names a simplified one holds, and the user is told."""

from pathlib import Path

import pytest

from loaders.articles import Refused, SourceArticle, read_paths
from loaders.articles.script import is_traditional
from tests.loaders.articles import pages

TRADITIONAL = """雲嶺新區召開重點項目推進會
9月3日，雲嶺新區召開重點項目推進會，新區黨工委書記顧遠帆出席並講話，管委會副主任唐之煥參加。
"""


def test_a_traditional_text() -> None:
    assert is_traditional(TRADITIONAL)


@pytest.mark.parametrize(
    "text",
    [
        *(text for name, text in vars(pages).items() if name.isupper()),
        "出席会议的有喆玥堃昇淼彧，瞿旻、璟烜、暘焜参加会议并讲话，会议由副县长主持，研究了全县经济运行和项目建设工作。",
        "匾额上写着“縣學會館”四个大字，副县长石磊介绍说，这座清代会馆修缮后作为县博物馆分馆向公众免费开放。",
        "漢字",
        "",
        "In Latin letters.",
    ],
)
def test_a_simplified_text_with_some_other_characters(text: str) -> None:
    assert not is_traditional(text)


def test_the_user_is_told_once_a_run_with_a_count_and_examples(tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / f"t{number}.txt").write_text(TRADITIONAL, encoding="utf-8")
    (tmp_path / "s.txt").write_text(pages.PROJECTS, encoding="utf-8")
    found = list(read_paths([tmp_path]))
    assert sum(isinstance(item, SourceArticle) for item in found) == 6
    (told,) = [item for item in found if isinstance(item, Refused)]
    assert (told.passed_over, told.remark, told.path) == (True, True, str(tmp_path / "t0.txt"))
    assert "5 articles" in told.message
    assert "t0, t1, t2, …" in told.message
    assert "opencc" in told.message


def test_what_a_message_begins_with() -> None:
    assert Refused(path="a", message="").kind == "refused"
    assert Refused(path="a", message="", passed_over=True).kind == "passed over"
    assert Refused(path="a", message="", passed_over=True, remark=True).kind == "note on"
