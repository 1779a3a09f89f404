"""Source text to its lines, and what kind of line each is, by the habits of the genre and never by a page's own words.

PROSE     running text: holds or ends with sentence punctuation, or is long
SHORT     could be a headline or a part of one: short, no sentence punctuation
ROW       a row of a list in columns: names, names with their posts
ITEM      numbered heads and lists, questions and answers, bullets, cross references, particulars (时间：, 出席：)
CREDIT    who wrote, photographed, edited
STAMP     dates, page numbers and other furniture of a page
CAPTION   what a picture shows
MARK      says nothing: rules, stray punctuation, what works a web page
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from loaders.articles.columns import is_row
from loaders.articles.furniture import is_furniture


class Form(Enum):
    """Kinds of lines."""

    PROSE = auto()
    SHORT = auto()
    ROW = auto()
    ITEM = auto()
    CREDIT = auto()
    STAMP = auto()
    CAPTION = auto()
    MARK = auto()


HEADLINE_LIMIT = 45
"""Width of the longest headline line, in full-width characters."""

INVISIBLE = re.compile(r"[\u200b-\u200f\u2060\ufeff\u00ad\x00-\x08\x0e-\x1b]+")
"""Characters that no reader sees, left out of the clean text."""
_PICTURE = (
    "[\u231a-\u23ff\u2600-\u2775\u2794-\u27bf\u2b05-\u2b55\ufe0e\ufe0f\u20e3"
    "\U0001f000-\U0001faff\U000e0020-\U000e007f]+"
)
PICTURES = re.compile(rf"^{_PICTURE}[ \t\u3000\xa0]*|{_PICTURE}")
"""Emoji and other pictures set between words: part of no name, left out as well. ❶ to ❿ count, and stay."""
_BLANK = " \t\u3000\xa0\u2002\u2003\u2009\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\x1c\x1d\x1e\x1f"
_LINE = re.compile(r"([^\n\r\x0b\x0c\x85\u2028\u2029]*)(?:\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]|\Z)")
_WORD = re.compile(r"[^\W_]")
CLOSED = re.compile(
    r"(?:[。！？；!?;…]|(?<![\d\w])\.|(?<=[\u4e00-\u9fff”）)])\.)[”’」』）》】〕)\]\"']*(?:\s*[（(][^（）()]{1,40}[）)])?$"
)
"""A line that ends as sentences end, or with its author in brackets after that."""
_INNER = re.compile(r"[。；]|(?<=[\u4e00-\u9fff”）)])\.(?=[\u4e00-\u9fff“]|$)")
_UNFINISHED = "。；;，,、：:"

_NUMERAL = "一二三四五六七八九十百"
_ITEM = re.compile(
    rf"[（(]?(?:[{_NUMERAL}]{{1,3}}|\d{{1,2}})[）)、．]|\d{{1,2}}\.(?!\d)|[①-⑳㈠-㈩⑴-⒇❶-❿]|[（(](?:[{_NUMERAL}]+|\d+)[）)]"
    rf"|第[{_NUMERAL}\d]+[条章节部项款、，：:]|[问答QA][：:]|[●○•·▶►▪※▍→√*+#-]|[一二三四五六七八九十]是|其[一二三四五]"
    r"|\W{0,2}(?:本期|今日|内容)?(?:导读|导航|看点|提要)|.*[（(]\w{0,6}\d{1,2}\s*版[）)]"
    r"|相关链接|链接[：:]|新闻链接|延伸阅读|[^，。：]{0,8}[：:]$"
    r"|(?:会议)?(?:时\s*间|地\s*点|主\s*持人?|出\s*席|列\s*席|参\s*加|参会|与会|请\s*假|缺\s*席|记\s*录人?|议\s*题)(?:人员|领导|同志|单位)?\s*[：:]"
)
_ROLE = (
    r"责任编辑|责任校对|责编|编\s*辑|主编|校\s*对|审\s*核|审签|版式|美编|组稿|组版|供稿|撰稿|撰文|作\s*者|摄影|摄\s*像|来\s*源"
    r"|稿源|监制|签发|初审|复审|终审|编审|投稿|电话|邮箱|热线|网址|值班\w{0,3}|制图|制作|统筹|策划|翻译|供图|文字|图片|编导|一审|二审|三审"
)
_CREDIT = re.compile(
    r"[（(【\[○●□■◎☐]?\s*(?:"
    r"(?:本[报网台刊社]|见习|首席|特约|全媒体|融媒体?|[\u4e00-\u9fff]{0,8}(?=记者))?\s*"
    r"(?:记\s*者|通\s*讯\s*员|实习生|特约\w{2,4})(?:[\s:：/][^。！？，；]{1,40}|[\u4e00-\u9fff]{2,4})"
    rf"|(?:{_ROLE})[\s:：/|][^。！？；]{{0,60}}"
    r"|文[、/]?图?[\s:：/][^。，]{1,20}|图[\s:：/][^。，]{1,12}"
    r"|[^。，；！？]{0,16}(?:摄|供图|文[/、]图|图[/、]文|摄影报道|供稿)"
    r"|[（(][^，。；：]{2,12}[）)]"
    r")[）)】\]]?$"
)
_DAY = r"\d{4}\s*[-年/.．]\s*\d{1,2}\s*[-月/.．]\s*\d{1,2}\s*日?"
_STAMP = re.compile(
    rf"[^。，；！？]{{0,16}}{_DAY}(?:[\s\d|（(][^。，；！？]{{0,50}})?$"
    r"|[—–\-·]*\s*(?:第\s*)?\d{{1,4}}\s*(?:页|/\s*\d+|[—–\-·]+)?(?:\s*共\s*\d+\s*页)?\s*[—–\-·]*$"
    r"|[^。，；]{0,12}第?\s*[A-Za-z]?\d{1,2}\s*版[^。，；]{0,12}$|[（(]?(?:上接|下转|紧接|转)[^。]{1,20}版[^。]{0,16}$"
    r"|[A-Z]\d{1,2}(?:[:：\s].{0,8})?$|.{0,10}(?:浏览|阅读|点击)(?:次数|量|数)?[:：].{0,30}$|星期[一二三四五六日天].{0,24}$"
    r"|(?:第\s*\d+\s*期|总第).{0,24}$"
)
_CAPTION = re.compile(
    r"[（(]?(?:[上下左右]?图[一二三四①-⑩\d]?[：:为]|图[一二三四①-⑩\d]+|资料图|[△▲▼▽])|.{0,200}(?:摄|供图|/图)[）)]?$"
)
PAGE_NUMBER = re.compile(
    r"[—–\-·]+\s*\d{1,4}\s*[—–\-·]+|第\s*\d{1,4}\s*页(?:[,，\s]*共\s*\d+\s*页)?|\d{1,4}\s*/\s*\d{1,4}"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: its characters, without white space around them, from `start` to `end` of the source.

    `stop` is where its line break stands (the end of the source where it has none); `gap` counts the blank lines before
    it; `indent` is the width of the white space before it; `form` is its kind.
    """

    start: int
    end: int
    stop: int
    text: str
    gap: int
    indent: float
    form: Form

    @property
    def closed(self) -> bool:
        """Whether it ends as a sentence ends."""
        return CLOSED.search(self.text) is not None


def width(text: str) -> float:
    """Width of `text` in full-width characters."""
    return len(text) - len(text.encode("ascii", "ignore")) / 2


def form_of(text: str) -> Form:
    """What kind of line `text` is, by itself."""
    text = PICTURES.sub("", text).strip()
    if not _WORD.search(text) or is_furniture(text):
        return Form.MARK
    if is_row(text):
        return Form.ROW
    if len(text) > 4 * HEADLINE_LIMIT:
        return Form.PROSE
    if _STAMP.match(text):
        return Form.STAMP
    if _CREDIT.match(text):
        return Form.CREDIT
    if _CAPTION.match(text):
        return Form.CAPTION
    if _ITEM.match(text):
        return Form.ITEM
    if width(text) > HEADLINE_LIMIT or text[-1] in _UNFINISHED or _INNER.search(text):
        return Form.PROSE
    return Form.SHORT


def lines_of(source: str) -> list[Line]:
    """The lines of `source` that are not blank, in order."""
    found: list[Line] = []
    gap = 0
    for match in _LINE.finditer(source):
        raw = match[1]
        text = raw.strip(_BLANK)
        if not text:
            gap += 1
            continue
        start = match.start() + raw.index(text)
        indent = width(raw[: start - match.start()])
        found.append(Line(start, start + len(text), match.end(1), text, gap, indent, form_of(text)))
        gap = 0
    return found
