"""Paragraphs to the clean text of an article, with the place of every character in the source."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace

from loaders.articles.lines import INVISIBLE, PAGE_NUMBER, PICTURES, Form, Line, lines_of
from loaders.articles.offsets import Assembler, OffsetMap
from loaders.articles.padding import padding
from loaders.articles.pages import Piece, split
from loaders.articles.paragraphs import Paragraph, paragraphs_of, separator
from loaders.articles.sentences import sentence_spans

_STRAY = re.compile(r"[^。，；：！？\s]{1,4}。(?=.)")
_FIRST_WORDS = 24
_ODD = re.compile(
    r"[\u200b-\u200f\u2060\ufeff\u00ad\x00-\x08\x0b-\x1f\x85\u2028\u2029]|[ \t\u3000\xa0]\n|\n[ \t\u3000\xa0\n]"
)
_CLOSING = frozenset("。！？；”’」』）》】：…")


@dataclass(frozen=True, slots=True)
class Clean:
    """An article's text as extraction reads it: see `SourceArticle`, whose fields these are."""

    title: str
    text: str
    body: int
    offsets: OffsetMap
    start: int
    end: int


def read_page(source: str) -> list[Clean]:
    """The articles of `source`, in order. Every character that is not blank lies within exactly one."""
    lines = lines_of(source)
    page = paragraphs_of([line for line in lines if not PAGE_NUMBER.fullmatch(line.text)]) or paragraphs_of(lines)
    pieces = split(page)
    starts = [lines[0].start, *(page[piece.first].lines[0].start for piece in pieces[1:])]
    nexts = [bisect_left(lines, start, key=lambda line: line.start) for start in starts[1:]] + [len(lines)]
    ends = [lines[at - 1].end for at in nexts]
    return [
        replace(_assemble(page, piece), start=start, end=end)
        for piece, start, end in zip(pieces, starts, ends, strict=True)
    ]


def read_one(source: str, *, title: int = 0) -> Clean:
    """`source` as one article whose first `title` characters are the headline (0: its first lines, if they look so)."""
    if _is_clean(source, title):
        return Clean(source[:title], source, title + 1 if title else 0, OffsetMap.identity(len(source)), 0, len(source))
    lines = lines_of(source)
    count = sum(line.start < title for line in lines)
    page = [Paragraph((line,), line.text, Form.SHORT) for line in lines[:count]] + paragraphs_of(lines[count:])
    head = range(count)
    if not title and (pieces := split(page)):
        head = pieces[0].head if pieces[0].head.start == pieces[0].first else range(0)
    return _assemble(page, Piece(0, len(page), head))


def _is_clean(source: str, title: int) -> bool:
    """Whether nothing in `source` needs repair: a quick look that may say no too often."""
    if not title or source[title : title + 1] != "\n" or _ODD.search(source) or source[:1].isspace():
        return False
    if PICTURES.search(source) or next(padding(source), None):
        return False
    lines = source[title + 1 :].split("\n")
    return not source[:title].endswith((" ", "\u3000")) and all(
        len(line) > 7 and line[-1] in _CLOSING and "。" not in line[:6] and not line[0].isspace() for line in lines
    )


def _assemble(page: list[Paragraph], piece: Piece) -> Clean:
    own = page[piece.first : piece.last]
    head = [page[at] for at in piece.head if page[at].form is not Form.MARK]
    body = [page[at] for at in range(piece.first, piece.last) if at not in piece.head and not _is_noise(page[at])]
    text = Assembler()
    _add_head(text, head)
    title = text.text()
    if head and body:
        behind = piece.head.stop == piece.last  # then the break after the headline is another article's
        text.add("\n", page[piece.head.start - 1].lines[-1].stop if behind else head[-1].lines[-1].stop)
    start = text.length
    for number, paragraph in enumerate(body):
        if number:
            text.add("\n", body[number - 1].lines[-1].stop)
        _add_lines(text, paragraph.lines, skip=_stray(body[number - 1], paragraph) if number else 0)
    clean = text.text()
    first, last = own[0].lines[0].start, own[-1].lines[-1].end
    return Clean(title or _first_words(clean), clean, start, text.offsets(), first, last)


def _first_words(text: str) -> str:
    """What an article without a headline is called: the start of its first sentence."""
    sentence = next((text[start:end] for start, end in sentence_spans(text[:200])), "")
    return sentence if len(sentence) <= _FIRST_WORDS else f"{sentence[:_FIRST_WORDS]}…"


def _add_head(text: Assembler, head: list[Paragraph]) -> None:
    for number, paragraph in enumerate(head):
        if number:
            text.add(" ", head[number - 1].lines[-1].stop)
        _add_lines(text, paragraph.lines)


def _add_lines(text: Assembler, lines: Iterable[Line], *, skip: int = 0) -> None:
    """Appends `lines` joined to one, without pictures, padding and what cannot be seen, from character `skip` on."""
    before: Line | None = None
    for line in lines:
        if before is not None:
            text.add(separator(before.text, line.text), before.stop)
        at = skip if before is None else 0
        unread = (match.span() for kind in (INVISIBLE, PICTURES) for match in kind.finditer(line.text))
        for start, end in sorted([*unread, *padding(line.text)]):
            if start >= at:
                text.add(line.text[at:start], line.start + at)
                at = end
        text.add(line.text[at:], line.start + at)
        before = line


def _is_noise(paragraph: Paragraph) -> bool:
    """Rules, stray punctuation and page numbers: in the article's stretch of the source, but not read."""
    return paragraph.form is Form.MARK or PAGE_NUMBER.fullmatch(paragraph.text) is not None


def _stray(before: Paragraph, paragraph: Paragraph) -> int:
    """Length of a scrap at the start of `paragraph` that repeats the end of `before`: debris of a column break."""
    scrap = _STRAY.match(paragraph.text)
    return (
        scrap.end()
        if scrap and before.text.endswith(scrap.group()) and scrap.end() <= len(paragraph.lines[0].text)
        else 0
    )
