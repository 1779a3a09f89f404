"""A text to sentences, and sentences to the windows that the encoder sees.

Offsets are code points of the text passed in, end exclusive. Sentences and windows both cover the text without gap or
overlap, so a character has exactly one sentence and one window.
"""

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from loaders.extraction.reader.vocabulary import SEPARATOR, START, Vocabulary

Span = tuple[int, int]

SENTENCE_ENDS = frozenset("。！？；!?\n")
JOINTS = re.compile("[、，；：,;:）)”》 \u3000\t]")
"""After these a sentence too long for a window may be cut: never within a name of a roster."""
WINDOW_CHARACTERS = 440
"""The most characters of a window; with the title and three marks it stays under the encoder's 512 positions."""
TITLE_CHARACTERS = 60
"""How much of the first line goes before every later window, so that it knows what the article is about."""


def sentences(text: str) -> list[Span]:
    """The sentences of `text`, their end marks included. Blank stretches belong to the sentence before them."""
    ends = [place + 1 for place, character in enumerate(text) if character in SENTENCE_ENDS]
    if text and (not ends or ends[-1] < len(text)):
        ends.append(len(text))
    spans: list[Span] = []
    start = 0
    for end in ends:
        if spans and not text[start:end].strip():
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
        start = end
    return spans


@dataclass(frozen=True, slots=True)
class Layout:
    """How a text is laid out: the number of the `sentence` and of the `paragraph` (line) of each character."""

    sentence: NDArray[np.int64]
    paragraph: NDArray[np.int64]


def layout(text: str, spans: list[Span]) -> Layout:
    """The layout of a text whose sentences are `spans`. The first line, mostly the title, is paragraph 0."""
    sentence = np.zeros(len(text), np.int64)
    for number, (start, end) in enumerate(spans):
        sentence[start:end] = number
    ends = np.array([character == "\n" for character in text], np.int64)
    return Layout(sentence, np.cumsum(ends) - ends)


@dataclass(frozen=True, slots=True)
class Window:
    """One row of the encoder's input: `tokens`, of which those from `first` on stand for text[start:end]."""

    start: int
    end: int
    first: int
    tokens: NDArray[np.int64]


def window_spans(text: str, spans: list[Span], size: int = WINDOW_CHARACTERS) -> list[Span]:
    """Packs sentences, in order, into stretches of at most `size` characters; longer sentences are cut at a mark."""
    pieces = [piece for span in spans for piece in _pieces(text, span, size)]
    packed: list[Span] = []
    for start, end in pieces:
        if packed and end - packed[-1][0] <= size:
            packed[-1] = (packed[-1][0], end)
        else:
            packed.append((start, end))
    return packed


def _pieces(text: str, sentence: Span, size: int) -> list[Span]:
    """A sentence in pieces of about the same length, so that none lacks what stands around it, each over half of `size`
    but the last."""
    start, end = sentence
    pieces = []
    while end - start > size:
        even = start + -(-(end - start) // -(-(end - start) // size))
        marks = [match.end() for match in JOINTS.finditer(text, start + size // 2, start + size)]
        cut = min(marks, key=lambda mark: abs(mark - even), default=even)
        pieces.append((start, cut))
        start = cut
    return [*pieces, (start, end)]


def windows(text: str, spans: list[Span], vocabulary: Vocabulary) -> list[Window]:
    """The windows of a text whose sentences are `spans`."""
    codes = vocabulary.encode(text)
    title = codes[: min(TITLE_CHARACTERS, len(text.split("\n", 1)[0]))]
    start_mark, separator = np.array([START]), np.array([SEPARATOR])
    rows = []
    for number, (start, end) in enumerate(window_spans(text, spans)):
        head = np.concatenate([start_mark, title, separator]) if number and len(title) else start_mark
        rows.append(Window(start, end, len(head), np.concatenate([head, codes[start:end], separator])))
    return rows
