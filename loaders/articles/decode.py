"""Bytes of a text file to its characters, in the encodings that Chinese news comes in.

The order: byte order mark, UTF-8, UTF-16 by its tell-tale bytes, GB18030 (which holds GBK and GB2312). Every guess must
look like Chinese, so that a picture or a Big5 file is refused rather than read as nonsense. A general detector is not
used: on short Chinese texts it names Big5 or Johab too often, and four encodings leave little to detect.
"""

from __future__ import annotations

import codecs
import re
from functools import cache

from graph.errors import UnreadableFile

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"%PDF", "a PDF document; name it .pdf"),
    (b"PK\x03\x04", "a zip archive or an Office document; unpack it, or name it .docx"),
    (b"\xd0\xcf\x11\xe0", "an old Office document; save it as .docx"),
    (b"\x1f\x8b", "a gzip archive; unpack it"),
    (b"Rar!", "a RAR archive; unpack it"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffe\uffff]")
_BLANK = re.compile(r"[\s\ufeff\u200b]+")
PLAUSIBLE = 0.7
"""Least share of everyday characters among those beyond ASCII; Chinese news has over 0.95, Big5 read as GBK 0.4."""


@cache
def _everyday() -> frozenset[str]:
    """The 3,755 hanzi of GB 2312's first level, and the punctuation and full-width forms beside them."""
    rows = [*range(0xA1, 0xA4), *range(0xB0, 0xD8)]
    cells = (bytes((row, cell)).decode("gb2312", "ignore") for row in rows for cell in range(0xA1, 0xFF))
    return frozenset("".join(cells)) | frozenset("—·…‘’“”•\u3000\xa0\ufeff\u200b")


def _plausibility(text: str) -> float:
    foreign = [character for character in text[:20_000] if character > "\x7f"]
    if not foreign:
        return 1.0
    everyday = _everyday()
    return sum(character in everyday for character in foreign) / len(foreign)


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _guess(data: bytes) -> str | None:
    """The text of `data` in the most plausible of the encodings without a mark, or None."""
    candidates = [_strict(data, name) for name in ("utf-16-le", "utf-16-be", "gb18030")]
    rated = [(_plausibility(text), -number, text) for number, text in enumerate(candidates) if text and _clean(text)]
    share, _, text = max(rated, default=(0.0, 0, None))
    return text if share >= PLAUSIBLE else None


def _clean(text: str) -> bool:
    return len(_CONTROL.findall(text)) <= len(text) // 1000


def decode(data: bytes, *, path: str) -> str:
    """Characters of `data` without the byte order mark, line ends untouched.

    Raises UnreadableFile naming `path` where there is nothing in it, or nothing that is text.
    """
    if not data.strip(b"\x00 \t\r\n"):
        raise UnreadableFile(f"{path} is empty; nothing to read")
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise UnreadableFile(f"{path} is no text but {what}")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = _strict(data[len(mark) :], encoding)
            if text is None or not _clean(text):
                raise UnreadableFile(f"{path} begins as {encoding} but is damaged; save it again as UTF-8")
            break
    else:
        text = _strict(data, "utf-8")
        if text is None or not _clean(text):
            text = _guess(data)
    if text is None:
        raise UnreadableFile(
            f"{path} is no text in UTF-8, UTF-16 or GB18030: binary, damaged, or in another encoding such as Big5; "
            "save it as UTF-8 (iconv -f BIG5 -t UTF-8)"
        )
    if not _BLANK.sub("", text):
        raise UnreadableFile(f"{path} is empty; nothing to read")
    if text.count("\ufffd") > len(text) // 10:
        raise UnreadableFile(
            f"{path} lost its characters in an earlier conversion (\ufffd throughout); get the original"
        )
    return text
