"""Posts: the organization that a title belongs to.

News writes the organization right before the title and once for several titles or people: 市住建局党组书记、局长王明;
县人大常委会主任甲，副主任乙、丙. A place before a title stands as its organization. Heads of a territory (县长) are
written without one: 县委副书记、县长 is an office of the committee and one of the county. It is their government's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from loaders.language.governments import HEADS_GOVERNMENT, LEVELS

Span = tuple[int, int]

HEAD_OF_TERRITORY = re.compile(r"(?:省|市|州|区|县|旗|镇|乡|村)长$|专员$|盟长$")
HEAD_OF_UNIT = re.compile(
    r"(?:局|院|校|厂|社|行|会|处|科|所|站|部|台|馆|园|室|队|团|厅|司|委)长$"
    r"|主任$|董事$|经理$|总裁$|总监$|书记$|政委$|工程师$|主席$|会计师$|委员$|理事$|成员$"
)
STEPS = ("常务副", "副", "代理", "代", "原", "前")
GOVERNMENT = re.compile("(?P<whose>.+?)(?:人民)?政府")
CHAIN = "、兼，,和及"
"""What may stand between two titles of one person, or between the posts of two people of one organ."""


@dataclass(frozen=True, slots=True)
class Holding:
    """A title at `title`, held by the person named at `person`."""

    title: Span
    person: Span


@dataclass(frozen=True, slots=True)
class Seat:
    """Where the organization of a title is named, and the rule that says so."""

    organization: Span
    rule: str


def seats(text: str, holdings: Sequence[Holding], organizations: Sequence[Span]) -> list[Seat | None]:
    """For each holding the span of its organization among `organizations` (mentions of organizations and places)."""
    ending: dict[int, Span] = {}
    for span in sorted(organizations, key=lambda span: span[0] - span[1]):
        ending.setdefault(span[1], span)
    found: dict[Span, Seat | None] = {}
    previous: Span | None = None
    for holding in sorted(holdings, key=lambda holding: holding.title):
        title = holding.title
        if title not in found:
            found[title] = _stated(text, holding, ending) or _inherited(text, title, previous, found)
        previous = title
    return [found[holding.title] for holding in holdings]


def _stated(text: str, holding: Holding, ending: Mapping[int, Span]) -> Seat | None:
    """县教育局局长王明: the name before the title; 清华大学李明教授: the name before the person, the title after.

    In 驻县教育局纪检组长 the title's first character is the name's last.
    """
    start = holding.title[0]
    while start > 0 and text[start - 1] in " \n\u3000":
        start -= 1
    for end in (start, holding.title[0] + 1):
        if end in ending and ending[end][0] < start:
            return Seat(ending[end], "post.organization_before_title")
    if holding.person[1] == holding.title[0] and holding.person[0] in ending:
        return Seat(ending[holding.person[0]], "post.organization_before_name")
    return None


def _inherited(text: str, title: Span, previous: Span | None, found: Mapping[Span, Seat | None]) -> Seat | None:
    """局党组书记、局长王明; 县人大常委会主任王明，副主任李华: the organization of the title before it."""
    seat = found.get(previous) if previous else None
    if seat is None or previous is None or HEAD_OF_TERRITORY.search(text[slice(*title)]):
        return None
    between, mine, theirs = text[previous[1] : title[0]], text[slice(*title)], text[slice(*previous)]
    if any(mark in between for mark in "。；！？\n"):
        return None
    if between in CHAIN and between and HEAD_OF_UNIT.search(mine):
        return Seat(seat.organization, "post.organization_of_chain")
    if unstepped(mine) == unstepped(theirs) and mine != unstepped(mine):
        return Seat(seat.organization, "post.organization_of_deputies")
    return None


def is_governed(title: str, body: str, *, place: str | None) -> bool:
    """Whether the holder of a bare `title` heads the organization called `body`, or is deputy of its head.

    县长 heads 县政府 or 云澜县人民政府 where 云澜县 issues the article (`place`), and nowhere else: a city has many
    counties, a county many towns.
    """
    head, government = HEADS_GOVERNMENT.fullmatch(title), GOVERNMENT.fullmatch(body)
    if not head or not government or place is None or not place.endswith(head["level"]):
        return False
    if government["whose"] == head["level"]:
        return True
    wider = place.removesuffix(government["whose"])
    return wider != place and (not wider or wider[-1] in LEVELS)


def unstepped(title: str) -> str:
    """The title without 副, 常务副, 代 … before it."""
    for step in STEPS:
        if title.startswith(step):
            return title[len(step) :]
    return title
