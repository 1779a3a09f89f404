"""Registers: people and their posts set out as lists, not told in sentences.

柯建国　市委副书记、市长 (columns), 王芝（财政所所长） (brackets), 仇万里，男，…，村党支部书记 (particulars), and a post
once for the names below it (副镇长：). The post is that of the name it stands by, and of nobody else.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import itemgetter

from loaders.extraction.rules.offices import is_shared
from loaders.extraction.rules.titles import TITLE

Span = tuple[int, int]

PLAIN = r"[^，。；、：:！？\n（）()“”\s的]"
OFFICE = rf"{PLAIN}{{0,22}}?(?P<title>{TITLE}|负责人)"
OFFICES = re.compile(rf"{OFFICE}(?=[，,。；;、\n）)\t]|[ \u3000]{{2}}|[ \u3000\t]*(?:\n|$)|$)")
"""One office of a chain: a mark, a closing bracket, the next column or the end of the line follows it."""
NEXT_COLUMN = re.compile(r"\t|[ \u3000]{2,}")
BLANKS = "[ \u3000\t]"
NOTE = r"(?:[（(][^（）()\n]{1,8}[）)])?"
"""What is noted of a name: （女）, （苗族）."""
COLUMN = re.compile(rf"{NOTE}{BLANKS}+(?=\S)")
BRACKET = re.compile("[（(]")
CLAUSE_ENDS = "，,。；"
CLAUSES = re.compile(f"[{CLAUSE_ENDS}]")
PARTICULARS = re.compile(rf"{BLANKS}{{0,8}}(?:[，,]{BLANKS}{{0,8}})?[男女][，,]")
NOT_NOW = re.compile("拟|曾|历任|原任|时任|免去|不再|辞去|卸任|退休|前任|已故|候选|剧中|替补|最美")
"""What says that a post is not held now: it is to come, or over."""
NO_OFFICE = re.compile("冒充|假冒|自称|饰演|扮演|举报|投诉|辱骂|殴打|咨询|反映|请见|写给|致(?!公)|找|问|班$")
"""Before a title: somebody else's. An organization stands before one's own, or nothing; a 班主任 is no 主任."""
ADDRESS = re.compile("各位|各村|各乡镇|各镇|尊敬|敬爱|亲爱|优秀|最佳|先进|来信")
"""In what looks like a heading: it speaks to people, or praises them."""
HEADING = re.compile(
    rf"(?:^|(?<=\n)){BLANKS}*{PLAIN}{{0,16}}?(?P<title>{TITLE})(?:[（(][^（）()\n]{{1,12}}[）)])?[：:]"
)
"""A post that heads the names after it: 副镇长（按姓氏笔画为序）：."""
BETWEEN = re.compile(r"(?:[\s、，,；;]|[（(][^（）()\n]{0,12}[）)])*")
"""What may stand between two names under one heading, besides posts: of （副校长） nothing but the bracket is left."""
REST = re.compile(r"(?:[ \t\u3000、，,；;。]|等\d*人?|[（(][^（）()\n]{0,12}[）)])*")
"""What may follow the last of them in its line."""


def titles_beside(text: str, name: Span) -> list[Span]:
    """The spans of the titles that stand by a name in a register."""
    bracket = BRACKET.match(text, name[1])
    if bracket and (found := _whole(text, bracket.end(), "）)")):
        return found
    column = COLUMN.match(text, name[1])
    if column and (found := _whole(text, column.end(), "\n")):
        return found
    return _of_particulars(text, name)


def titles_in(text: str, cell: Span) -> list[Span]:
    """The spans of the titles of a cell that holds a chain of offices and nothing else."""
    return _whole(text[: cell[1]], cell[0], "")


def _whole(text: str, start: int, closing: str) -> list[Span]:
    """The titles of a chain of offices that fills all between `start` and one of the `closing` characters."""
    found: list[Span] = []
    place = start
    while match := OFFICES.match(text, place):
        before = text[match.start() : match.start("title")]
        if NOT_NOW.search(before) or NO_OFFICE.search(before):
            return []
        found.append(match.span("title"))
        place = match.end()
        if "\n" in closing and NEXT_COLUMN.match(text, place):
            return found
        while place < len(text) and text[place] in " \u3000\t" and "\n" in closing:
            place += 1
        if place >= len(text) or text[place] in closing:
            return found
        if text[place] not in "、，,":
            return []
        place += 1
    return []


def _of_particulars(text: str, name: Span) -> list[Span]:
    """仇万里，男，1966年12月生，柳行村党支部书记、村委会主任: the clauses of the line that are offices and no more."""
    begun = PARTICULARS.match(text, name[1])
    if not begun or text[text.rfind("\n", 0, name[0]) + 1 : name[0]].strip(" \u3000\t0123456789.、．"):
        return []
    end = text.find("\n", begun.end())
    line = text[: end if end >= 0 else len(text)]
    starts = [begun.end(), *(mark.end() for mark in CLAUSES.finditer(line, begun.end()))]
    return [title for start in starts for title in _whole(line, start, CLAUSE_ENDS)]


def under_headings(text: str, known: bytearray, names: Sequence[Span]) -> list[tuple[Span, list[Span]]]:
    """(title, names) for each post that heads a list of `names`; `known` marks posts and organizations between them.

    The list fills its lines: where a sentence goes on after the last name the heading is an address. A post that only
    one can hold is of the first name, unless each stands in a line of its own.
    """
    found = []
    for match in HEADING.finditer(text):
        before = text[match.start() : match.start("title")]
        listed = _listed(text, known, names, match.end())
        refused = any(kind.search(match[0]) for kind in (NOT_NOW, ADDRESS)) or NO_OFFICE.search(before)
        if listed and not refused and _fills_its_line(text, known, listed[-1][1]):
            in_rows = "\n" in text[match.end() : listed[-1][0]]
            found.append((match.span("title"), listed if in_rows or is_shared(match["title"]) else listed[:1]))
    return found


def _fills_its_line(text: str, known: bytearray, end: int) -> bool:
    line_end = text.find("\n", end)
    rest = range(end, line_end if line_end >= 0 else len(text))
    return REST.fullmatch("".join(text[at] for at in rest if not known[at])) is not None


def _listed(text: str, known: bytearray, names: Sequence[Span], start: int) -> list[Span]:
    listed: list[Span] = []
    place = start
    for name in names[bisect_left(names, start, key=itemgetter(0)) :]:
        gap = "".join(text[at] for at in range(place, name[0]) if not known[at])
        own_line = text[place : name[0]].rpartition("\n")
        if BETWEEN.fullmatch(gap) is None or (own_line[1] and own_line[2].strip()):
            break
        listed.append(name)
        place = name[1]
    return listed
