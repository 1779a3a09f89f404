"""PDF and Word documents, made here from invented text."""

import io
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest

from graph.errors import UnreadableFile
from loaders.articles import Refused, SourceArticle, read_paths
from loaders.articles.documents import docx_text, pdf_text
from tests.loaders.articles import pages
from tests.loaders.articles.made import LEAD, SECOND, pdf, word


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
