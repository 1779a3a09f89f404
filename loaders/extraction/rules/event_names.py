"""Names of one event: what an article calls it once it has named it, and the same name a little otherwise.

县旅游工作总结会 … 总结会; 筹备工作会 … 筹备工作会议. What else tells two events of such names apart (days, places, who
called them) is for the caller to ask.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

LONGEST_KIND = 6
"""Characters of a name that says only what kind of event it is: 新闻发布会."""
SHORTEST_NAME = 6
MOST_MORE = 3
FILLING = frozenset("会议大与和的及上")
"""So many characters, and only such as say nothing, one name may have more than the other: 动员会, 动员大会. A level, a
sector or a stage does say something: 全县教育会议 is no 全县教育党建会议, a 推进会 no 推进会筹备会."""
ALIKE = 0.8
"""The share of the shorter name that stands in the same order in the longer one: two words may be exchanged."""
KIND = re.compile(r"(?:会|会议|仪式|活动|论坛|典礼|座谈|培训|讲座|比赛|大赛)$")
VISIT = re.compile(r"调研|考察|视察|检查|督查|督导|看望|慰问|走访|访问|参观|来访|到访|指导")
MARKS = re.compile(r"[“”《》\"'‘’()〈〉\s、,·•]")
POINTER = re.compile(r"^(?:本次|此次|这次|该|当天的)")
NUMBER = re.compile(r"[0-9〇零一二两三四五六七八九十百]+")
MEETING = "会议"
LEVEL = re.compile(r"(?P<whose>全|我|本|[\u4e00-\u9fff]{2,4}?)?(?P<rest>[省市县区旗州镇乡].+)")
"""A name that opens with a level: 全县…, 云澜县…, 县…."""
OWN = ("", "全", "我", "本")
"""Before a level: the one whose news this is."""
FARTHEST = 24
HANDED_ON = re.compile(r"(?:传达|学习|贯彻|落实|收看|收听)[^，。；\n]{0,20}$")
SPIRIT = re.compile(r"[”》]?(?:的)?精神")


def plain(name: str) -> str:
    """A name without marks and pointers: 此次“安全生产月”活动 is 安全生产月活动."""
    return POINTER.sub("", MARKS.sub("", unicodedata.normalize("NFKC", name)))


def one_name(first: str, second: str) -> bool:
    """Whether two plain names are one name a little otherwise: 筹备工作会, 筹备工作会议; 学习贯彻, 贯彻学习.

    Their numbers are the same, in the same order, and so is the character at their end.
    """
    short, long = sorted((first, second), key=len)
    if len(short) < SHORTEST_NAME or len(long) - len(short) > MOST_MORE or outline(short) != outline(long):
        return False
    return not Counter(short) - Counter(long) and _common(short, long) >= ALIKE * len(short)


def of_its_level(name: str) -> tuple[str, str] | None:
    """Whose, and the rest, of a plain name that opens with a level: 云澜, 县教育工作会议. None of other names."""
    match = LEVEL.fullmatch(name)
    return (match["whose"] or "", match["rest"]) if match else None


def one_of_a_level(first: str, second: str) -> bool:
    """Whether two plain names differ only in whose they are, and one says only the level: 云澜县例会, 全县例会."""
    a, b = of_its_level(first), of_its_level(second)
    if not a or not b or a[1] != b[1]:
        return False
    return len(a[1]) >= SHORTEST_NAME and not {a[0], b[0]}.isdisjoint(OWN)


def of_two_places(first: str, second: str) -> bool:
    """Whether two plain names differ in whose they are, and both say it: 云澜县教育工作会议, 柳河县教育工作会议."""
    a, b = of_its_level(first), of_its_level(second)
    return bool(a and b and a[1] == b[1] and a[0] != b[0] and {a[0], b[0]}.isdisjoint(OWN))


def outline(name: str) -> tuple[str, ...]:
    """What all plain names of one event have alike, so that only names of one outline need comparing: the character at
    the end, the characters that say something, in the order of their code points, and the numbers.
    """
    telling = sorted(character for character in name if character not in FILLING)
    return _end(name), "".join(telling), *NUMBER.findall(name)


def is_kind_of(short: str, full: str) -> bool:
    """Whether a plain name says only of what kind the event of the fuller plain name is: 汇报会, 花椒产业汇报会."""
    return short != full and len(short) <= LONGEST_KIND and full.endswith(short) and KIND.search(short) is not None


def visits(name: str) -> set[str]:
    """The words of a name that say that somebody goes somewhere to see: 调研 of 王明到柳河镇调研."""
    return set(VISIT.findall(name))


def is_cited(text: str, span: tuple[int, int]) -> bool:
    """Whether a mention cites an event elsewhere: 传达全省花椒产业推进会精神. A county's own may have the same name."""
    before = text[max(0, span[0] - FARTHEST) : span[0]]
    return SPIRIT.match(text, span[1]) is not None or HANDED_ON.search(before) is not None


def _end(name: str) -> str:
    """The last character, 会议 being a 会."""
    return name[-2] if name.endswith(MEETING) else name[-1]


def _common(short: str, long: str) -> int:
    """The length of the longest common subsequence."""
    row = [0] * (len(long) + 1)
    for character in short:
        before = row
        row = [0]
        for place, other in enumerate(long):
            row.append(before[place] + 1 if character == other else max(row[-1], before[place + 1]))
    return row[-1]
