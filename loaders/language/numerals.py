"""Numbers as Chinese news writes them: 28, ２８, 二十八, 二〇二三."""

from __future__ import annotations

import unicodedata

DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
NUMERAL = r"[0-9０-９零〇○一二两三四五六七八九十]"
"""Regular expression of one character of such a number."""


def number(text: str) -> int:
    """The value of `text` (up to 99 in words, any length in digits). ValueError if it is not a number."""
    plain = unicodedata.normalize("NFKC", text)
    if plain.isdecimal():
        return int(plain)
    if "十" in plain:
        tens, _, ones = plain.partition("十")
        return 10 * (_digit(tens) if tens else 1) + (_digit(ones) if ones else 0)
    return int("".join(str(_digit(character)) for character in plain))


def _digit(character: str) -> int:
    if character not in DIGITS:
        raise ValueError(f"not a digit: {character!r}")
    return DIGITS[character]
