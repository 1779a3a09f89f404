"""Sentences and windows cover a text exactly once."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.extraction.reader.vocabulary import SEPARATOR, SPACE, START, UNKNOWN, Vocabulary
from loaders.extraction.reader.windows import (
    TITLE_CHARACTERS,
    WINDOW_CHARACTERS,
    layout,
    sentences,
    window_spans,
    windows,
)

VOCABULARY = Vocabulary(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "[SPACE]", *"区委召开会议，。a"])
TEXTS = st.text(st.sampled_from("区委召开会议，。！？；\n 　\U00020000"), max_size=1200)


@given(TEXTS)
def test_sentences_cover_every_character_once(text: str) -> None:
    assert "".join(text[start:end] for start, end in sentences(text)) == text


@given(TEXTS)
def test_windows_cover_every_character_once(text: str) -> None:
    rows = windows(text, sentences(text), VOCABULARY)
    assert [place for row in rows for place in range(row.start, row.end)] == list(range(len(text)))
    for row in rows:
        assert row.end - row.start <= WINDOW_CHARACTERS
        stands_for = row.tokens[row.first : row.first + row.end - row.start]
        assert np.array_equal(stands_for, VOCABULARY.encode(text[row.start : row.end]))


@given(TEXTS)
def test_a_row_fits_the_encoder(text: str) -> None:
    for row in windows(text, sentences(text), VOCABULARY):
        assert len(row.tokens) <= WINDOW_CHARACTERS + TITLE_CHARACTERS + 3
        assert row.tokens[0] == START
        assert row.tokens[-1] == SEPARATOR


def test_a_sentence_ends_with_its_mark() -> None:
    text = "区委召开会议。会上，强调！\n\n散会"
    assert [text[a:b] for a, b in sentences(text)] == ["区委召开会议。", "会上，强调！\n\n", "散会"]


def test_a_sentence_is_not_cut_when_it_fits_a_window() -> None:
    assert window_spans("区" * 640, [(0, 300), (300, 500), (500, 640)]) == [(0, 300), (300, 640)]


def test_a_sentence_longer_than_a_window_is_cut_evenly() -> None:
    assert window_spans("区" * 1000, [(0, 1000)]) == [(0, 334), (334, 667), (667, 1000)]


def test_a_sentence_longer_than_a_window_is_cut_between_names() -> None:
    text = "、".join(["王建国", "李娜"] * 150) + "出席会议。"
    cut = window_spans(text, sentences(text))
    assert len(cut) == 3
    assert all(text[end - 1] == "、" for _, end in cut[:-1])


def test_a_mark_at_the_very_start_cuts_nothing_off_in_vain() -> None:
    text = "，" + "区" * 879
    assert window_spans(text, [(0, 880)]) == [(0, 440), (440, 880)]


def test_later_windows_open_with_the_title() -> None:
    text = "区委会议\n" + "召开会议。" * 100
    first, second = windows(text, sentences(text), VOCABULARY)
    assert first.first == 1
    title = VOCABULARY.encode("区委会议")
    assert np.array_equal(second.tokens[: second.first], [START, *title, SEPARATOR])


@pytest.mark.parametrize(
    ("character", "number"), [("龘", UNKNOWN), ("　", SPACE), ("\n", SPACE), ("A", 14), ("。", 13)]
)
def test_vocabulary(character: str, number: int) -> None:
    assert VOCABULARY.encode(character).tolist() == [number]


def test_every_character_knows_its_sentence_and_its_paragraph() -> None:
    known = layout("一\n二三。\n\n四", [(0, 2), (2, 7), (7, 8)])
    assert known.sentence.tolist() == [0, 0, 1, 1, 1, 1, 1, 2]
    assert known.paragraph.tolist() == [0, 0, 1, 1, 1, 1, 2, 3]


@given(st.text("一二。\n"))
def test_a_paragraph_ends_with_its_line(text: str) -> None:
    known = layout(text, sentences(text)).paragraph.tolist()
    assert known == [text.count("\n", 0, place) for place in range(len(text))]
