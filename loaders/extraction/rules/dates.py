"""Dates: expressions in the text, read against the article's publication date, with the precision that is stated.

Patterns and examples are data (dates.yaml). A year that is not written comes from the dateline, from an earlier date
of the article or from the publication date: the nearest day that is not more than `AHEAD` days after it. Where none
of these is known the date stays `--09-28`. Days without a month take that of the date before them, else of the
publication.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from graph.checks import is_date
from loaders.extraction.rules.blanks import squeezed
from loaders.extraction.rules.partial import Partial, months_on, nearest, partial, shifted
from loaders.language.numerals import NUMERAL, number

HALVES = {"上午": "am", "下午": "pm", "傍晚": "evening", "中午": "pm", "夜": "evening"}
RELATIVE_YEARS = {"今年": 0, "去年": -1, "前年": -2, "明年": 1}
RELATIVE_MONTHS = {"本月": 0, "上月": -1, "上个月": -1}
DATELINE = re.compile(
    rf"(?P<month>{NUMERAL}{{1,3}})月(?P<day>{NUMERAL}{{1,3}})日(?:电|讯|消息)|（(?:\S{{0,12}}?)(?P<m>\d+)月(?P<d>\d+)日(?:电|讯)）"
)
DEADLINE = re.compile("(?:底|末|初|[上中下]旬)?(?:之|以)?前(?![往来后夕])")
"""After a date: something is to be done by then."""
BACKGROUND = re.compile("(?:在.{1,8})?(?:举行|召开|举办|印发|发布|下发|发生|通过|启动|开展)的|起|以来")
"""After a date: it tells of something else than what is reported."""
HEAD = 200
"""Where a dateline or a masthead may stand: in the first so many characters."""
AHEAD_OF = re.compile("(?:将于|将在|拟于|(?<![认鉴签评])定于)$")
"""Before a date: it is one to come."""
MASTHEAD = re.compile(
    rf"(?<![于在])(?P<year>{NUMERAL}{{4}})年(?P<month>{NUMERAL}{{1,3}})月(?P<day>{NUMERAL}{{1,3}})日"
    r"\s*[（(]?星期[一二三四五六日天][）)]?(?=[\s|｜]|$)"
)
"""The day of the paper, at the head of a page: 2012年7月12日 星期四. It stands alone; 星期四下午 tells of an event."""
FULL_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年\d{1,2}月\d{1,2}日")
"""The year of a date that states all of it."""
CLAUSE = re.compile(r"(?:^|[，。；：！？、（(\s])$")
RANGE = re.compile("[至到—–~－-]")


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date expression text[start:end].

    `value` is None for a vague time (近日); `weak` marks what dates an event only for want of better: a bare year, a
    dateline, a masthead, a deadline (9月30日前). `planned` marks a day to come (将于9月30日): it dates what its
    sentence names.
    """

    start: int
    end: int
    value: Partial | None
    half_day: str | None
    rule: str
    weak: bool = False
    planned: bool = False


@dataclass(frozen=True, slots=True)
class _Rule:
    name: str
    pattern: re.Pattern[str]
    about: dict[str, Any]


@cache
def rules() -> tuple[_Rule, ...]:
    """The rules of dates.yaml, in their order: where two find the same place, the longer wins, then the earlier."""
    raw = yaml.safe_load(files(__package__).joinpath("dates.yaml").read_text(encoding="utf-8"))
    return tuple(_Rule(about["name"], re.compile(_expand(about["pattern"])), about) for about in raw)


def _expand(pattern: str) -> str:
    """`N` becomes the class of numeral characters, inside brackets and out."""
    inside = NUMERAL[1:-1]
    return re.sub(r"\[([^\]]*)N([^\]]*)\]", lambda m: f"[{m[1]}{inside}{m[2]}]", pattern).replace("N", NUMERAL)


def find_dates(text: str, *, published: str | None = None) -> list[DateMention]:
    """The date expressions of `text` in order, none overlapping, resolved against `published` (ISO, or None)."""
    plain, places = squeezed(text)
    reading = _Reading(_reference(plain, _year_of(plain, Partial.parse(published))))
    found = [date for rule, match in _matches(plain) if (date := reading.read(rule, match))]
    return [replace(date, start=places[date.start], end=places[date.end - 1] + 1) for date in found]


def _matches(text: str) -> Iterator[tuple[_Rule, re.Match[str]]]:
    hits = [
        (match.start(), -match.end(), order, rule, match)
        for order, rule in enumerate(rules())
        for match in rule.pattern.finditer(text)
    ]
    end = 0
    for start, _, _, rule, match in sorted(hits, key=lambda hit: hit[:3]):
        if start >= end:
            end = match.end()
            yield rule, match


def _reference(text: str, published: Partial) -> Partial:
    """The day from which 昨日 counts: the dateline's (本报10月16日讯), its year inferred, else the paper's.

    The paper's is its publication date, or where that is unknown the date of its masthead.
    """
    paper = (None if published.month else _at_head(MASTHEAD, text)) or published
    dateline = _at_head(DATELINE, text)
    return nearest(dateline, paper) if dateline else paper


def _at_head(pattern: re.Pattern[str], text: str) -> Partial | None:
    """The day that a pattern finds at the head of a text, if there is such a day: 十十月 and 13月 are none."""
    match = pattern.search(text[:HEAD])
    if not match:
        return None
    said = {part[0]: words for part, words in match.groupdict().items() if words}
    try:
        day = Partial(*(number(said[part]) if part in said else None for part in "ymd"))
    except ValueError:
        return None
    return day if is_date(str(day)) else None


def _year_of(text: str, published: Partial) -> Partial:
    """The publication date; where it is unknown, the year of the article's full dates, if they all have the same."""
    if published.year:
        return published
    years = set(FULL_YEAR.findall(text))
    return Partial(int(years.pop())) if len(years) == 1 else published


class _Reading:
    """Reads the expressions of one article in order; what one states helps the next."""

    def __init__(self, reference: Partial) -> None:
        self.reference = reference
        self.last: Partial | None = None

    def read(self, rule: _Rule, match: re.Match[str]) -> DateMention | None:
        groups = {name: value for name, value in match.groupdict().items() if value}
        half = _half(groups.pop("half", None) or groups.pop("half2", None))
        anchor = rule.about.get("anchor")
        if anchor == "skip" or (rule.about.get("spoken") and self._in_speech(match)):
            return None
        try:
            value = None if anchor == "none" else self._value(rule.about, groups)
        except (ValueError, OverflowError):
            return None  # no number, or beyond the calendar: the day after 9999年12月31日
        if anchor != "none" and (value is None or not is_date(str(value))):
            return None  # nothing that counts from it is known, or no such day: 9月31日
        after = match.string[match.end() : match.end() + 16]
        late = bool(DEADLINE.match(after))
        weak = late or bool(rule.about.get("weak") or rule.about.get("dateline")) or _is_masthead(match)
        if value and not late and (value.day or (not weak and self.last is None)) and self._told(match, after):
            self.last = value
        return DateMention(match.start(), match.end(), value, half, rule.name, weak, _is_planned(match))

    def _in_speech(self, match: re.Match[str]) -> bool:
        """Whether 今天 stands in a quotation, or within a clause of a report that has its day: it is the speaker's."""
        before = match.string[: match.start()]
        quoted = before.rfind("“") > before.rfind("”")
        return quoted or (self.last is not None and not CLAUSE.search(before))

    def _told(self, match: re.Match[str], after: str) -> bool:
        """Whether the day is one that the report goes on from (当天, 次日), and no background, plan or period."""
        return not (_is_planned(match) or BACKGROUND.match(after) or (self.last and RANGE.match(after)))

    def _value(self, about: dict[str, Any], groups: dict[str, str]) -> Partial | None:
        if about.get("anchor") == "same":
            return self.last
        if about.get("anchor") == "next":
            return shifted(self.last, 1)
        if about.get("anchor") == "previous":
            return shifted(self.last, -1)
        if "shift" in about:
            return shifted(self.reference, about["shift"])
        if "months" in about:
            return months_on(self.reference, about["months"])
        if "weekday" in groups:
            return self._weekday(groups)
        return self._stated(groups)

    def _stated(self, groups: dict[str, str]) -> Partial | None:
        year, month, day = (number(groups[part]) if part in groups else None for part in ("year", "month", "day"))
        if (month is not None and not 1 <= month <= 12) or (day is not None and not 1 <= day <= 31):
            return None
        relative = groups.get("relative", "")
        if relative in RELATIVE_YEARS:
            base = self.reference.year
            return Partial(base + RELATIVE_YEARS[relative] if base else None, month, day)
        if relative in RELATIVE_MONTHS:
            return replace(months_on(self.reference, RELATIVE_MONTHS[relative]), day=day)
        if month is None and day is not None:
            return self._day(day)
        return self._with_year(Partial(year, month, day))

    def _with_year(self, value: Partial) -> Partial:
        if value.year is None and not self.reference.year and self.last and self.last.year:
            return replace(value, year=self.last.year)
        return nearest(value, self.reference)

    def _day(self, day: int) -> Partial | None:
        if self.last and self.last.month:
            return replace(self.last, day=day)
        known = self.reference.as_date()
        if known is None:
            return replace(self.reference, day=day) if self.reference.month else None
        value = Partial(known.year, known.month, day)
        return value if day <= known.day else replace(months_on(value, -1), day=day)

    def _weekday(self, groups: dict[str, str]) -> Partial | None:
        known = self.reference.as_date()
        if known is None:
            return None
        weekday = "一二三四五六日天".index(groups["weekday"]) % 7 if groups["weekday"] != "天" else 6
        monday = known - dt.timedelta(days=known.weekday() + (7 if groups["week"] == "上" else 0))
        return partial(monday + dt.timedelta(days=weekday))


def _is_planned(match: re.Match[str]) -> bool:
    return AHEAD_OF.search(match.string[max(0, match.start() - 3) : match.start()]) is not None


def _is_masthead(match: re.Match[str]) -> bool:
    return MASTHEAD.match(match.string[:HEAD], match.start()) is not None


def _half(word: str | None) -> str | None:
    if not word:
        return None
    return HALVES.get(word, "evening" if word.startswith("晚") else "am")
