"""What a named question is asked with: defaults filled in, values of the right type, nothing unknown."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from typing import Any

from graph.errors import InputError
from queries.catalogue import Parameter, Question
from queries.parameters import period_of, value_of


def _unknown(question: Question, name: str) -> InputError:
    near = difflib.get_close_matches(name, question.header.params, n=1)
    hint = f" Did you mean {near[0]!r}?" if near else ""
    return InputError(f"{question.name!r} has no parameter {name!r}.{hint} Usage: {question.usage}")


def split(question: Question, words: Iterable[str]) -> dict[str, str]:
    """Words of a command line as parameters: ``key=value`` by name, the others in the order of the header.

    A word whose part before ``=`` is an ASCII identifier names a parameter, and is refused where there is none of that
    name; any other word is a value.
    """
    given: dict[str, str] = {}
    loose: list[str] = []
    for word in words:
        key, equals, text = word.partition("=")
        if not equals or not (key.isidentifier() and key.isascii()):
            loose.append(word)
            continue
        if key not in question.header.params:
            raise _unknown(question, key)
        if key in given:
            raise InputError(f"The parameter {key!r} is given twice.")
        given[key] = text
    free = [key for key in question.header.params if key not in given]
    if len(loose) > len(free):
        raise InputError(f"Too many values for {question.name!r}: {' '.join(loose)}. Usage: {question.usage}")
    return given | dict(zip(free, loose, strict=False))


def _checked(name: str, about: Parameter, given: Any) -> Any:
    value = value_of(given, about.type, name=name)
    if isinstance(value, str):
        value = value.strip()  # full-width blanks as well: copied names have them
    if about.words and value is not None:
        value = next((word for word in about.words if word.lower() == str(value).lower()), value)
    if about.words and value is not None and value not in about.words:
        raise InputError(f"{name}={value!r} does not fit: one of {', '.join(about.words)} is expected.")
    return value


def complete(question: Question, given: Mapping[str, Any]) -> dict[str, Any]:
    """All parameters of the question, typed; InputError names what is missing, unknown or of the wrong type.

    A text of blanks only is none.
    """
    for name in given:
        if name not in question.header.params:
            raise _unknown(question, name)
    given = {name: None if isinstance(value, str) and not value.strip() else value for name, value in given.items()}
    missing = [name for name, about in question.header.params.items() if about.required and given.get(name) is None]
    if missing:
        wants = "; ".join(f"{name}: {question.header.params[name].en}" for name in missing)
        raise InputError(f"{question.name!r} needs {', '.join(missing)} ({wants}). Usage: {question.usage}")
    values = {
        name: _checked(name, about, given.get(name, about.default)) for name, about in question.header.params.items()
    }
    period_of(values.get("since"), values.get("until"))
    return values
