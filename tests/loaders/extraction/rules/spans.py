"""Where words stand in a text, so that tests can be written in words."""

from __future__ import annotations

import re

Span = tuple[int, int]


def find(text: str, words: str, number: int = 0) -> Span:
    """The span of the occurrence of `words` with that number."""
    match = list(re.finditer(re.escape(words), text))[number]
    return match.span()


def spans(text: str, *words: str) -> list[Span]:
    """The spans of the first occurrences of all `words`."""
    return [find(text, word) for word in words]


def sentences(text: str) -> list[Span]:
    """The sentences of a short text: up to 。 or a line break."""
    return [match.span() for match in re.finditer(r"[^。\n]+。?", text)]
