"""Sentences: where they end, and that nothing is lost between them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.articles.sentences import sentence_spans


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("会议召开。李四讲话！谁参加？", ["会议召开。", "李四讲话！", "谁参加？"]),
        ("一是抓落实；二是促发展。", ["一是抓落实；", "二是促发展。"]),
        ("他说：“要抓紧。要落实。”会议要求跟进。", ["他说：“要抓紧。要落实。”", "会议要求跟进。"]),
        ("“要抓紧，不能等。”李四说，各镇要落实。", ["“要抓紧，不能等。”李四说，各镇要落实。"]),
        ("“辛苦了！”\n李四说。", ["“辛苦了！”", "李四说。"]),
        ("（会议由王五主持。）随后参观。", ["（会议由王五主持。）", "随后参观。"]),
        ("标题没有句号\n　　正文开始。", ["标题没有句号", "正文开始。"]),
        ("会议于9月3日召开.李四出席并讲话.", ["会议于9月3日召开.", "李四出席并讲话."]),
        ("增长6.5%,达到3.2亿元.网址www.a.cn/x?id=3;完。", ["增长6.5%,达到3.2亿元.", "网址www.a.cn/x?id=3;", "完。"]),
        ("真的吗？！是的……就这样。", ["真的吗？！", "是的……就这样。"]),
        ("", []),
        ("\n　\n", []),
    ],
)
def test_sentences_end_where_readers_end_them(text: str, sentences: list[str]) -> None:
    assert cut(text) == sentences


def test_a_long_quotation_is_a_speech_and_falls_into_sentences() -> None:
    speech = "“" + "要把工作抓实抓细，抓出成效来。" * 12 + "”李四说。"
    assert len(cut(speech)) > 10


def test_an_unclosed_quotation_does_not_swallow_the_rest() -> None:
    assert cut("他说：“要抓紧。要落实。\n第二段。") == ["他说：“要抓紧。", "要落实。", "第二段。"]


@given(st.text("甲乙丙。！？；，“”「」（）.!?;\n 　a1", max_size=60))
def test_sentences_are_in_order_and_leave_out_only_white_space(text: str) -> None:
    spans = sentence_spans(text)
    covered = "".join(text[start:end] for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert "".join(covered.split()) == "".join(text.split())
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)
