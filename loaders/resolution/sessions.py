"""Sessions of party committees, congresses and consultative conferences: one and the same under long and short names.

中国共产党云澜县第十四届委员会第六次全体会议 is 县委十四届六次全会 where 云澜县 issued the news. Both say whose, which
term and which session, and that is what their identity rests on; the level (县, 市 …) keeps the province's session
apart from the county's, the name another county's.
"""

from __future__ import annotations

import re

from loaders.language.numerals import NUMERAL, number

_LEVELS = "省市州县区旗"
_TERM = rf"第?(?P<term>{NUMERAL}+)届"
_WHOSE = rf"(?:(?P<place>[^第届]{{0,10}}?)(?P<level>[{_LEVELS}]))?"
_MEETING = rf"第?(?P<session>{NUMERAL}+)次(?:全体)?会议?"

FORMS: dict[str, tuple[str, ...]] = {
    "党委全会": (
        rf"(?:中国共产党|中共){_WHOSE}(?:委员会)?{_TERM}委员会第?(?P<session>{NUMERAL}+)次全(?:体)?会议?",
        rf"(?:中共)?{_WHOSE}委{_TERM}第?(?P<session>{NUMERAL}+)次全(?:体)?会议?",
    ),
    "政协": (
        rf"(?:中国人民)?(?:政治协商会议|政协){_WHOSE}{_TERM}(?:委员会)?{_MEETING}",
        rf"{_WHOSE}政协{_TERM}(?:委员会)?{_MEETING}",
        rf"政协{_TERM}{_WHOSE}委员会{_MEETING}",
    ),
    "人大": (
        rf"{_WHOSE}{_TERM}(?:人民代表大会|人大){_MEETING}",
        rf"{_WHOSE}(?:人民代表大会|人大){_TERM}{_MEETING}",
    ),
    "人大常委会": (
        rf"{_WHOSE}{_TERM}(?:人民代表大会常务委员会|人大常委会){_MEETING}",
        rf"{_WHOSE}(?:人民代表大会常务委员会|人大常委会){_TERM}{_MEETING}",
    ),
}
"""The forms of a session's name by body; each is matched against the whole name."""

_COMPILED = [(body, re.compile(form)) for body, forms in FORMS.items() for form in forms]


def session_of(name: str, *, within: str) -> str | None:
    """The session that an event's name speaks of, 县党委全会14届6次; None where it speaks of none.

    `within` is the jurisdiction that issued the article: its own name is left out, as short forms do.
    """
    for body, form in _COMPILED:
        if found := form.fullmatch(name):
            try:
                term, session = number(found["term"]), number(found["session"])
            except ValueError:  # 十四十: a slip of the pen, and no number
                return None
            place, level = found["place"] or "", found["level"] or ""
            return f"{level if is_own(place + level, within) else place + level}{body}{term}届{session}次"
    return None


def is_own(whose: str, within: str) -> bool:
    """Whether the jurisdiction is called so, with or without the wider ones before: 云澜县, but not 丰县 in 大丰县."""
    wider = within.removesuffix(whose)
    return wider != within and (not wider or wider[-1] in _LEVELS)
