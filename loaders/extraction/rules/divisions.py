"""Divisions written one after the other: 云澜县柳河镇孤山村 is a village, in a town, in a county.

News writes the way down without a mark between. The ends of the names and the falling ranks tell where one stops; where
they do not, the name stays whole. In the annotated articles 191 of 202 such neighbours were annotated apart, and as one
within the other.
"""

from __future__ import annotations

import re

Span = tuple[int, int]

RANKS = (
    ("省", "自治区"),
    ("市", "自治州", "地区", "盟"),
    ("县", "区", "旗", "市"),
    ("镇", "乡", "街道", "苏木"),
    ("村", "社区", "嘎查"),
)
"""Ends of names from the widest division to the narrowest. A 市 may be a prefecture or a county."""
NO_DISTRICT = re.compile(r"[社小园山景校新院片灌库厂牧林湾开发工业名特保]区$")
"""社区, 园区, 景区 … end like a district and are none; a zone (高新区, 开发区) is no step of the way down."""
SPEAKER = re.compile(r"[我全本该各两三]|[一二三四五六七八九十]个")
"""我县, 全市, 各镇 name no division."""
FEWEST, MOST = 2, 7
"""Characters of the name of one division."""


def nested(name: str) -> list[Span]:
    """The divisions that `name` is made of, widest first, as spans within it; empty if it is one name only."""
    return next((way for rank in range(len(RANKS)) if (way := _down(name, 0, rank)) and len(way) > 1), [])


def _down(name: str, start: int, rank: int) -> list[Span]:
    """The way from `start` to the end of the name, its first step being of `rank` or narrower."""
    for level in range(rank, len(RANKS)):
        for end in _ends(name, start, level):
            rest = [(end, end)] if end == len(name) else _down(name, end, level + 1)
            if rest:
                return [(start, end), *(step for step in rest if step[0] < step[1])]
    return []


def _ends(name: str, start: int, level: int) -> list[int]:
    """Where a division of the level that begins at `start` may end, the nearest first."""
    return [
        end
        for end in range(start + FEWEST, min(len(name), start + MOST) + 1)
        if _is_division(name[start:end], RANKS[level])
    ]


def _is_division(part: str, suffixes: tuple[str, ...]) -> bool:
    suffix = next((each for each in suffixes if part.endswith(each)), None)
    if suffix is None or len(part) <= len(suffix) or SPEAKER.match(part):
        return False
    return suffix == "社区" or not NO_DISTRICT.search(part)


def encloses(outer: str, inner: str) -> bool:
    """Whether a name that stands right before another is that of a division, and may hold it: 柳河镇, but no 我镇."""
    return any(_is_division(outer, suffixes) for suffixes in RANKS[:-1]) and not SPEAKER.match(inner)
