"""Tables of web pages: a row is a line, its cells stand apart."""

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.articles.html import html_page
from loaders.articles.tables import CELL, unfold
from tests.loaders.articles.made import LEAD, SECOND, html

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
