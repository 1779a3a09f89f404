"""How much one stretch of Chinese says of another: the share of its character pairs that the other has."""

from __future__ import annotations

import re
from collections import Counter

_WORDS = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]+")


def bigrams(text: str) -> Counter[str]:
    """How often each two neighbouring characters stand in `text`; none reach over punctuation."""
    return Counter(word[at : at + 2] for word in _WORDS.findall(text) for at in range(len(word) - 1))


def share(of: Counter[str], within: Counter[str]) -> float:
    """Share of the pairs `of` a text that stand `within` another, 0 to 1."""
    return sum(count for pair, count in of.items() if pair in within) / max(1, of.total())
