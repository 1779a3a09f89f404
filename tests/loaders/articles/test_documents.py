"""HTML, PDF and Word documents, made here from invented text."""

import io
import zipfile
from pathlib import Path
from typing import Any

import docx
import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import UnreadableFile
from loaders.articles import Refused, SourceArticle, read_paths
from loaders.articles.documents import docx_text, pdf_text
from loaders.articles.html import html_page
from loaders.articles.tables import CELL, unfold
from tests.loaders.articles import pages

LEAD = "9月3日，云岭新区党工委书记顾远帆带队检查防汛工作，副主任唐之焕、水务局局长江涛参加。"
SECOND = "在白沙水库，顾远帆详细了解水位情况，要求区水务局加强值守。"
HEAD = """<title>顾远帆检查防汛工作_云岭新区政府网</title><meta name="ArticleTitle" content="顾远帆检查防汛工作">
<meta name="PubDate" content="2021-09-04 10:20"><meta name="ContentSource" content="云岭日报">
<link rel="canonical" href="http://yunling.example/a.html">"""
MENU = '<div class="top"><a href="/">首页</a> <a href="/zw">政务公开</a> <a href="/hd">互动交流</a></div>'
FOOT = '<div class="foot">主办：云岭新区管委会 ICP备000000号 版权所有</div>'
BODIES = {
    "paragraphs": f"<div id=zoom><p>　　{LEAD}</p><p>　　{SECOND}</p></div>",
    "line breaks": f"<div class=TRS_Editor>　　{LEAD}<br/>　　{SECOND}<br></div>",
    "layout table": f"<table><tr><td><p>{LEAD}</p><p>{SECOND}</p><p>{SECOND * 3}</p></td></tr></table>",
}


def html(body: str, *, head: str = HEAD, charset: str = "utf-8") -> bytes:
    whole = f"<body>{MENU}<h1>顾远帆检查防汛工作</h1>{body}{FOOT}</body>"
    text = f'<html><head><meta charset="{charset}">{head}</head>{whole}</html>'
    return text.encode("gb18030" if charset == "gb2312" else charset)


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


LEADERS = """<table><tr><th>姓名</th><th>职务</th></tr><tr><td>江　涛</td><td><p>副主任、</p><p>水务局局长</p></td></tr>
<tr><td>石磊</td><td>副主任</td></tr></table>"""
ROWS = ["姓名\t职务", "江　涛\t副主任、 水务局局长", "石磊\t副主任"]


@pytest.mark.parametrize(
    "body",
    [
        LEADERS,
        f"<p>{LEAD}</p>{LEADERS}",
        f"<div id=zoom><p>{LEAD}</p><p>{SECOND * 3}</p>{LEADERS}<p>{SECOND}</p></div>",
    ],
    ids=["alone", "after a paragraph", "amid an article"],
)
def test_a_table_keeps_its_rows(body: str) -> None:
    lines = html_page(html(body), path="a.html").text.split("\n")
    assert [" ".join(line.split()) for line in lines if "\t" in line] == [" ".join(row.split()) for row in ROWS]
    assert not {"石磊", "副主任", "姓名"} & set(lines)


CELLS = st.text("江涛石磊局长副。", max_size=6)
GRIDS = st.integers(1, 4).flatmap(lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=1))


@given(GRIDS)
def test_the_cells_of_a_table_stand_in_its_rows(grid: list[list[str]]) -> None:
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in grid)
    tree = lxml.html.document_fromstring(f"<html><body><table>{rows}</table></body></html>")
    unfold(tree)
    lines = [line.text for line in tree.iter("p")]
    assert lines == [CELL.join(cell for cell in row if cell) for row in grid if any(row)]


def test_bold_names_are_not_cut_and_scripts_are_not_read() -> None:
    row = "<tr><td><span>顾</span><b>远帆</b></td><td>区<b>长</b><br>党组书记<script>var a=1</script></td></tr>"
    lines = html_page(html(f"<p>{LEAD}</p><table>{row}</table>"), path="a.html").text.split("\n")
    assert lines[1:] == ["顾远帆\t区长 党组书记"]


def test_a_list_with_long_duties_keeps_its_rows() -> None:
    duties = "负责" + "、".join(f"第{n}片区水利、防汛、抗旱工作" for n in range(12))
    rows = "".join(f"<tr><td>{name}</td><td>{duties}</td></tr>" for name in ("江涛", "石磊", "古月"))
    lines = html_page(html(f"<p>{LEAD}</p><table>{rows}</table>"), path="a.html").text.split("\n")
    assert lines[1:] == [f"{name}\t{duties}" for name in ("江涛", "石磊", "古月")]


def test_a_list_in_a_table_that_lays_the_page_out() -> None:
    body = f"<table><tr><td>导航</td><td><p>{LEAD}</p><p>{SECOND}</p>{LEADERS}</td></tr></table>"
    lines = html_page(html(body), path="a.html").text.split("\n")
    assert "石磊\t副主任" in lines
    assert LEAD in lines


def test_cells_over_rows_and_columns() -> None:
    rows = (
        "<tr><td colspan=3>云岭新区领导分工</td></tr><tr><td rowspan='2'>水务局</td><td>江涛</td><td>局长</td></tr>"
        "<tr><td>石磊</td><td>副局长</td></tr><tr><td>住建局</td><td>古月</td><td></td></tr>"
    )
    lines = html_page(html(f"<p>{LEAD}</p><table><tbody>{rows}</tbody></table>"), path="a.html").text.split("\n")
    assert lines[1:] == ["云岭新区领导分工", "水务局\t江涛\t局长", "水务局\t石磊\t副局长", "住建局\t古月"]


def test_a_table_whose_names_are_links_keeps_its_rows() -> None:
    rows = "".join(
        f"<tr><td><a href=/{name}>{name}</a></td><td>副主任、水务局局长</td></tr>" for name in ("江涛", "石磊")
    )
    lines = html_page(html(f"<p>{LEAD}</p><table>{rows}</table>"), path="a.html").text.split("\n")
    assert lines[1:] == ["江涛\t副主任、水务局局长", "石磊\t副主任、水务局局长"]


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


def pdf(*sheets: list[str]) -> bytes:
    """A PDF in a Chinese font that is not embedded, a line of text a line."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    objects.append(
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts "
        "[<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 0 >> >>] >>"
    )
    kids = []
    for lines in sheets:
        drawn = " ".join(f"<{line.encode('utf-16-be').hex()}> Tj 0 -20 Td" for line in lines)
        content = f"BT /F1 12 Tf 60 760 Td {drawn} ET"
        objects.append(f"<< /Length {len(content)} >> stream\n{content}\nendstream")
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj {body} endobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    tail = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\n"
    )
    return out + f"{tail}startxref\n{len(out)}\n%%EOF".encode()


def test_a_pdf_is_read_over_its_pages(tmp_path: Path) -> None:
    lines = pages.WRAPPED.split("\n")
    (tmp_path / "page.pdf").write_bytes(pdf([*lines[:4], "1"], [*lines[4:-1], "- 2 -"]))
    articles = [article for article in read_paths([tmp_path]) if isinstance(article, SourceArticle)]
    assert [article.title for article in articles] == ["云岭新区召开防汛会议", "松塘社区举办消防演练"]
    assert "通报了近期雨情水情，分析研判了防汛形势" in articles[0].text
    assert all(mark not in articles[1].text for mark in ("\n1", "- 2 -"))


def test_a_pdf_without_text_asks_for_recognition() -> None:
    with pytest.raises(UnreadableFile, match="OCR"):
        pdf_text(pdf([]), path="scan.pdf")


@pytest.mark.parametrize("cut", [20, 200, 600])
def test_a_damaged_pdf_is_refused_by_name_or_read(cut: int) -> None:
    with pytest.raises(UnreadableFile, match=r"news\.pdf"):
        pdf_text(pdf(["会议召开"])[:cut], path="news.pdf")


def word(*blocks: str | list[list[str]]) -> bytes:
    document = docx.Document()
    for block in blocks:
        if isinstance(block, str):
            document.add_paragraph(block)
            continue
        table = document.add_table(rows=len(block), cols=len(block[0]))
        for row, cells in enumerate(block):
            for column, cell in enumerate(cells):
                table.cell(row, column).text = cell
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_a_word_document_keeps_the_order_of_paragraphs_and_tables(tmp_path: Path) -> None:
    roster = [["姓名", "单位"], ["江涛", "水务局"]]
    (tmp_path / "a.docx").write_bytes(word("关于召开防汛会议的通知", LEAD, roster, SECOND))
    (article,) = read_paths([tmp_path])
    assert isinstance(article, SourceArticle)
    assert article.title == "关于召开防汛会议的通知"
    assert article.text.split("\n") == [article.title, LEAD, "姓名\t单位", "江涛\t水务局", SECOND]


def table(document: Any, *rows: list[str]) -> Any:
    made = document.add_table(rows=len(rows), cols=len(rows[0]))
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            made.cell(row, column).text = text
    return made


def text_of(document: Any) -> list[str]:
    stream = io.BytesIO()
    document.save(stream)
    return docx_text(stream.getvalue(), path="a.docx").split("\n")


def test_cells_that_say_the_same_are_all_read() -> None:
    document = docx.Document()
    table(document, ["江涛", "副镇长", "石磊", "副镇长"], ["主持", "古月", "讲话", "古月"])
    assert text_of(document) == ["江涛\t副镇长\t石磊\t副镇长", "主持\t古月\t讲话\t古月"]


def test_a_cell_over_several_columns_is_read_once_and_one_over_several_rows_in_each() -> None:
    document = docx.Document()
    made = table(document, ["水务局领导", "", ""], ["水务局", "江涛", "局长"], ["", "石磊", "副局长"])
    made.cell(0, 0).merge(made.cell(0, 2))
    made.cell(1, 0).merge(made.cell(2, 0))
    assert text_of(document) == ["水务局领导", "水务局\t江涛\t局长", "水务局\t石磊\t副局长"]


def test_running_text_over_several_rows_is_read_once() -> None:
    document = docx.Document()
    made = table(document, ["江涛", LEAD], ["石磊", ""])
    made.cell(0, 1).merge(made.cell(1, 1))
    assert text_of(document) == [f"江涛\t{LEAD}", "石磊"]


def test_a_table_in_a_table_is_read_and_a_cell_keeps_its_blanks() -> None:
    document = docx.Document()
    cell = table(document, ["江　涛", "成员"]).cell(0, 1)
    table_within = cell.add_table(1, 2)
    table_within.cell(0, 0).text, table_within.cell(0, 1).text = "石　磊", "古\n月"
    assert text_of(document) == ["江　涛\t成员 石　磊 古 月"]


def test_a_table_of_one_cell_lays_out_paragraphs() -> None:
    document = docx.Document()
    cell = table(document, [LEAD]).cell(0, 0)
    cell.add_paragraph(SECOND)
    assert text_of(document) == [LEAD, SECOND]


def test_a_word_document_of_several_articles_is_split(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(word(*pages.SINGLE_SPACED.split("\n")))
    assert len([article for article in read_paths([tmp_path]) if not isinstance(article, Refused)]) == 2


def test_a_word_document_that_unpacks_without_end_is_refused() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"\0" * (201 * 1024 * 1024))
    with pytest.raises(UnreadableFile, match="200 MB"):
        docx_text(stream.getvalue(), path="bomb.docx")


def test_an_empty_word_document_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="no text"):
        docx_text(word(), path="a.docx")
