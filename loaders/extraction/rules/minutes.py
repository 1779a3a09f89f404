"""Minutes: the lines that say when and where a meeting was, who presided, who was away, and who said what.

白马镇党委会议记录（第21次）, then 地点：镇政府小会议室, 主持人：段绍兵, 缺席人员：雷刚, then 余海波：护林员要重新摸底。
"""

from __future__ import annotations

import re

from loaders.extraction.rules.rosters import VERBS

Span = tuple[int, int]

PARTICULAR = re.compile(
    r"(?:^|\n)[ \t　]*(?:会议|活动)?(?:时\s*间|地\s*点|主\s*持人?|出\s*席|列\s*席|参\s*加|参会|与会|缺\s*席|请\s*假"
    r"|记\s*录人?)(?:人员|领导|同志|单位)?[ \t　]*[：:]"
)
"""A line that gives one of a meeting's particulars."""
TITLED = re.compile(
    r"(?!关于|转发|学习|贯彻|传达|印发)(?P<name>\S{2,40}?(?:会议|例会|全会|座谈会|推进会|办公会|联席会|党组会|党委会|常委会|大会))"
    r"的?(?:纪要|记录|摘要|记录摘要)(?:[（(][^（）()]{0,12}[）)])?\s*$"
)
CHAIR = re.compile(r"(?:^|[\n（( 　\t])(?:会议|活动|仪式|大会)?主\s*持人?[ \t　]*[：:]")
AWAY = re.compile(
    r"(?:请\s*假|缺\s*席|缺\s*勤|未\s*到|因(?:故|公|病)[^，。；：:\n]{0,8}|(?:未能?|不能)(?:参加|参会|出席|到会))[^，。；：:\n]{0,6}[：:]"
)
"""The head of a list of those who were not there."""
EXCUSED = re.compile(r"[（(][^（）()\n]{0,6}(?:请假|缺席|未到|病假|事假|出差|外出|书面|委托)[^（）()\n]{0,8}[）)]")
"""After a name, in a list or before what was said in writing: this one was not there."""
VENUE = re.compile(r"(?:^|\n)[ \t　]*(?:[一二三四五六七八九十]、)?(?:会议|活动)?地\s*点[ \t　]*[：:]?[ \t　]*")
SAYS = re.compile(
    rf"(?:（[^）\n]{{1,12}}）)?(?:[：:]|(?:同志|最后|首先|随后|就[^，。；\n]{{1,24}}?){{0,2}}(?:{VERBS.pattern}|领学|推介|点评))"
)
"""After a name that opens a sentence of minutes: what follows was said."""
QUOTED_WITHIN = 80
HANDED_ON = re.compile(r"(?:传达|学习)[^\n]{0,60}(?:讲话|精神)[^\n。]{0,4}。?$")


def is_minutes(text: str) -> bool:
    """Whether a text gives a meeting's particulars line by line."""
    return len(PARTICULAR.findall(text)) >= 2


def has_labels(text: str) -> bool:
    """Whether there is anything in a text for the other functions here to find."""
    return is_minutes(text) or any(label.search(text) for label in (CHAIR, AWAY, EXCUSED, VENUE))


def meeting_of(title: str) -> Span | None:
    """Where a headline names the meeting that the text is the record of: 白马镇党委会议 of 白马镇党委会议记录."""
    found = TITLED.search(title)
    return found.span("name") if found else None


def is_chair(text: str, start: int) -> bool:
    """Whether what begins at `start` stands right after 主持人：."""
    return any(match.end() == start for match in CHAIR.finditer(text, max(0, start - 16), start))


def is_away(text: str, start: int) -> bool:
    """Whether the list that begins at `start` is headed as one of people who were not there."""
    return any(match.end() == start for match in AWAY.finditer(text, max(0, start - 24), start))


def venues(text: str) -> list[int]:
    """Where the names of places begin that stand after 地点：."""
    return [match.end() for match in VENUE.finditer(text)]


def is_excused(text: str, name: Span) -> bool:
    """Whether a bracket after a name says that its bearer was not there: 李春华（请假）."""
    return EXCUSED.match(text, name[1]) is not None


def speaks(text: str, name: Span) -> str | None:
    """The words after a name that opens a sentence of minutes, where they say that its bearer spoke.

    余海波：, 王芝介绍了; not where the sentence before hands on what was said elsewhere (传达了……讲话).
    """
    before = text[max(0, name[0] - QUOTED_WITHIN) : name[0]].rstrip(" \t　0123456789.．、")
    if (before and before[-1] not in "\n。；") or HANDED_ON.search(before):
        return None
    found = SAYS.match(text, name[1])
    return found[0] if found else None
