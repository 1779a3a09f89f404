"""Articles from JSON lines: one object is one article, and a bad line costs only itself."""

import gzip
import io
import json
from pathlib import Path

import pytest

from loaders.articles import Metadata, Refused, SourceArticle, read_paths
from tests.loaders.articles import pages

GOOD = {
    "id": "a-1",
    "title": "云岭新区召开推进会",
    "text": "9月3日，推进会召开。\n顾远帆讲话。",
    "published": "2021-09-03",
}


def written(folder: Path, *lines: object, name: str = "news.jsonl") -> Path:
    path = folder / name
    text = "".join((line if isinstance(line, str) else json.dumps(line, ensure_ascii=False)) + "\n" for line in lines)
    path.write_bytes(gzip.compress(text.encode()) if name.endswith(".gz") else text.encode())
    return path


def read(path: Path, **options: object) -> tuple[list[SourceArticle], list[Refused]]:
    found = list(read_paths([path], metadata=Metadata(**options)))  # type: ignore[arg-type]
    return [a for a in found if isinstance(a, SourceArticle)], [r for r in found if isinstance(r, Refused)]


@pytest.mark.parametrize("name", ["news.jsonl", "news.jsonl.gz"])
def test_an_object_is_an_article_under_its_own_id(tmp_path: Path, name: str) -> None:
    (article,), refused = read(written(tmp_path, {**GOOD, "place": "云岭新区", "source": "云岭日报"}, name=name))
    assert not refused
    assert (article.id, article.published, article.place, article.source) == (
        "a-1",
        "2021-09-03",
        "云岭新区",
        "云岭日报",
    )
    assert article.text == f"{GOOD['title']}\n{GOOD['text']}"
    assert article.text[article.body :] == GOOD["text"]
    assert [article.source_text(*span) for span in article.sentences()] == [
        "云岭新区召开推进会",
        "9月3日，推进会召开。",
        "顾远帆讲话。",
    ]


def test_offsets_count_in_title_line_break_text(tmp_path: Path) -> None:
    lead = "　　9月3日，\u200b推进会召开，研究了重点项目建设和下半年经济运行工作，听取了各部门汇报，提"
    text = f"{lead}\n\n出要求。\r\n　　顾远帆讲话。"
    (article,), _ = read(written(tmp_path, {**GOOD, "text": text}))
    source = f"{GOOD['title']}\n{text}"
    assert "提出要求。\n顾远帆" in article.text
    for start, end in article.sentences():
        low, high = article.source_span(start, end)
        assert source[low:high] == article.source_text(start, end)
        assert "".join(source[low:high].split()).replace("\u200b", "") == article.text[start:end]


def test_an_item_is_never_split(tmp_path: Path) -> None:
    (article,), _ = read(written(tmp_path, {**GOOD, "text": pages.SINGLE_SPACED}))
    assert article.id == "a-1"


def test_items_without_id_are_called_by_their_line(tmp_path: Path) -> None:
    articles, _ = read(
        written(tmp_path, {"text": "甲召开会议。"}, "", {"text": "乙召开会议。", "id": 7}, {"text": "丙召开会议。"})
    )
    assert [article.id for article in articles] == ["news#1", "7", "news#4"]
    assert [article.title for article in articles] == ["甲召开会议。", "乙召开会议。", "丙召开会议。"]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{broken", "JSON"),
        ({"title": "没有正文"}, "text"),
        ({**GOOD, "text": " \n"}, "empty text"),
        ({**GOOD, "text": 5}, "text"),
        ({**GOOD, "published": "2021-02-30"}, "no date"),
        ({**GOOD, "published": "昨天"}, "no date"),
        ({**GOOD, "published": "1710296520"}, "no date"),
        ({"record": "article", "id": "x", "text": "甲"}, "guanxi load"),
        ({**GOOD, "id": "a\nb"}, "control characters"),
    ],
)
def test_a_bad_line_is_refused_by_name_and_the_rest_goes_on(tmp_path: Path, line: object, why: str) -> None:
    articles, (refused,) = read(written(tmp_path, line, GOOD))
    assert [article.id for article in articles] == ["a-1"]
    assert (refused.line, refused.passed_over) == (1, False)
    assert refused.message.startswith(f"{tmp_path / 'news.jsonl'}:1 ")
    assert why in refused.message


def test_dates_are_read_as_they_are_written(tmp_path: Path) -> None:
    lines = [{"text": f"第{n}次会议召开。", "published": "2024-03-13 10:22:00"} for n in range(40)]
    articles, refused = read(written(tmp_path, *lines))
    assert not refused
    assert {article.published for article in articles} == {"2024-03-13"}


def test_a_file_whose_dates_cannot_be_read_is_still_a_file_of_articles(tmp_path: Path) -> None:
    lines = [{"text": f"第{n}次会议召开。", "published": "三月"} for n in range(40)]
    articles, refused = read(written(tmp_path, *lines, GOOD))
    assert [article.id for article in articles] == ["a-1"]
    assert [item.line for item in refused] == list(range(1, 41))
    assert all("no date" in item.message for item in refused)


def test_invalid_utf8_in_a_line_costs_that_line(tmp_path: Path) -> None:
    path = written(tmp_path, GOOD)
    path.write_bytes(b'{"id": "x", "text": "\xff\xfe"}\n' + path.read_bytes())
    articles, (refused,) = read(path)
    assert [article.id for article in articles] == ["a-1"]
    assert refused.line == 1


def test_a_file_of_something_else_is_left_early(tmp_path: Path) -> None:
    articles, refused = read(written(tmp_path, *[{"gold": number} for number in range(500)]))
    assert not articles
    assert len(refused) < 30
    assert "no file of articles" in refused[-1].message


def test_a_line_too_long_is_passed_by(tmp_path: Path) -> None:
    articles, (refused,) = read(written(tmp_path, {"text": "字" * 4_000_000}, GOOD))
    assert [article.id for article in articles] == ["a-1"]
    assert "10 MB" in refused.message


def test_a_gzip_file_cut_off_gives_what_came_before(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        *[{**GOOD, "id": f"a-{n}", "text": f"第{n}次会议召开。" * (n + 1)} for n in range(300)],
        name="x.jsonl.gz",
    )
    path.write_bytes(path.read_bytes()[:-200])
    articles, refused = read(path)
    assert articles
    assert "damaged or cut off" in refused[-1].message


def test_ids_are_unique_over_a_run(tmp_path: Path) -> None:
    other = {**GOOD, "text": "10月4日，另一个会议召开。"}
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
    written(tmp_path / "one", GOOD, GOOD, other)
    written(tmp_path / "two", other)
    articles, (again, *_) = read(tmp_path)
    assert [article.id for article in articles] == ["a-1", "one/news/a-1", "two/news/a-1"]
    assert again.passed_over
    assert "word for word" in again.message


def test_the_fingerprint_is_of_text_and_metadata(tmp_path: Path) -> None:
    def fingerprint(**changes: object) -> str:
        (article,), _ = read(written(tmp_path, {**GOOD, **changes}))
        return article.sha256

    same = fingerprint()
    assert same == fingerprint()
    assert (
        len(
            {
                same,
                *(fingerprint(**{name: "2020"}) for name in ("title", "text", "published", "place", "source", "url")),
            }
        )
        == 7
    )


def test_standard_input(tmp_path: Path) -> None:
    stream = io.BytesIO(written(tmp_path, GOOD, {"text": "乙召开会议。"}).read_bytes())
    assert [a.id for a in read_paths(["-"], stdin=stream) if isinstance(a, SourceArticle)] == ["a-1", "stdin#2"]
