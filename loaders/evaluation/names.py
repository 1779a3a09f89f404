"""When two names, wordings or titles say the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from graph.ids import normal

QUOTES = str.maketrans("", "", "“”\"'‘’「」《》·•")
STEPS = ("副", "常务副", "代", "原", "前", "拟任", "候任", "名誉", "执行")


def norm(name: str | None) -> str:
    """`name` as it is compared: compatibility form, without white space, quotation marks and dots."""
    return normal(name or "").translate(QUOTES)


def norms(names: Iterable[str]) -> set[str]:
    """The normal forms of all names that are not empty."""
    return {norm(name) for name in names if name}


def _bigrams(text: str) -> Counter[str]:
    plain = norm(text)
    return Counter(plain[place : place + 2] for place in range(len(plain) - 1)) or Counter([plain])


def overlap(a: str, b: str) -> float:
    """Dice overlap of the character bigrams of two texts, 0 to 1."""
    x, y = _bigrams(a), _bigrams(b)
    return 2 * (x & y).total() / max(1, x.total() + y.total())


def contained(a: str, b: str) -> float:
    """Share of the shorter text's bigrams that the longer one has, 0 to 1."""
    x, y = _bigrams(a), _bigrams(b)
    return (x & y).total() / max(1, min(x.total(), y.total()))


def same_post(a: str, b: str) -> bool:
    """Whether two titles are one post: equal, or one ends with the other and no 副, 代, 原 … is left over."""
    short, long = sorted((norm(a), norm(b)), key=len)
    if short == long:
        return True
    return len(short) >= 2 and long.endswith(short) and not long.removesuffix(short).endswith(STEPS)


def same_matter(mine: tuple[str, str], theirs: tuple[str, str]) -> bool:
    """Whether two (bearer, matter) are one: nearly one bearer, half of the wording, at most three times as long."""
    bearer = max(overlap(mine[0], theirs[0]), contained(mine[0], theirs[0]))
    return bearer >= 0.75 and contained(mine[1], theirs[1]) >= 0.5 and len(mine[1]) <= 3 * len(theirs[1])


def same_holding(mine: tuple[str, str], theirs: tuple[str, str]) -> bool:
    """Whether two (holder, title) are one: the same holder and one post."""
    return mine[0] == theirs[0] and same_post(mine[1], theirs[1])
