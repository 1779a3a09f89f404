"""Documents made here from invented text: HTML pages, PDF, Word."""

import io

import docx

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
