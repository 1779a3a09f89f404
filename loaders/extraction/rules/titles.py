"""Titles for names: 总书记强调, 王书记要求. A title is no name; it speaks of whoever the article says holds it.

With a surname before it, it speaks of the holder who has that surname. Bylines name who wrote, not who was there.
"""

from __future__ import annotations

import re

HEADS = (
    "书记|委员长|主席|部长|省长|市长|州长|县长|区长|镇长|乡长|局长|厅长|主任|校长|院长|董事长|总经理|会长|行长|处长|科长|股长"
    "|站长|所长|社长|村长|馆长|秘书长|支队长|大队长|中队长|队长|厂长|场长|检察长"
)
"""The words at the end of the titles of offices."""
MEMBERS = "理事长|监事长|团长|委员|常委|理事"
"""And of those of boards and committees."""
RANK = "(?:常务副|副|总|党委|党组|党支部|党总支|第一)*"
TITLE = (
    rf"{RANK}(?:{HEADS}|{MEMBERS}|指挥长|河长|湖长|组长|组员|成员|政委"
    "|工程师|会计师|经济师|(?:[省市州县区镇乡校院]长)?助理|调研员)"
)
"""A title with its step, without its organization."""
BARE_TITLE = re.compile(rf"(?:副|常务副|总|党委|党组)*(?:{HEADS}|总理|总统|首相)(?:同志|一行)?")
SURNAME_TITLE = re.compile(rf"(?P<surname>[一-龥])(?P<title>(?:{BARE_TITLE.pattern})|高工|总工|教授|老师|医生)")
GAP = "[ \\u3000]"
WRITER = "(?:记者|通讯员|实习生|通讯|摄影|供稿|供图|图提供)"
CREDIT = "(?:图文|文图|文|图|摄影|供稿|供图|图片提供|图提供|撰稿|学生记者|通讯员)"
EDITOR = "(?:作者|编辑|责编|责任编辑|审核|校对)"
NAME = rf"(?!(?:{CREDIT}|{EDITOR})[/／:：])[一-龥]{{2,4}}"
NAMES = rf"{NAME}(?:(?:{GAP}*[、/／]{GAP}*|{GAP}+){NAME}){{0,5}}"
IMPRINT = 120
"""Editors are named within so many characters of the end; elsewhere 作者：王明 won a prize."""
BYLINES = (
    re.compile(rf"(?<=[。！？”])\s*[（(](?P<names>{NAMES})[）)]\s*$", re.MULTILINE),
    re.compile(rf"[（(](?P<names>[^（）()。，\n]{{0,10}}?{WRITER}{GAP}*[:：]?{GAP}*{NAMES})[）)]"),
    re.compile(
        rf"(?:^|(?<=[\s）)。”！/]))(?:本报|本网|院)?{CREDIT}(?:[/／](?:学生)?(?:记者|通讯员)?[:：]?|[:：]){GAP}*"
        rf"(?P<names>{NAMES})(?![一-龥])",
        re.MULTILINE,
    ),
    re.compile(
        rf"(?:^|(?<=[\s（(。！？”])|(?<=记者)|(?<=通讯员))(?P<names>{NAMES}){GAP}*[/／]?{GAP}*(?:摄影|摄|供图)(?=[）)]|\s*$)",
        re.MULTILINE,
    ),
)
EDITED = re.compile(rf"(?:^|(?<=[\s）)。”！/])){EDITOR}[/／:：]{GAP}*(?P<names>{NAMES})(?![一-龥])", re.MULTILINE)
"""Who wrote it, took the pictures, edited it: （王明 李华） ending a paragraph, （记者王明）, 文/王明 图/李华, 王明 摄.

Of 554 people that such patterns covered, on articles the reader did not know, annotators named nine: reporters of
national news in （记者…）, whom they name one time in three. Only whole names count: a title or a verb among them
makes it a caption or a sentence (图：县委书记王明出席会议; 县摄影家协会主席王明).
"""


def surname_and_title(name: str) -> tuple[str, str] | None:
    """王, 书记 of 王书记; None for what has another form."""
    found = SURNAME_TITLE.fullmatch(name)
    return (found["surname"], found["title"]) if found and not is_bare_title(name) else None


def bylines(text: str) -> list[tuple[int, int]]:
    """Where the text names those who wrote it or took its pictures."""
    found = [match for pattern in BYLINES for match in pattern.finditer(text)]
    found += EDITED.finditer(text, max(0, len(text) - IMPRINT))
    return sorted({match.span("names") for match in found})


def is_bare_title(name: str) -> bool:
    """Whether a name is only a title: 总书记 is, 王书记 and 王总书记 are not."""
    return BARE_TITLE.fullmatch(name) is not None


def speaks_of(title: str, posts: list[str]) -> bool:
    """Whether `title` may mean a holder of one of `posts`: 总书记 one of the 中共中央总书记, 书记 none of a 副书记."""
    plain = title.removesuffix("同志").removesuffix("一行")
    return any(post.endswith(plain) and not post.removesuffix(plain).endswith("副") for post in posts)
