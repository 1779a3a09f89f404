"""Annotated articles become documents."""

import json
from pathlib import Path

from loaders.extraction.reader.labels import EVENT, ORGANIZATION, PERSON, PLACE, POST
from loaders.training.documents import article_text, corpus, document
from tests.loaders.training.invented import ARTICLE, GOLD


def test_names_posts_and_events_become_clusters() -> None:
    built = document(ARTICLE, GOLD)
    said = [(kind, [built.text[a:b] for a, b in spans]) for kind, spans in built.clusters]
    assert said == [
        (PERSON, ["王强", "王强"]),
        (PERSON, ["李明"]),
        (ORGANIZATION, ["区委"]),
        (PLACE, ["柳河镇"]),
        (PLACE, ["东区"]),
        (EVENT, ["全区工作会议", "全区工作会议"]),
        (POST, ["书记"]),
    ]


def test_relations_name_clusters() -> None:
    built = document(ARTICLE, GOLD)
    assert built.related == {(0, 5, "ATTENDED"), (0, 5, "SPOKE_AT"), (0, 6, "HOLDS_POST"), (3, 4, "LOCATED_IN")}
    assert built.undecided == {(1, 5, "ATTENDED")}
    assert built.open_spans == [(ORGANIZATION, built.text.index("记者站"), built.text.index("记者站") + 3)]


def test_the_title_is_the_first_line_once() -> None:
    assert article_text({"title": "标题", "text": "正文"}) == "标题\n正文"
    assert article_text({"title": "标题", "text": "标题\n正文"}) == "标题\n正文"
    assert article_text({"title": "（无题）", "text": "正文"}) == "正文"
    assert article_text({"text": "正文"}) == "正文"


def test_files_meet_by_id(tmp_path: Path) -> None:
    articles, gold = tmp_path / "articles.jsonl", tmp_path / "gold.jsonl"
    rows = [ARTICLE, {**ARTICLE, "id": "unannotated"}]
    articles.write_text("\n".join(json.dumps(row) for row in rows) + "\n", encoding="utf-8")
    gold.write_text(json.dumps(GOLD) + "\n", encoding="utf-8")
    assert [built.id for built in corpus([(articles, gold)])] == ["a1"]
