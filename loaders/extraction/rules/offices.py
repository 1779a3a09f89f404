"""Titles beyond the name they stand before: after a name, for the rest of a list, where somebody comes or goes.

冷松副局长 holds 副局长: in the annotated articles 247 of 254 titles right after a name are annotated so.
副主席王明、李华、赵强: a title that several people can hold at once holds for each of the list, 94 of 100 times; one
that only one holds (局长王明、李华) does not. 选举王明为县政协主席, 王明当选主席, 免去王明的县水利局局长职务: what the
reader left of these was annotated 19 of 19 times, those who go mostly as optional.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter

from loaders.extraction.rules.terms import CHOOSE, DISMISS, governing
from loaders.extraction.rules.titles import HEADS, RANK, TITLE

AFTER_NAME = re.compile(
    rf"{RANK}(?:{HEADS}|调研员)"
    r"(?![助办人室级]|(?<=主任)(?:法?医|[护药技]师|科员|记者|编辑|委员)|(?<=书记)(?:员|处书记)|(?<=主席)[令团台]"
    r"|(?<=会长)单位|(?<=长)(?:期(?![待望盼间])|大[后成]|袖善|假|远|春之|江[大流以])"
    r")"
)
"""A title that stands right after a name. 张三主任助理, 张三局长办公室 and 张三主任医师 are other things."""
FELLOW = "(?:同志|女士|先生)?"
OFFICE = rf"[^，。；、：！？,;:.\n（）()“”]{{0,22}}?(?P<title>{TITLE})"
"""An organization, which may be left out, and the title in it."""
CHOSEN = re.compile(rf"(?:{CHOOSE}|推举|选出|聘请)(?:产生)?$")
DISMISSED = re.compile(rf"(?:{DISMISS})$")
INTO = re.compile(rf"{FELLOW}为{OFFICE}(?=[，。；、！？,;\n（）()]|$)")
ELECTED = re.compile(rf"{FELLOW}(?:当选|就任|出任|接任|继任)为?{OFFICE}(?=[，。；、！？,;\n（）()]|$)")
HELD = re.compile(rf"{OFFICE}(?=[，。；、！？,;.\n（）()兼]|$)")
OUT_OF = re.compile(rf"{FELLOW}的?{OFFICE}(?=的?职务)")
LISTED = re.compile(r"(?:^|\n)[\s　]*$")
"""Before a name that opens a line: a heading above may say the verb for it (免去：)."""
PRESENT = re.compile("现任|现为")
RELATIVE = re.compile("的|其|之|同学|同事|儿子|女儿|妻|丈夫|父|母|兄|弟|姐|妹|战友|学生")
"""Between a name and 现任: somebody else holds it."""
ALSO = re.compile(
    r"(?:(?<=[，,；;。.])(?:同时|并|现)?|(?<=同志))(?:兼任|担任|挂任|挂职任|现任|出任|调任|兼|任(?![命免期职务教]))"
)
"""Opens a clause that tells of a further office, not of whose, or follows 同志: in the annotated articles 38 of 41 and
45 of 45 are those of the last name before, the other three optional."""
IF = "如果|假如|假使|倘若|网传|谣传"
"""What follows has not been, or is only said."""
OTHER_TIME = re.compile(rf"\d{{4}}年|曾|先后|历任|当时|时任|拟|{IF}|建议|推荐")
"""Between a name and such a clause: the office was held once, or is to come."""
UNTRUE = re.compile(f"(?:建议|不同意|反对|{IF}|若|提请|提议)[^，。；]{{0,12}}$")
"""Before the verb that chooses or dismisses: it has not been done."""
PLANNED = re.compile(
    rf"(?:曾任|曾担任|历任|{IF})[^，。；\n]{{0,30}}$"
    r"|拟(?:任|提名|推荐|提拔|晋升|转任|调任|聘|担任)[^，。；\n]{0,30}$"
)
CANDIDATE = re.compile(r"(?:正式|初步|建议)?(?:候选人|人选)")
BEFORE = 6
"""Characters before a name in which the verb stands that chooses or dismisses."""
SHARED = re.compile(
    r"^(?:常务)?副|(?<!主任)(?<!政治)委员$|(?:常委|成员|理事|代表|调研员|院士|教授|研究员|组成员|顾问|专家|助理)$"
)


def title_after(text: str, name_end: int) -> tuple[int, int] | None:
    """The span of the title that begins where a name ends."""
    found = AFTER_NAME.match(text, name_end)
    return found.span() if found else None


def title_given(text: str, name: tuple[int, int]) -> tuple[int, int] | None:
    """The span of the title of an office that a name is brought into or out of: 选举王明为县政协主席 (主席)."""
    before = text[max(0, name[0] - BEFORE) : name[0]]
    if UNTRUE.search(text[max(0, name[0] - BEFORE - 12) : name[0]]):
        return None
    heading = governing(text, name[0]) if LISTED.search(before) else None
    found = ELECTED.match(text, name[1])
    if CHOSEN.search(before) or heading == "into":
        found = INTO.match(text, name[1])
    elif DISMISSED.search(before) or heading == "out":
        found = OUT_OF.match(text, name[1])
    return found.span("title") if found else None


def titles_now(text: str, sentence: tuple[int, int], name: tuple[int, int]) -> list[tuple[int, int]]:
    """The spans of the titles that a sentence which opens with a name says they hold: 现任县教育局党组书记、局长."""
    stated = PRESENT.search(text, name[1], sentence[1]) if not text[sentence[0] : name[0]].strip() else None
    if stated and RELATIVE.search(text, name[1], stated.start()):
        return []
    return list(_chain(text, stated.end(), sentence[1])) if stated else []


def titles_also(text: str, names: Sequence[tuple[int, int]]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """(name, title) for each office that a further clause gives to the last of `names` (in text order) before it in
    its line: 王明任县水利局局长，兼任县河长办主任."""
    for verb in ALSO.finditer(text):
        place = bisect_right(names, verb.start(), key=itemgetter(1)) - 1
        if place < 0 or names[place][0] < text.rfind("\n", 0, verb.start()):
            continue
        if "现任" in verb[0] or not OTHER_TIME.search(text, names[place][1], verb.start()):
            end = text.find("\n", verb.end())
            yield from ((names[place], title) for title in _chain(text, verb.end(), end if end >= 0 else len(text)))


def _chain(text: str, place: int, end: int) -> Iterator[tuple[int, int]]:
    """The titles of a chain of offices that begins at `place`: 县教育局党组书记、局长."""
    while (match := HELD.match(text, place, end)) is not None:
        yield match.span("title")
        place = match.end() + 1 if text[match.end() : match.end() + 1] in ("、", "兼") else end


def is_planned(text: str, title: tuple[int, int]) -> bool:
    """Whether somebody is only meant for a title: 拟任县委宣传部副部长, 县司法局局长人选."""
    before = text[max(0, title[0] - 40) : title[0]]
    return PLANNED.search(before) is not None or CANDIDATE.match(text, title[1]) is not None


def is_shared(title: str) -> bool:
    """Whether several people of one organization can hold the title at once."""
    return SHARED.search(title) is not None
