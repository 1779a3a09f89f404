"""Activities: the pages that tell a leader's days line by line, naming the leader once.

县长曹明一周活动, then 2月14日，主持召开县政府党组会议。 Or of several leaders, each in a line before their days.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from loaders.extraction.rules.titles import TITLE

Span = tuple[int, int]

TITLED = re.compile(
    r"(?:(?:[一每本上下]周|近期|\d{1,2}月)(?:的)?(?:工作|公务|政务|主要|重要)?(?:活动|动态|日程|行程))(?:安排|集锦|一览|预告)?"
)
TITLE_HEADS = re.compile(
    rf"(?P<title>[^\n，。、]{{0,10}}?{TITLE})(?:第?[\d一二三四五六七八九十]+周|[一每本上下]周|近期|\d)"
)
TIME = re.compile(r"\s*(?:同日|当天|当日|次日)?(?:[上下中]午|晚上?|早上)[，,]?")
DAY = re.compile(r"\s*(?:\d{4}年)?\d{1,2}月\d{1,2}日")
CHAIRS = re.compile(r"主持(?:召开)?(?:了)?$")
SPEAKS = re.compile(
    r"[^。；;\n]{0,12}?(?:讲话|致辞|致词|讲党课)|[，,]?并(?:就|作)[^。；;\n]{0,14}?(?:部署|安排|发言|讲话)"
)
NOT_THERE = re.compile("未|推迟|取消|派|委托|批示|因公|听取")
"""Between the day and an event: the leader was not at it."""
OPENING = re.compile(
    r"\s*(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:（[^）\n]{1,6}）)?(?:[上下中]午|晚上?|早上)?[，,]?\s*"
)
"""How a line of a diary opens, before the verb."""


def is_diary(title: str) -> bool:
    """Whether a headline announces somebody's days: 县领导一周活动（3月13日—3月19日）."""
    return TITLED.search(title) is not None


def title_of(headline: str) -> str:
    """The title that a headline gives instead of a name: 县委书记 of 县委书记一周政务活动; "" for one without."""
    found = TITLE_HEADS.match(headline)
    return found["title"] if found else ""


def opening_of(text: str, sentence: Span) -> int:
    """Where what is told up to an event begins: its sentence, if that opens with a time of day, or its line."""
    start = sentence[0]
    return start if TIME.match(text, start) else text.rfind("\n", 0, start) + 1


def tells_days(text: str, start: int) -> bool:
    """Whether what follows `start` begins with a day: 3月14日，赴东陵镇调研。"""
    return DAY.match(text, start) is not None


def chairs(text: str, event: Span) -> bool:
    """Whether the leader presided: 主持召开 right before the event's name."""
    return CHAIRS.search(text[max(0, event[0] - 8) : event[0]]) is not None


def speaks(text: str, event: Span) -> bool:
    """Whether the leader spoke there, as the rest of the sentence says: 并讲话."""
    return SPEAKS.match(text, event[1]) is not None


def is_own(text: str, line: int, event: Span, organs: Collection[int]) -> bool:
    """Whether what a line tells up to an event is the leader's own doing: no organization opens it (县政府召开……).

    `organs` are the places where names of organizations begin.
    """
    opening = OPENING.match(text, line)
    assert opening is not None  # it may be empty
    return opening.end() not in organs and not NOT_THERE.search(text, line, event[0])
