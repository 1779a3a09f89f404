"""Names that only point: 该镇 and 学校 are the town and the school spoken of before, 我县 the county that speaks.

As entities they would be one town for all articles that say 该镇. Source of the words: what stands so in the annotated
articles; 全国政协 and 本溪 begin alike and name something.
"""

from __future__ import annotations

import re
from typing import NamedTuple

BEFORE, OWN = "before", "own"
_POINTING = {"该": BEFORE, "此": BEFORE, "我": OWN, "本": OWN, "全": OWN}
DIVISIONS = "省 市 州 县 区 旗 镇 乡 村 街道 社区".split()  # noqa: SIM905 - one word a string would be eleven lines
SCHOOLS = ("校", "中学", "小学", "大学", "职业学院", "技术学院", "师范学院", "中", "小")
"""A plain 学院 is mostly a part of one."""
UNITS = {
    **{division: (division,) for division in DIVISIONS},
    **{unit: (unit,) for unit in "局 委 厅 所 站 队 社 矿 中心 分局 支队 大队 协会 商会 支部".split()},  # noqa: SIM905
    **{unit: (unit,) for unit in "合作社 林场 农场 学院 组 专班".split()},  # noqa: SIM905
    "街道": ("街道", "街道办事处"),
    "校": SCHOOLS,
    "学校": SCHOOLS,
    "院": ("院",),
    "医院": ("医院", "卫生院", "保健院"),
    "行": ("银行", "支行", "分行", "商行"),
    "公司": ("公司", "集团", "厂"),
    "企业": ("公司", "集团", "厂"),
    "集团": ("集团", "集团公司", "集团有限公司"),
    "集团公司": ("集团", "集团公司", "集团有限公司"),
    "厂": ("厂", "公司"),
}
"""What a word for a unit may point to, by the end of the name."""
BARE = frozenset("学校 学院 医院 公司 集团 街道 社区 林场 商会 支部".split())  # noqa: SIM905
"""Words for a unit that point by themselves: of some 470 in the annotated articles two were the name of something.
局 and 派出所 are as often named so."""
NO_DIVISION = re.compile(r"[超夜早菜]市$|[小社校城景灾]区$|度假村$")
"""What only ends like a division."""
SHORTEST = 3
"""A name has something before the word for what it is: 学校 is no antecedent."""
NUMBERED = re.compile("[一二三四五六七八九十][中小]")
"""The shorter name of a school: 三中."""
PARTS = ("分厂",)
"""What is a part of a company and not what 公司 means."""


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
        long = len(name) >= SHORTEST or NUMBERED.fullmatch(name) is not None
        if not long or pointer(name) or not name.endswith(UNITS[self.unit]):
            return False
        if self.unit in ("公司", "企业"):
            return not name.endswith(PARTS)
        return self.unit == "社区" or not NO_DIVISION.search(name)


def pointer(name: str) -> Pointer | None:
    """What a name points to, if it only points."""
    if name in BARE:
        return Pointer(BEFORE, name)
    where = _POINTING.get(name[:1])
    return Pointer(where, name[1:]) if where and name[1:] in UNITS else None
