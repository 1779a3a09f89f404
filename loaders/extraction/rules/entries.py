"""Entries: who does what in a division of labour, a person a paragraph.

李建国（县委副书记、县长）：主持县政府全面工作。分管县审计局。The person opens the entry; its other sentences open
with the verb and name nobody again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

Span = tuple[int, int]

NUMBER = r"[\s　]*(?:[（(]?[0-9一二三四五六七八九十]{1,2}[）)、.．]\s*)?"
BEFORE = re.compile(rf"(?:^|[：:；。\n]){NUMBER}$")
AFTER = re.compile(r"(?:同志)?[\s　]*(?:[（(][^（）()\n]{1,60}[）)])?[\s　]*[：:]")
POSTS_ONLY = re.compile(r"(?:同志|[\s　、，,兼（）()])*(?:\n|$)")
DUTY = (
    "(?:同时|具体|主要|重点|并|另|还)?(?:负责|分管|主管|协管|主持|牵头|联系|联点|包联|包保|挂联|挂点|挂钩|主抓|承担"
    "|协助[^，。；：\n]{1,14}?(?:分管|主管|负责|处理|做好|抓))"
)
OPENS = re.compile(rf"{NUMBER}{DUTY}[：:]?[\s　]*")
"""How a sentence of an entry opens: with what the person of the entry does."""
MARKS = "。；，：:;\n"
HELPED = re.compile("(?:协助|配合)[^，。；]{0,8}$")
LONGEST = 400
"""Characters of an entry in which its later sentences still speak of the person who opens it."""


def opens_entry(text: str, known: bytearray, name: Span) -> bool:
    """Whether a person named at `name` opens an entry: 李建国（县长）： or a line of name and posts only.

    `known` says which characters are posts, organizations and places (see enumerations.mask).
    """
    start = name[0]
    while start and known[start - 1]:
        start -= 1
    if not BEFORE.search(text[max(0, start - 8) : start]) and start:
        return False
    if AFTER.match(text, name[1]):
        return True
    end = name[1]
    while end < len(text) and (known[end] or text[end] in " \u3000、，,兼（）()"):
        end += 1
    return end > name[1] and POSTS_ONLY.match(text, end) is not None and any(known[name[1] : end])


def told_without_subject(text: str, matter: Span) -> int | None:
    """Where the clause begins that tells of a matter without saying whose it is (分管县审计局), else None."""
    start = matter[0]
    while start and text[start - 1] not in MARKS:
        start -= 1
    if start and text[start - 1] in "：:":  # 分管：县审计局
        label = max((text.rfind(mark, 0, start - 1) for mark in MARKS), default=-1) + 1
        if OPENS.fullmatch(text, label, start):
            return label
    opening = OPENS.match(text, start)
    return start if opening and opening.end() >= matter[0] else None


def goes_on(text: str, opening: Span, clause: int, others: Sequence[Span]) -> bool:
    """Whether the entry that opens with the name at `opening` still goes on at `clause`.

    In its own paragraph, or over lines that open with a duty; not once another is named, unless as one who is helped.
    """
    if not opening[1] <= clause <= opening[1] + LONGEST:
        return False
    if any(opening[1] <= start < clause and not HELPED.search(text, 0, start) for start, _ in others):
        return False
    _, *lines = text[opening[1] : clause].split("\n")
    return all(OPENS.match(line) for line in lines[:-1])
