"""What a name sounds like, so that it can be found by typing letters: 李淑侠 by "lsx" and by "lishuxia".

Made once, in Python, by pypinyin (MIT). A table of our own was tried in thought and put aside: the order of GB 2312 gives the initials of 3,755 common
characters without any data, but names live on the others (婧, 昊, 喆, 鑫), and a surname's reading needs a dictionary in any case.
"""

from __future__ import annotations

from functools import lru_cache

SURNAMES = {
    "单": "shan", "曾": "zeng", "解": "xie", "仇": "qiu", "查": "zha", "朴": "piao", "区": "ou", "华": "hua", "任": "ren", "盖": "ge",
    "乐": "yue", "缪": "miao", "翟": "zhai", "覃": "qin", "尉迟": "yuchi", "万俟": "moqi", "长孙": "zhangsun", "秘": "bi", "逄": "pang",
}  # fmt: skip
"""Surnames that are read otherwise than the character is elsewhere."""

SHORT = 5
"""Names up to this length are found by their whole sound too; longer ones by their initials only, which keeps the file small."""


@lru_cache(maxsize=65536)
def sounds(name: str, *, person: bool = False) -> tuple[str, ...]:
    """Initials, and for short names the whole sound, in lower case without tones; empty where the name has no Chinese characters."""
    from pypinyin import lazy_pinyin

    if not any("\u3400" <= char <= "\u9fff" for char in name):
        return ()
    surname = next((known for known in SURNAMES if name.startswith(known)), "") if person else ""
    head = [SURNAMES[surname]] if len(surname) == 1 else []
    if len(surname) == 2:
        head = [SURNAMES[surname][:2], SURNAMES[surname][2:]] if surname != "长孙" else ["zhang", "sun"]
    parts = [*head, *(part for part in lazy_pinyin(name[len(surname) :], errors=lambda rest: list(rest)) if part.strip())]
    initials = "".join(part[0] for part in parts).lower()
    whole = "".join(parts).lower()
    return (initials, whole) if len(name) <= SHORT and whole != initials else (initials,)
