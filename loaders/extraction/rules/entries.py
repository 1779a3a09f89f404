"""Entries: who does what in a division of labour, a person a paragraph.

李建国（县委副书记、县长）：主持县政府全面工作。分管县审计局。The person opens the entry; its other sentences open
with the verb and name nobody again. 协助王明分管工会 is a duty of the one who helps.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.extraction.rules.titles import TITLE

Span = tuple[int, int]

NUMBER = r"[\s　]*(?:[（(]?[0-9一二三四五六七八九十]{1,2}[）)、.．]\s*)?"
BEFORE = re.compile(rf"(?:^|[：:；。\n]){NUMBER}$")
AFTER = re.compile(r"(?:同志)?[ \t　]{0,8}(?:[（(][^（）()\n]{1,60}[）)][ \t　]{0,8})?[：:]")
POSTS_ONLY = re.compile(r"(?:同志|挂职|不驻会|试用期?|[正副][处科]级|[ \t　、，,兼（）()])*(?:\n|$)")
MARKS_OF_POSTS = " \t\u3000、，,兼（）()"
DUTY = (
    "(?:同时|具体|主要|重点|直接|并|另|还)?(?:负责|分管|主管|协管|主持|领导(?=[^，。；\n]{0,10}全面)|牵头|主抓|承担"
    "|(?:联系|联点|包联|包保|挂联|挂点|挂钩)(?:村|点|片|企业|单位|部门|学校|乡镇)?"
    "|协助[^，。；：\n]{1,14}?(?:分管|主管|负责|处理|做好|抓好|抓))"
    "(?!人|者|同志|领导|方式|电话|邮[箱编]|地址|任地|着|过|了|实际|群众|公道|节目|单位|部门)"
)
OPENS = re.compile(rf"{NUMBER}{DUTY}[：:]?[\s　]*")
"""How a sentence of an entry opens: with what the person of the entry does."""
ENDS_IN_TITLE = re.compile(rf"^{NUMBER}[^，。；：:\n]{{0,40}}{TITLE}[ \t　]+$")
HEADING = re.compile(r"(?:工作分工|职责分工|分管工作|主要职责|工作职责)[：:]\s*")
CLAUSE = re.compile(rf"[^。；;\n]*?(?=[。；;\n]|[，,](?={DUTY}|不再|不负责|不分管)|$)")
LONGEST_MATTER = 60
NO_MATTER = re.compile(
    "[我你？！?!“]|应当|(?<![对供响适反感相])应(?![急用对收届聘邀变付])|须|不力|追究|另行|的(?:是|人|来)|时，"
)
"""In what follows a verb of duty: a rule or talk, no matter."""
INTERVIEW = re.compile(r"(?:^|\n)[ \t　]*(?:记者|问|答|主持人)[：:]")
HELPED = re.compile("(?:协助|配合)[^，。；]{0,8}$")


def opens_entry(text: str, known: bytearray, name: Span) -> bool:
    """Whether a person named at `name` opens an entry: 李建国（县长）： or a line of name and posts only.

    `known` says which characters are posts, organizations and places (see enumerations.mask).
    """
    line = text.rfind("\n", 0, name[0]) + 1
    start, end = name
    while start > line and (known[start - 1] or text[start - 1] in MARKS_OF_POSTS):
        start -= 1
    titled = ENDS_IN_TITLE.search(text[line : name[0]]) is not None
    if not titled and not any(BEFORE.search(text[max(0, place - 8) : place]) for place in (start, name[0])):
        return False
    if AFTER.match(text, end):
        return True
    while end < len(text) and (known[end] or text[end] in MARKS_OF_POSTS):
        end += 1
    has_post = titled or any(known[start : name[0]]) or any(known[name[1] : end])
    return has_post and POSTS_ONLY.match(text, end) is not None


def begin_after(text: str, name: Span) -> int:
    """Where the duties of an entry begin that the name at `name` opens: after the colon, or in the next line."""
    head = AFTER.match(text, name[1])
    return head.end() if head else (text.find("\n", name[1]) + 1 or len(text))


def headings(text: str) -> list[int]:
    """Where duties begin that stand under a heading of their own on the page of one person: 工作分工：."""
    return [match.end() for match in HEADING.finditer(text)]


def duties(text: str, place: int, until: int) -> Iterator[Span]:
    """The spans of what an entry tells from `place` on, to `until` at the latest.

    The entry goes on in its own line, and over the lines below that open with a duty.
    """
    while place < until:
        line_end = text.find("\n", place)
        line_end = min(until, line_end if line_end >= 0 else len(text))
        if not OPENS.match(text, place, line_end):
            return
        yield from _of_line(text, place, line_end)
        place = line_end + 1


def _of_line(text: str, place: int, end: int) -> Iterator[Span]:
    while place < end:
        clause, opening = CLAUSE.match(text, place, end), OPENS.match(text, place, end)
        assert clause is not None  # it ends with the line at the latest
        matter = text[opening.end() : clause.end()] if opening else ""
        if opening and 0 < len(matter) <= LONGEST_MATTER and not NO_MATTER.search(matter):
            yield opening.end(), clause.end()
        place = clause.end() + 1


def is_interview(text: str) -> bool:
    """Whether names before a colon are those of speakers: somebody asks."""
    return INTERVIEW.search(text) is not None


def is_helped(text: str, name: Span) -> bool:
    """Whether somebody is named as the one who is helped: 协助王明分管工会."""
    return HELPED.search(text[max(0, name[0] - 16) : name[0]]) is not None
