"""Where a question ends: at a semicolon that stands outside of texts, names in backticks and comments."""

from __future__ import annotations

import re

_PART = re.compile(
    r"""
    (?P<comment> //[^\n]* | /\*.*?\*/ | \s+ )
    | /\*.*\Z                          # a comment that nobody ends
    | '(?:\\.|[^'\\])*(?:'|\\?\Z)     # texts, to the end where nobody ends them
    | "(?:\\.|[^"\\])*(?:"|\\?\Z)
    | `[^`]*(?:`|\Z)
    | (?P<end> ; )
    | [^;'"`/\s]+ | .
    """,
    re.DOTALL | re.VERBOSE,
)


def statements(text: str) -> tuple[list[str], str]:
    """The questions of `text` that a semicolon ends, without it, and what follows the last of them.

    >>> statements("RETURN 1; RETURN ';' // more;")
    (['RETURN 1'], " RETURN ';' // more;")
    """
    found, start = list[str](), 0
    for part in _PART.finditer(text):
        if part.lastgroup == "end":
            found.append(text[start : part.start()])
            start = part.end()
    return found, text[start:]


def asks(text: str) -> bool:
    """Whether a text without semicolons holds more than blanks and comments."""
    return any(part.lastgroup != "comment" for part in _PART.finditer(text))


def is_complete(text: str) -> bool:
    """Whether a text is to be answered: a command, or questions that all end in ``;``."""
    return text.strip().startswith(":") or not asks(statements(text)[1])
