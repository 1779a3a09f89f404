"""Names padded to the width of longer ones are read as names, and evidence shows them as the document does."""

import json
from pathlib import Path

import pytest

from loaders.articles import SourceArticle, read_paths
from loaders.articles.assemble import read_one, read_page
from loaders.articles.padding import unpadded


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("石　磊　顾远帆　江　涛", "石磊　顾远帆　江涛"),
        ("石　磊　江　涛", "石磊　江涛"),
        ("石\u3000\u3000磊　　江　　涛　　顾远帆", "石磊　　江涛　　顾远帆"),
        ("石\xa0磊、江 涛、顾远帆", "石磊、江涛、顾远帆"),
        ("石　磊（女）、江　涛*", "石磊（女）、江涛*"),
        ("主　任：石　磊", "主任：石磊"),
        ("省委书记　石　磊", "省委书记　石磊"),
        ("目　录", "目录"),
        ("石　磊　男　汉", "石磊　男　汉"),
        ("（江 涛 摄）", "（江涛 摄）"),
        ("江\t涛　磊", "江\t涛磊"),
        ("副县长石　磊、江　涛和县长古　月参加", "副县长石磊、江涛和县长古月参加"),
        ("县委书记石　磊主持会议。", "县委书记石磊主持会议。"),
        ("江　涛当选为副县长", "江涛当选为副县长"),
        ("\U00020000　磊", "\U00020000磊"),
    ],
)
def test_a_padded_word_is_read_whole(line: str, read: str) -> None:
    assert unpadded(line) == read


@pytest.mark.parametrize(
    "line",
    [
        "县委书记　石",
        "县委书记 石 在会上说",
        "江 远帆",
        "省委书记 顾远帆 市长 江远涛",
        "水 务 局 来 函",
        "字号：大 中 小",
        "1952年　冬，",
        "9月 中",
        "男　女",
        "男　汉",
        "江\t涛",
        "诗赞长江 悦动金秋",
        "破坏和平 搞“小圈子”",
        "A 股",
        "江涛 石磊",
    ],
)
def test_what_is_not_padded_stays(line: str) -> None:
    assert unpadded(line) == line


ROSTER = "领导小组成员名单\n会议决定成立领导小组。\n主　任：石　磊。\n委　员：顾远帆　江　涛　蓝天野\n"


def test_evidence_keeps_the_blanks_that_the_document_has() -> None:
    (article,) = read_page(ROSTER)
    assert article.text.split("\n")[2:] == ["主任：石磊。", "委员：顾远帆　江涛　蓝天野"]
    start = article.text.index("江涛")
    low, high = article.offsets.span(start, start + 2)
    assert ROSTER[low:high] == "江　涛"


def test_a_title_is_read_without_padding_too() -> None:
    article = read_one("通　知\n石磊讲话。", title=3)
    assert (article.title, article.text, article.body) == ("通知", "通知\n石磊讲话。", 3)


def test_an_article_that_needs_no_other_repair_is_unpadded(tmp_path: Path) -> None:
    record = {"id": "a", "title": "云岭新区召开推进会", "text": "石　磊、江　涛参加推进会并讲话。"}
    path = tmp_path / "news.jsonl"
    path.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    (article,) = read_paths([path])
    assert isinstance(article, SourceArticle)
    (_, span) = article.sentences()
    assert article.text[slice(*span)] == "石磊、江涛参加推进会并讲话。"
    assert article.source_text(*span) == record["text"]


def test_the_fingerprint_says_that_it_was_read_otherwise(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    texts = ("石　磊参加推进会并讲话。", "石磊参加推进会并讲话。")
    path.write_text("\n".join(json.dumps({"title": "推进会", "text": text}) for text in texts), encoding="utf-8")
    first, second = read_paths([path])
    assert isinstance(first, SourceArticle)
    assert isinstance(second, SourceArticle)
    assert first.text == second.text
    assert first.sha256 != second.sha256
