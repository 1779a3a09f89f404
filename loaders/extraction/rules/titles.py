"""Bare titles: 总书记强调, 书记要求. A title is no name; it speaks of whoever the article says holds it."""

from __future__ import annotations

import re

BARE_TITLE = re.compile(
    r"(?:副|常务副|总|党委|党组)*(?:书记|主席|总理|总统|首相|部长|省长|市长|州长|县长|区长|镇长|乡长|局长|厅长|主任|校长|院长"
    r"|董事长|总经理|会长|行长|处长|科长|站长|所长|社长|村长|馆长|秘书长)(?:同志|一行)?"
)


def is_bare_title(name: str) -> bool:
    """Whether a name is only a title: 总书记 is, 王书记 and 王总书记 are not."""
    return BARE_TITLE.fullmatch(name) is not None


def speaks_of(title: str, posts: list[str]) -> bool:
    """Whether `title` may mean a holder of one of `posts`: 总书记 one of the 中共中央总书记, 书记 none of a 副书记."""
    plain = title.removesuffix("同志").removesuffix("一行")
    return any(post.endswith(plain) and not post.removesuffix(plain).endswith("副") for post in posts)
