"""Names that only point: 该镇 is the town spoken of before, 我县 the county that speaks.

As entities they would be one town for all articles that say 该镇. Source of the words: what stands so in the annotated
articles; 全国政协 and 本溪 begin alike and name something.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

BEFORE, OWN = "before", "own"
_POINTING = {"该": BEFORE, "此": BEFORE, "我": OWN, "本": OWN, "全": OWN}
DIVISIONS = "省 市 州 县 区 旗 镇 乡 村 街道 社区".split()  # noqa: SIM905 - one word a string would be eleven lines
UNITS = {
    **{division: (division,) for division in DIVISIONS},
    **{unit: (unit,) for unit in "局 委 厅 所 站 队 社 矿 中心 分局 支队 大队 协会 合作社 林场 农场 医院 学院".split()},  # noqa: SIM905
    "校": ("校", "中学", "小学", "大学", "学院", "中", "小"),
    "院": ("院",),
    "行": ("银行", "支行", "分行", "商行"),
    "公司": ("公司", "集团", "厂"),
    "企业": ("公司", "集团", "厂"),
    "集团": ("集团", "集团公司", "集团有限公司"),
    "集团公司": ("集团", "集团公司", "集团有限公司"),
    "厂": ("厂", "公司"),
}
"""What a word for a unit may point to, by the end of the name."""
NO_DIVISION = re.compile(r"[超夜早菜]市$|[小社校城景灾]区$|度假村$")
"""What only ends like a division."""
SHORTEST = 3
"""A name has something before the word for what it is: 学校 is no antecedent."""


class Pointer(NamedTuple):
    """`where` to look (BEFORE or OWN) for a `unit`."""

    where: str
    unit: str

    @property
    def speaks(self) -> bool:
        """Whether it is the division in whose name the article speaks: 我县, 全市."""
        return self.where == OWN and self.unit in DIVISIONS

    def fits(self, name: str) -> bool:
        """Whether it may point to what has this name."""
        is_one = len(name) >= SHORTEST and pointer(name) is None and name.endswith(UNITS[self.unit])
        return is_one and (self.unit == "社区" or not NO_DIVISION.search(name))


def pointer(name: str) -> Pointer | None:
    """What a name points to, if it only points."""
    where = _POINTING.get(name[:1])
    return Pointer(where, name[1:]) if where and name[1:] in UNITS else None


def named(pointing: Pointer, places: Iterable[int], names: Iterable[tuple[int, str]]) -> str | None:
    """The one name that a pointer means, whose mentions begin at `places`; None where that is not clear.

    `names` are (where a mention ends, name) of what may be meant. Before each mention the last that fits is meant; the
    own unit is the only one that fits.
    """
    fitting = [(end, name) for end, name in names if pointing.fits(name)]
    if pointing.where == OWN:
        meant = {name for _, name in fitting}
    else:
        meant = {max(((end, name) for end, name in fitting if end <= place), default=(0, ""))[1] for place in places}
    return meant.pop() or None if len(meant) == 1 else None
