"""Parameters of questions: from the words of a command line, or the values of a program, to what the store is given."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from datetime import date
from math import isfinite
from typing import Any, Literal

from graph.checks import is_date
from graph.errors import InputError

Type = Literal["string", "strings", "date", "integer", "number", "boolean"]

DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", re.ASCII)
"""A date as precise as wanted: 2020, 2020-09 or 2020-09-28."""

_TRUE, _FALSE = {"true", "yes", "1", "是"}, {"false", "no", "0", "否"}

_FITS: dict[str, Callable[[Any], bool]] = {
    "string": lambda value: isinstance(value, str),
    "strings": lambda value: isinstance(value, list) and all(isinstance(one, str) for one in value),
    "date": lambda value: isinstance(value, str) and DATE.fullmatch(value) is not None and is_date(value),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**63,
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value),
    "boolean": lambda value: isinstance(value, bool),
}

_EXPECTED: dict[str, str] = {
    "string": "a text",
    "strings": "texts separated by commas",
    "date": "a date such as 2020-09-28, 2020-09 or 2020",
    "integer": "a whole number of 64 bits",
    "number": "a number",
    "boolean": "true or false",
}


def fits(value: Any, kind: Type) -> bool:
    """Whether a value of Python may be given where a parameter of `kind` is wanted."""
    return _FITS[kind](value)


def _boolean(text: str) -> bool:
    word = text.strip().lower()
    if word not in _TRUE | _FALSE:
        raise ValueError(text)
    return word in _TRUE


def _strings(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"[,，、]", text) if part.strip()]


_READ: dict[str, Callable[[str], Any]] = {
    "string": str,
    "strings": _strings,
    "date": str,
    "integer": int,
    "number": float,
    "boolean": _boolean,
}


def value_of(given: Any, kind: Type, *, name: str) -> Any:
    """What `given`, a text or a value of Python, means as `kind`. InputError where it does not fit."""
    if given is None:
        return None
    value = given
    if kind == "date" and isinstance(given, date):
        value = given.isoformat()[:10]
    elif isinstance(given, tuple):
        value = list(given)
    if isinstance(value, str):
        try:
            value = _READ[kind](value)
        except ValueError:
            value = given
    if not fits(value, kind):
        raise InputError(f"{name}={given!r} does not fit: {_EXPECTED[kind]} is expected.")
    return value


def period_of(since: Any, until: Any) -> tuple[str | None, str | None]:
    """Both ends of a period as dates, None where it is open. InputError where one is no date, or it ends first.

    Ends are as precise as wanted, and included: 2023-05 to 2023 ends with the year.
    """
    first, last = value_of(since, "date", name="since"), value_of(until, "date", name="until")
    if first and last and first[: len(last)] > last[: len(first)]:
        raise InputError(f"The period ends before it begins: since {first}, until {last}.")
    return first, last


def _no_constant(word: str) -> Any:
    raise ValueError(word)


def typed(text: str) -> Any:
    """A value for free Cypher: what JSON reads (number, true, null, list, map, quoted text), else the text itself.

    >>> typed("3"), typed("0.5"), typed("null"), typed('"2020"'), typed("李淑侠"), typed("[1, 2]"), typed("NaN")
    (3, 0.5, None, '2020', '李淑侠', [1, 2], 'NaN')
    """
    try:
        return json.loads(text, parse_constant=_no_constant)
    except ValueError:
        return text


def assignments(words: Iterable[str]) -> dict[str, Any]:
    """``name=value`` words as a map of `typed` values; InputError for a word without ``=`` or a name given twice."""
    found: dict[str, Any] = {}
    for word in words:
        name, equals, text = word.partition("=")
        name = name.strip().removeprefix("$")
        if not equals or not name:
            raise InputError(f"The parameter {word!r} has no value. Write name=value, for example -p name=李淑侠.")
        if name in found:
            raise InputError(f"The parameter {name!r} is given twice.")
        found[name] = typed(text)
    return found
