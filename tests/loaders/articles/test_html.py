"""Web pages: the main text, what the page states of itself, its title."""

from pathlib import Path

import pytest

from loaders.articles import SourceArticle, read_paths
from loaders.articles.html import html_page
from tests.loaders.articles.made import BODIES, HEAD, LEAD, SECOND, html


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES.keys())
@pytest.mark.parametrize("charset", ["utf-8", "gb2312"])
def test_the_main_text_without_menus(body: str, charset: str) -> None:
    page = html_page(html(body, charset=charset), path="a.html")
    lines = [line.strip() for line in page.text.split("\n")]
    assert page.title == "顾远帆检查防汛工作"
    assert lines[:2] == [LEAD, SECOND]
    assert "政务公开" not in page.text
    assert "版权所有" not in page.text


def test_metadata_is_what_the_page_states() -> None:
    told = html_page(html(BODIES["paragraphs"]), path="a.html").metadata
    assert (told.published, told.source, told.url) == ("2021-09-04", "云岭日报", "http://yunling.example/a.html")


@pytest.mark.parametrize(
    "stated", ["2021-09-04T10:20:00+08:00", "2021年9月4日 10:20", "2021-09-04 10:20 浏览：7", "20210904"]
)
def test_a_stated_date_is_read_as_it_is_written(stated: str) -> None:
    page = html_page(html(BODIES["paragraphs"], head=HEAD.replace("2021-09-04 10:20", stated)), path="a.html")
    assert page.metadata.published == "2021-09-04"


def test_a_date_in_the_text_is_no_publication_date() -> None:
    page = html_page(
        html(BODIES["paragraphs"].replace("9月3日", "2021年9月3日"), head="<title>t</title>"), path="a.html"
    )
    assert page.metadata.published is None


@pytest.mark.parametrize(
    ("head", "heading", "title"),
    [
        ("<title>会议召开_云岭新区政府网</title>", "", "会议召开"),
        ("<title>云岭网</title>", "<h1>会议召开</h1>", "会议召开"),
        ("<title>会议召开-云岭新区人民政府门户网站</title>", "", "会议召开"),
        ("<title>会议召开-云岭新区人民政府</title>", "", "会议召开"),
        ("<title>2021-2022年度会议召开</title>", "", "2021-2022年度会议召开"),
        ("<title>喜迎新年—走进云岭网</title>", "", "喜迎新年—走进云岭网"),
        ('<meta property="og:title" content="会议召开 - 云岭网">', "", "会议召开"),
        ("", "", ""),
    ],
)
def test_titles(head: str, heading: str, title: str) -> None:
    data = f"<html><head>{head}</head><body>{heading}<p>{LEAD}</p><p>{SECOND}</p></body></html>".encode()
    assert html_page(data, path="a.html").title == title


def test_a_page_becomes_one_article_whose_offsets_count_in_its_text(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(html(BODIES["paragraphs"]))
    (article,) = read_paths([tmp_path])
    assert isinstance(article, SourceArticle)
    assert (article.id, article.published) == ("a", "2021-09-04")
    assert article.text.split("\n") == ["顾远帆检查防汛工作", LEAD, SECOND]
    page = html_page(html(BODIES["paragraphs"]), path="a.html")
    source = f"{page.title}\n{page.text}"
    low, high = article.source_span(*article.sentences()[1])
    assert source[low:high] == LEAD


@pytest.mark.parametrize(
    "around",
    [
        "<div>{text}</div><div>上一篇：顾远帆会见客商</div><div>下一篇：唐之焕调研</div>",
        "<div>{text}</div><p>【打印】 【关闭窗口】</p><p>上一条：顾远帆会见客商 下一条：没有了</p>",
        "<div>{text} 上一篇：<a href=1>顾远帆会见客商</a> 下一篇：唐之焕调研</div>",
        "<div>字号：【大 中 小】</div><div>{text}</div><div>打印本页 | 关闭</div><div>分享到：</div>",
    ],
)
def test_what_only_works_the_page_is_not_read(tmp_path: Path, around: str) -> None:
    (tmp_path / "a.html").write_bytes(html(around.format(text=f"{LEAD}<br>{SECOND}")))
    (article,) = read_paths([tmp_path])
    assert isinstance(article, SourceArticle)
    assert article.text.split("\n")[1:] == [LEAD, SECOND]
