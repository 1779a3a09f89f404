"""What a name that only points means where it stands: the last that fits, or nothing where it names a class."""

from __future__ import annotations

import re
from collections.abc import Iterable

from loaders.language.pointers import BARE, BEFORE, Pointer

CLASSES = "(?:学校|幼儿园|医院|社区|街道|乡镇|村|企业|公司|机关|部门|单位|家庭)"
CLASS_BEFORE = re.compile(
    r"(?:各|[\d一二三四五六七八九十两几多余][所家个]|其他|有关|相关|兄弟|友好|民办|公办|国有|行业|异地|绿色)$"
    rf"|(?:^|[^一-龥]|各){CLASSES}、$"
)
CLASS_AFTER = re.compile(rf"、{CLASSES}(?=[、，。；和与及等要应都])")
"""What stands around a word for a unit that names all of a class: 各学校; 学校、医院、社区要…"""


def is_class(text: str, span: tuple[int, int]) -> bool:
    """Whether a word for a unit that may point by itself names a class where it stands."""
    start, end = span
    listed = CLASS_BEFORE.search(text[max(0, start - 8) : start]) or CLASS_AFTER.match(text, end)
    return text[start:end] in BARE and listed is not None


def meant(pointing: Pointer, place: int, names: Iterable[tuple[int, str]]) -> str | None:
    """The name that a pointer at `place` means; None where that is not clear.

    `names` are (where a mention ends, name) of what may be meant. The last before it that fits is meant, else the only
    one that fits; the own unit is the only one that fits.
    """
    fitting = [(end, name) for end, name in names if pointing.fits(name)]
    before = [(end, name) for end, name in fitting if end <= place and pointing.where == BEFORE]
    if before:
        return max(before)[1]
    every = {name for _, name in fitting}
    return every.pop() if len(every) == 1 else None
