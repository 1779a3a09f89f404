"""Organs of the jurisdiction that issued the news: one and the same under long and short names.

清溪县水利局 is 县水利局 where 清溪县 issued the article, 中共清溪县委员会 is 县委, 清溪县人民政府 县政府. Registers
write the long names, news the short ones; a post would have two organizations, and whoever left one would seem to go
on in the other.
"""

from __future__ import annotations

import re

from loaders.resolution.sessions import is_own

_LEVELS = "省市州县区旗镇乡"
_LONG = re.compile(
    rf"(?:中共|中国共产党)?(?P<place>[\u4e00-\u9fff]{{1,8}}?)(?P<level>[{_LEVELS}])(?P<rest>[\u4e00-\u9fff].*)"
)
_SHORTER = (
    ("人民代表大会常务委员会", "人大常委会"),
    ("人民代表大会", "人大"),
    ("人民政府", "政府"),
)


def organ_of(name: str, *, within: str) -> str:
    """An organization's name as the news of `within` writes it for short; the name itself for those of others."""
    found = _LONG.fullmatch(name)
    whose = found and found["place"] + found["level"]
    if found and whose and is_own(whose, within):
        rest = "委" if found["rest"] in ("委", "委员会") else found["rest"]
        return _shortened(found["level"] + rest)
    return _shortened(name) if name[:1] in _LEVELS else name


def _shortened(name: str) -> str:
    for long, short in _SHORTER:
        if name[1:].startswith(long):
            return name[0] + short + name[1 + len(long) :]
    return name
