"""Annotations find their place in the text."""

import pytest

from loaders.annotations.locate import apart, entity_spans, event_spans, matter_span, occurrences, paraphrase, post_span


def test_the_longest_form_wins() -> None:
    text = "区委组织部和区委召开会议"
    assert entity_spans(text, [["区委"], ["区委组织部"]]) == [[(6, 8)], [(0, 5)]]


def test_occurrences_may_overlap() -> None:
    assert list(occurrences("哈哈哈", "哈哈")) == [(0, 2), (1, 3)]
    assert list(occurrences("哈哈哈", "")) == []
    assert apart([(0, 2), (1, 3), (2, 4)]) == [(0, 2), (2, 4)]


def test_a_post_stands_near_its_holder_in_the_same_sentence() -> None:
    text = "局长到会。副县长王强、局长李明出席。局长再次讲话"
    assert post_span(text, "局长", [(13, 15)]) == (11, 13)
    assert post_span(text, "市长", [(13, 15)]) is None
    assert post_span("局长到会。李明出席", "局长", [(5, 7)]) is None


def test_an_event_is_found_by_its_name_or_by_a_paraphrase() -> None:
    text = "昨日，王强前往工地检查扬尘治理工作。"
    assert event_spans(text, ["扬尘治理"], []) == [(11, 15)]
    assert event_spans(text, ["王强检查工地扬尘治理情况"], ["王强"]) == [(7, 15)]


@pytest.mark.parametrize("phrase", ["完全无关的话语", "扬"])
def test_what_is_not_told_is_not_found(phrase: str) -> None:
    assert paraphrase("昨日，王强前往工地检查扬尘治理工作。", phrase) is None


def test_a_matter_is_taken_word_for_word_where_it_stands() -> None:
    assert matter_span("由住建局负责扬尘治理", "扬尘治理") == (6, 10)
