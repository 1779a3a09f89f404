"""What a name sounds like, so that it can be found by typing letters: 李淑侠 by "lsx" and by "lishuxia".

Made once, in Python, by pypinyin (MIT, no dependencies). A table of our own was weighed against it: GB 2312's order
gives the initials of 3,755 common characters without any data, but names live on the others (婧, 昊, 喆, 鑫).
"""

from __future__ import annotations

from functools import lru_cache

from queries.view.wording import words

SHORT = 5
"""Names up to this length are found by their whole sound too; longer ones by initials, which keeps the file small."""


@lru_cache(maxsize=65536)
def sounds(name: str, *, person: bool = False) -> tuple[str, ...]:
    """Initials, and for short names the whole sound, in lower case without tones; empty without Chinese characters."""
    from pypinyin import lazy_pinyin

    if not any("\u3400" <= char <= "\u9fff" for char in name):
        return ()
    surname = _surname(name) if person else ""
    read = lazy_pinyin(name[len(surname) :], errors="default")
    parts = [*(words()["surnames"][surname] if surname else ()), *(part for one in read for part in _letters(one))]
    initials, whole = "".join(part[0] for part in parts), "".join(parts)
    return (initials, whole) if len(name) <= SHORT and whole != initials else (initials,)


def _surname(name: str) -> str:
    """The surname that `name` begins with, of those that are read in their own way; the longer one first."""
    known = words()["surnames"]
    return next((name[:size] for size in (2, 1) if name[:size] in known), "")


def _letters(part: str) -> list[str]:
    """A syllable as it is; a run of other characters (which pypinyin leaves together) one by one, without blanks."""
    folded = part.lower()
    return [folded] if folded.isascii() and folded.isalpha() else [char for char in folded if not char.isspace()]
