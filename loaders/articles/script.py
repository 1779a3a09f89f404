"""Traditional characters: what is read here knows simplified ones only (縣委 is no 县委, 李建國 not 李建国).

A hanzi that only Big5 has is traditional, or rare; one that only GB 2312 has is simplified. Of a text's different hanzi
of either sort, 95 % and more were traditional in 4,764 articles converted, at most 31 % in 37,844 simplified ones.
"""

from __future__ import annotations

from functools import cache

_LEAST = 5
"""Different traditional characters from which a text is long enough to tell."""


def is_traditional(text: str) -> bool:
    """Whether `text` is written mostly in traditional characters."""
    different = set(text)
    traditional = len(different & _only("big5", "gb2312"))
    return traditional >= _LEAST and traditional > len(different & _only("gb2312", "big5"))


@cache
def _only(encoding: str, other: str) -> frozenset[str]:
    """The hanzi that `encoding` has and `other` has not."""
    hanzi = map(chr, range(0x4E00, 0xA000))
    return frozenset(each for each in hanzi if each.encode(encoding, "ignore") and not each.encode(other, "ignore"))
