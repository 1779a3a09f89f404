"""Names of one thing: the short forms that an article uses after the full one.

县教育局 … 教育局; 恒沛新材料有限公司 … 恒沛公司; 大庙街道孤山村 … 孤山村. A short form belongs to a fuller one only
where the article has just one that it fits: with 市教育局 and 县教育局 in the text, 教育局 stays by itself.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import lru_cache

SHORTEST = 3
"""Characters; 县委 and 市局 are too short to belong to anybody by their ending alone."""
FURTHEST = 3
"""Characters of a company's name that may stand before the distinctive ones: 云澜恒沛新材料."""
COMPANY = re.compile(r"(?:有限责任|股份有限|有限|集团|分|总)*(?:公司|集团|厂)$")
DIVISION = re.compile(r"(?:省|市|州|区|县|旗|镇|乡|村|街道|农场)$")
CUSTOMARY = {
    "住房和城乡建设": "住建",
    "市场监督管理": "市场监管",
    "人力资源和社会保障": "人社",
    "卫生健康": "卫健",
    "发展和改革": "发改",
    "发展改革": "发改",
    "自然资源和规划": "资规",
    "文化广电和旅游": "文旅",
    "文化广电旅游": "文旅",
    "文化和旅游": "文旅",
    "综合行政执法": "执法",
    "综合执法": "执法",
    "退役军人事务": "退役军人",
    "教育体育": "教体",
    "应急管理": "应急",
    "城市管理": "城管",
    "食品药品监督管理": "食药监",
    "国土资源": "国土",
    "环境保护": "环保",
    "安全生产监督管理": "安监",
    "经济和信息化": "经信",
    "工业和信息化": "工信",
    "国有资产监督管理": "国资",
    "科学技术协会": "科协",
    "文学艺术界联合会": "文联",
    "残疾人联合会": "残联",
    "妇女联合会": "妇联",
    "工商业联合会": "工商联",
    "人民代表大会": "人大",
    "常务委员会": "常委会",
    "政治协商会议": "政协",
    "人民政府": "政府",
    "人民法院": "法院",
    "人民检察院": "检察院",
    "委员会": "委",
    "办公室": "办",
    "街道办事处": "街道",
    "经济技术开发区": "经开区",
    "高新技术产业开发区": "高新区",
}
"""Customary short forms in names of organs, longest first where one holds another."""


def short_of(short: str, full: str) -> bool:
    """Whether `short` is a usual short form of the organization or place `full`."""
    if short == full or len(short) >= len(full):
        return False
    if len(short) >= SHORTEST and (full.endswith(short) or customary(full).endswith(customary(short))):
        return True
    return _company(short, full)


def place_short_of(short: str, full: str) -> bool:
    """Whether `short` is a usual short form of the place `full`: its last part."""
    return SHORTEST <= len(short) < len(full) and full.endswith(short)


@lru_cache(maxsize=8192)  # an article asks for the same names again and again
def customary(name: str) -> str:
    """The name with its usual abbreviations: 县住房和城乡建设局 → 县住建局."""
    for long, short in CUSTOMARY.items():
        name = name.replace(long, short)
    return name


def _company(short: str, full: str) -> bool:
    """恒沛公司, 恒沛集团, 恒沛新材料: the distinctive beginning, with or without the legal form."""
    if not COMPANY.search(full) or DIVISION.search(short):
        return False
    stem = COMPANY.sub("", short)
    body = COMPANY.sub("", full)
    if len(stem) < 2 or not body:
        return False
    return body.startswith(stem) or (len(stem) >= 2 and stem in body and body.index(stem) <= FURTHEST)


def fuller_forms(names: Sequence[str], fits: Callable[[str, str], bool] = short_of) -> dict[str, str]:
    """Each short form among `names` → the one fuller form that it fits; those that fit none or several are left out.

    Only names that have the end or the beginning in common which `short_of` and `place_short_of` ask for are compared.
    """
    found: dict[str, str] = {}
    shelves: dict[str, list[str]] = defaultdict(list)
    for name in names:
        for shelf in _kept_on(name):
            shelves[shelf].append(name)
    for name in names:
        near = dict.fromkeys(other for shelf in _sought_on(name) for other in shelves.get(shelf, ()))
        fuller = [other for other in near if fits(name, other)]
        longest = max(fuller, key=len, default=None)
        if longest is not None and all(other == longest or fits(other, longest) for other in fuller):
            found[name] = longest
    return found


def _kept_on(full: str) -> set[str]:
    """The shelves on which a name is found by its short forms.

    Those of its ends, and for a company those of what its distinctive beginning may start with: an article of a
    thousand names has a million pairs, of which few have so much in common.
    """
    own, body = customary(full), COMPANY.sub("", full)
    begins = () if body == full else (body[start : start + 2] for start in range(FURTHEST + 1))
    return {full[-SHORTEST:], *(own[-size:] for size in range(1, SHORTEST + 1)), *begins}


def _sought_on(short: str) -> tuple[str, ...]:
    """The shelves that hold whatever `short` may be short for."""
    return short[-SHORTEST:], customary(short)[-SHORTEST:], COMPANY.sub("", short)[:2]
