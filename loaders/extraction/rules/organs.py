"""What looks like an organization and is none, two that are written as one, and one that is written as two.

市委市政府 names two organs, 省纪委驻省水利厅纪检组 one. 政府 or 单位 alone names a class. 澄政发〔2011〕59号 is the
number of a document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

Span = tuple[int, int]

PAIR = re.compile(r"(?P<committee>.*?(?P<level>[省市州县区旗镇乡盟])委)(?P<government>(?P=level)(?:人民)?政府)")
GENERIC = frozenset(
    """
    政府 企业 单位 部门 机关 党组织 党委政府 媒体 电视台 报纸 银行 财政 少先队 共青团组织 基层 系统 省 市 县 区 镇 乡
    相关部门 有关部门 职能部门 各部门 各单位 兄弟单位 成员单位 上级部门 参会单位
    """.split()  # noqa: SIM905 - one word a string would be forty lines
)
"""Classes of organs: in the annotated articles none of these words stands as the name of one."""
DOCUMENT = re.compile(
    r"(?:[发函字办文]|办发)?\s*[\[〔﹝【(（［]\s*(?:19|20|１９|２０)\d{2}\s*[\]〕﹞】)）］]\s*第?\s*\d"
)
"""What follows the organ in the number of a document."""

STATIONED = re.compile(
    r"派?驻(?!军)(?:(?!记者|干部|官兵|民警|队员|人员)[^，。；：、！？“”（）\s驻的到在赴走与及]){1,16}?"
    r"(?:纪检监察组|纪检组|工作组|联络[室处]|办事处|代表处|工作站|特派办)(?!织)"
)
"""The rest of a body that one organ or place keeps with another: (省纪委)驻省水利厅纪检组, (云澜县)驻深圳办事处.

People who are stationed somewhere (驻江苏记者) and what they do there end in no body's name.
"""


def stationed(text: str, names: Iterable[Span]) -> list[Span]:
    """Bodies stationed with another, whole: from the name that ends right before 驻, or in the host, to the last word.

    `names` are where organizations and places are named.
    """
    known, found = list(names), [match.span() for match in STATIONED.finditer(text)]
    begins = [min((a for a, b in known if a < start <= b < end), default=None) for start, end in found]
    return [(begin, end) for begin, (_, end) in zip(begins, found, strict=True) if begin is not None]


def pair(name: str) -> tuple[Span, Span] | None:
    """The committee and the government in 市委市政府, as spans within the name."""
    found = PAIR.fullmatch(name)
    return (found.span("committee"), found.span("government")) if found else None


def is_generic(name: str) -> bool:
    """Whether a name is only the word for a class of organs."""
    return name in GENERIC


def is_document_number(text: str, span: Span) -> bool:
    """Whether a name is the beginning of a document's number."""
    return DOCUMENT.match(text, span[1]) is not None
