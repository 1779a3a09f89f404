"""Assignments: an item, and after it in labels who answers for it.

（2）10千伏云清线杆迁改。责任单位：云台供电公司　责任人：罗宏. The labels stand in the item's line or in a line below
it. The item is the matter, up to its first mark. Where other lines stand between, it must say what is to be done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

Span = tuple[int, int]

LABEL = re.compile(
    r"(?<![一-龥])(?P<word>(?:领衔|挂钩|包保|牵头|责任|督办)(?:(?P<organ>单位|部门|科室|股室)|领导|人))"
    r"[ \t\u3000]*[：:]"
)
LIST_ENDS = re.compile(r"[，,。；;\n\t\u3000]| {2,}|(?=[一-龥]{2,6}[：:])")
"""What ends the names after a label."""
NUMBER = re.compile(
    r"[ \t\u3000]*(?:[（(]?[0-9一二三四五六七八九十]{1,3}[）)、.．]|[①-⑳]|[—\-]{1,2}|【[^】\n]{1,3}】)?[ \t\u3000]*"
)
ABOUT = re.compile("关于(?:听取|研究|审议)?")
MATTER = re.compile(r"[^，。；：,;:\n\t\u3000]{2,40}?(?=[，。；,;\n\t\u3000]|\.(?!\d)|[ ]{2,}|$)")
ABOVE = 3
"""In so many lines above a line of labels its item is looked for."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """A matter, and where the names stand that a label gives; `of_organs` tells whether they are organizations."""

    matter: Span
    label: str
    names: Span
    of_organs: bool


def assignments(text: str) -> Iterator[Assignment]:
    """The assignments of a text, in order."""
    for label in LABEL.finditer(text):
        matter = _item(text, label.start())
        if matter:
            end = LIST_ENDS.search(text, label.end() + 1)
            names = label.end(), end.start() if end else len(text)
            yield Assignment(matter, label["word"], names, label["organ"] is not None)


def _item(text: str, place: int) -> Span | None:
    """The item that a label at `place` belongs to: what opens its line, or a numbered line above."""
    line = text.rfind("\n", 0, place) + 1
    first = LABEL.search(text, line)
    if first and text[line : first.start()].strip(" \t\u3000"):
        return _matter(text, line)
    labels_only = True
    for _ in range(ABOVE):
        if line == 0:
            return None
        line = text.rfind("\n", 0, line - 1) + 1
        number = NUMBER.match(text, line)
        if number and number[0].strip(" \t\u3000"):
            return _matter(text, line) if labels_only or _is_business(text, number.end()) else None
        labels_only &= LABEL.match(text, line) is not None
    return None


def _is_business(text: str, start: int) -> bool:
    """Whether an item that begins at `start` says what is to be done: a sentence, or 关于….."""
    end = text.find("\n", start)
    return (
        ABOUT.match(text, start) is not None or text[start : end if end >= 0 else len(text)].rstrip()[-1:] in "。.；;"
    )


def _matter(text: str, line: int) -> Span | None:
    number = NUMBER.match(text, line)
    start = number.end() if number else line
    about = ABOUT.match(text, start)
    found = MATTER.match(text, about.end() if about else start)
    return found.span() if found else None
