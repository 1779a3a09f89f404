"""HTML, PDF and Word documents to plain text; offsets then count the characters of that text.

Each function takes the file's bytes and raises UnreadableFile for what cannot be read. Parsers of foreign files raise
anything at all on damaged ones, so everything they raise counts as damage.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

from graph.errors import UnreadableFile

_OLE = b"\xd0\xcf\x11\xe0"
_UNPACKED_LIMIT = 200 * 1024 * 1024
_FOLIO = re.compile(r"\A\s*[-—–·\s]*\d{1,4}[-—–·\s]*\n|\n[-—–·\s]*\d{1,4}[-—–·\s]*\Z")
"""A page number alone on the first or the last line of a page."""

_FOLD = re.compile(r"\s*[\n\r\t\v\f]\s*")
"""What breaks a line within a cell."""


def pdf_text(data: bytes, *, path: str) -> str:
    """Text of a PDF, a form feed between pages, page numbers at their edges left out.

    PDFium, because pypdf gives Kangxi radicals (⽬ ⼯ ⻔) for the characters that browsers' PDFs map to both.
    """
    import pypdfium2

    def read() -> str:
        document = pypdfium2.PdfDocument(data)
        try:
            pages = [_page_text(document[number]) for number in range(len(document))]
        finally:
            document.close()
        return "\f".join(_FOLIO.sub("", page) for page in pages)

    try:
        text = read()
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadableFile(f"{path} asks for a password; save it without one") from error
        raise UnreadableFile(f"{path} is no PDF or is damaged ({error}); get it again") from error
    if not text.strip():
        raise UnreadableFile(f"{path} holds pictures and no text (a scan); run text recognition (OCR) on it first")
    return text


def _page_text(page: Any) -> str:
    sheet = page.get_textpage()
    try:
        return str(sheet.get_text_bounded()).replace("\r\n", "\n").replace("\ufffe", "").replace("\x00", "")
    finally:
        sheet.close()
        page.close()


def docx_text(data: bytes, *, path: str) -> str:
    """Text of a Word document: a paragraph a line, a table's row a line with its cells set apart by tabs.

    A row in which one cell alone holds something lays its paragraphs out: each is a line.
    """
    if data.startswith(_OLE):
        raise UnreadableFile(f"{path} is an old Word file or has a password; save it as .docx without one")
    text = _guarded(lambda: _docx(data), path=path, what="Word document")
    if not text.strip():
        raise UnreadableFile(f"{path} holds no text; nothing to read")
    return text


def _docx(data: bytes) -> str:
    import docx

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(member.file_size for member in archive.infolist()) > _UNPACKED_LIMIT:
            raise ValueError(f"it unpacks to more than {_UNPACKED_LIMIT // 2**20} MB")
    return "\n".join(_lines(docx.Document(io.BytesIO(data)), set()))


def _lines(holder: Any, told: set[Any]) -> Iterator[str]:
    """The lines of a document or a cell, in order; `told` are the cells of running text that were read before."""
    from docx.table import Table

    for block in holder.iter_inner_content():
        if not isinstance(block, Table):
            yield block.text
            continue
        for row in block.rows:
            cells = [(cell, "\n".join(_lines(cell, told)).strip("\n")) for cell in _cells(row, told)]
            told.update(cell._tc for cell, text in cells if "。" in text)
            filled = [text for _, text in cells if text.strip()]
            yield from filled if len(filled) == 1 else ["\t".join(_FOLD.sub(" ", text).strip() for text in filled)]


def _cells(row: Any, told: set[Any]) -> list[Any]:
    """The cells of a row. One over several columns is one; one over several rows holds for each, running text once."""
    return [cell for cell in {cell._tc: cell for cell in row.cells}.values() if cell._tc not in told]


def _guarded(read: Callable[[], str], *, path: str, what: str) -> str:
    """What `read` returns; whatever it raises means that the file is damaged."""
    try:
        return read()
    except Exception as error:
        raise UnreadableFile(f"{path} is no {what} or is damaged ({error}); get it again") from error
