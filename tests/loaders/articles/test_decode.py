"""Bytes to text in every encoding that is promised, and refusals by name."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import UnreadableFile
from loaders.articles.decode import decode

NEWS = "云州新区召开项目推进会\r\n　　９月３日，李四出席并讲话，增长6.5%。“一盘棋”思想……\n"
ENCODINGS = ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16-le", "utf-16-be", "utf-16", "utf-32"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_encodings_are_told_apart(encoding: str) -> None:
    assert decode(NEWS.encode(encoding), path="a.txt") == NEWS


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["会议召开", "今天。", "ABC 123\n", "会议在 A 座召开，9 月 3 日。"])
def test_short_texts_too(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), path="a.txt") == text


@given(
    st.text(
        st.sampled_from("的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动，。、\n"),
        min_size=8,
    )
)
def test_common_chinese_survives_every_encoding(text: str) -> None:
    if not text.strip():
        return
    for encoding in ("utf-8", "gb18030", "utf-16-le", "utf-16-be"):
        assert decode(text.encode(encoding), path="a.txt") == text


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        ("\ufeff\u3000\n".encode(), "empty"),
        (b"\x0b\x0c\x85", "no text in UTF-8"),
        (b"\x0b\x0c \x0b", "empty"),
        ("\u2003\u200b\ufeff\u2003".encode(), "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "PNG picture"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "JPEG picture"),
        (b"%PDF-1.7\n", "name it .pdf"),
        (b"PK\x03\x04\x14\0", "zip archive"),
        (bytes(range(256)) * 8, "no text in UTF-8"),
        (b"\x7fELF\x02\x01\x01" + b"\0" * 64, "no text in UTF-8"),
        ("臺北市議會召開會議審議預算案與財政收支報告書".encode("big5"), "Big5"),
        (codecs.BOM_UTF16_LE + b"\x4f", "damaged"),
        (("\ufffd" * 9 + "会").encode(), "earlier conversion"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data: bytes, why: str) -> None:
    with pytest.raises(UnreadableFile, match=why) as refusal:
        decode(data, path="news/a.txt")
    assert "news/a.txt" in str(refusal.value)


@given(st.binary(max_size=200))
def test_any_bytes_give_text_or_a_refusal(data: bytes) -> None:
    try:
        text = decode(data, path="a.txt")
    except UnreadableFile:
        return
    assert text.strip()
