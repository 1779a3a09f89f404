"""Dates of publication, as sites, archives and people write them, to ISO."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from graph.errors import InputError

_TIME = (
    r"(?:\s*(?:星期|周)[一二三四五六日天])?"
    r"(?:[T\s]*(?:[01]?\d|2[0-3])[:时点][0-5]\d(?:[:分][0-5]\d(?:[.,]\d+)?)?[分秒]?\s*(?:Z|UTC|GMT|[+-]\d\d:?\d\d)?)?"
)
_WRITTEN = (
    r"(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2})TIME)?)?",
    r"(\d{4})\s*年(?:()\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*日TIME)?)?",
    r"(\d{4})()(\d\d)(\d\d)(?:(?:[01]\d|2[0-3])[0-5]\d[0-5]\d)?",
)
_DATE = tuple(re.compile(form.replace("TIME", _TIME), re.ASCII) for form in _WRITTEN)


def iso_date(value: str) -> str:
    """`value` as YYYY, YYYY-MM or YYYY-MM-DD, as precise as it is; InputError where it is no date of the calendar.

    Read are 2020-09-30, 2020-9-30, 2020/09/30, 2020.09.30, 20200930, 2020年9月30日, with a time of the day or a weekday
    behind it, in full-width figures too. A time is left out, its zone as well: the day is the one that is written.
    """
    plain = unicodedata.normalize("NFKC", value).strip()
    match = next((found for form in _DATE if (found := form.fullmatch(plain))), None)
    try:
        if match is None:
            raise ValueError
        year, _, month, day = match.groups()
        whole = date(int(year), int(month or 1), int(day or 1)).isoformat()
    except ValueError:
        raise InputError(
            f"published is {value!r}, which is no date; write 2020, 2020-09 or 2020-09-30 (2020/9/30, 20200930, "
            "2020年9月30日 and a time behind it are read too), or leave it out: unknown"
        ) from None
    return whole[: 10 if day else 7 if month else 4]
