"""How much one stretch of Chinese says of others: the share of its character pairs that they have."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

_WORDS = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]+")


@lru_cache(maxsize=512)
def pairs(text: str) -> frozenset[str]:
    """The pairs of neighbouring characters in `text`; none reaches over punctuation."""
    words = _WORDS.findall(text)
    return frozenset(first + second for word in words for first, second in pairwise(word))


def share(of: frozenset[str], *within: frozenset[str]) -> float:
    """Share of the pairs `of` a text that stand in any of the others, 0 to 1."""
    return len(of) and 1 - len(of.difference(*within)) / len(of)
