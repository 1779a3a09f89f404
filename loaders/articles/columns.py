"""Lists set in columns: rows of names, of names with their posts, of a post with who holds it.

石磊　顾远帆　江涛　　　1　石磊　副县长　　　副组长：顾远帆　江涛　　　序号　姓名　职务　　　石磊｜副县长｜农业

A row is whole: what a line break parts there belongs to two people, though nothing ends the line. Whoever wraps running
text does so within names too, so a line of names that does not begin and end with one is no row.
"""

from __future__ import annotations

import re

from loaders.articles.padding import SURNAMES, unpadded

_WIDE = re.compile(r"[\t\u3000\u2003]|[ \xa0\u2002]{2,}")
_STROKES = re.compile(r"[｜|│\t]")
_PARTED = re.compile(r"[\s：:]")
_SENTENCE = re.compile(r"[。！？；，,!?;]|、$")
_COMPOUND = "欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|令狐|慕容|司徒|夏侯|端木|宇文|长孙|东郭|南宫"
_NAME = re.compile(
    rf"(?:(?:[{''.join(sorted(SURNAMES))}]|{_COMPOUND})[\u3400-\u9fff]{{1,2}}|[\u3400-\u9fff]{{1,6}}·[\u3400-\u9fff·]{{1,10}})"
    r"(?:[（(][^（）()]{1,8}[）)])?[*＊]?"
)
_POST = re.compile(
    r".*(?:长|书记|主任|主席|委员|常委|代表|经理|董事|理事|监事|教授|[医律程]师|[职科组队党成]员|政委|助理|秘书|顾问|干部|负责人)"
)
_PARTICULAR = re.compile(r"\d{1,4}[.．、]?|\d{4}[年.．].*|[男女]|[\u3400-\u9fff]{1,3}族")
"""A number, a birthday, a sex, a nation."""
_LABEL = re.compile(r"(?P<post>[^：:\s]{2,16})[：:]")
_HEADING = "姓名"
_LONGEST = 20
"""Characters of the longest cell."""
_RARE = 4
"""Characters of the longest name whose surname is not known here."""


def is_row(text: str) -> bool:
    """Whether `text`, a line without blanks around it, is a row of a list in columns."""
    if len(_STROKES.findall(text)) > 1:
        return True
    if not _PARTED.search(text) or _SENTENCE.search(text):
        return False
    text = unpadded(text)
    if (label := _LABEL.match(text)) is not None:
        return _POST.fullmatch(label["post"]) is not None and _all(
            _NAME, re.split(r"[\s、]+", text[label.end() :].strip())
        )
    cells, wide = text.split(), _WIDE.search(text) is not None
    names = _count(_NAME, cells)
    if any(len(cell) > _LONGEST for cell in cells):
        return False
    told = _count(_POST, cells) + _count(_PARTICULAR, cells)
    if 3 * names >= 2 * len(cells) and _all(_NAME, [cells[0], cells[-1]]):
        return len(cells) > (1 if wide else 2) and (names + told == len(cells) or max(map(len, cells)) <= _RARE)
    return wide and (_HEADING in cells or 0 < names < names + told == len(cells))


def _count(pattern: re.Pattern[str], cells: list[str]) -> int:
    return sum(pattern.fullmatch(cell) is not None for cell in cells)


def _all(pattern: re.Pattern[str], cells: list[str]) -> bool:
    return _count(pattern, cells) == len(cells)
