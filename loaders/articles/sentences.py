"""A clean text to its sentences: the unit that evidence quotes.

A sentence ends at 。！？； and their half-width forms, or at a line break; closing quotes and brackets stay with it.
A full stop inside a quotation does not end it; a quotation that opens a sentence keeps what follows it (“……。”他说),
as long as the quotation is no speech of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from loaders.articles.offsets import Span

QUOTATION_LIMIT = 120
"""Characters; a longer quotation is a speech, and falls into its sentences."""

_CLOSERS = "[”’」』）》】〕)\\]\"']*"
_END = re.compile(
    rf"(?:[。！？；]+|[!?;]+(?![A-Za-z0-9=&/])|(?<=[\u4e00-\u9fff”）)])\.(?![A-Za-z0-9.]))[。！？!?]*{_CLOSERS}|[\n\u2028\u2029]+"
)
_QUOTATION = re.compile(rf"“[^“”\n]{{1,{QUOTATION_LIMIT}}}”|「[^「」\n]{{1,{QUOTATION_LIMIT}}}」")


def sentence_spans(text: str) -> list[Span]:
    """Sentences of `text` in order, without surrounding white space; no other character is left out."""
    quotations = [match.span() for match in _QUOTATION.finditer(text)] if "“" in text or "「" in text else []
    opens = [start for start, _ in quotations]
    spans: list[Span] = []
    start = 0
    for match in _END.finditer(text):
        if match.group()[0] not in "\n\u2028\u2029" and _inside(text, start, match.end(), opens, quotations):
            continue
        _append(spans, text, start, match.end())
        start = match.end()
    _append(spans, text, start, len(text))
    return spans


def _inside(text: str, start: int, end: int, opens: list[int], quotations: list[Span]) -> bool:
    """Whether the end mark that stops before `end` belongs to a quotation of the sentence that began at `start`."""
    at = bisect_right(opens, end - 1) - 1
    if at < 0:
        return False
    opened, closed = quotations[at]
    if opened < start:
        return False
    if end < closed:
        return True
    leads = not text[start:opened].strip()
    return leads and end == closed and closed < len(text) and not text[closed].isspace() and text[closed] not in "“「"


def _append(spans: list[Span], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    bare = piece.strip()
    if bare:
        start += len(piece) - len(piece.lstrip())
        spans.append((start, start + len(bare)))
