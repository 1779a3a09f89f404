"""Terms of office: whether a sentence brings somebody into a post, or tells that the post is given up.

任命王明为县水利局局长 is the beginning, 免去张强的县水利局局长职务 and 陈志远不再担任县委书记 are the end. Lists of
appointments say the verb once, in a line of its own, for all the lines below it. Whoever is only put forward (提名,
人选) has not come in.
"""

from __future__ import annotations

import re
from typing import Literal

Span = tuple[int, int]
Turn = Literal["start", "end"]

CHOOSE, DISMISS = "任命|选举|补选|推选|增选|聘任|提任", "免去|撤销|罢免"
VERB = re.compile(
    rf"(?P<neither>(?:提请|提议|建议|拟)[^，。；！？\n]{{0,20}}?(?:{CHOOSE}|{DISMISS})"
    "|将(?:任命|选举|补选|推选|增选|聘任|免去)|提名|建议)"
    f"|(?P<into>{CHOOSE})|(?P<out>{DISMISS})"
)
"""The verb that governs the names after it, until the next one."""
DECIDED = re.compile(
    "决定|任免|任职|任命|批准|经[^，。；]{0,16}(?:研究|同意)|宣[布读](?![^，。；]{0,12}(?:开[幕工始园馆赛训]|启动|闭幕|结束|成立))"
)
"""What makes 李卫民任县委书记 news, not a description."""
BLANKS = "[ \u3000]*"
FELLOWS = (
    BLANKS
    + r"(?:（[^）]{1,10}）)?(?:[、和及][^，。；、（和及]{0,10}(?:（[^）]{1,10}）)?)*?(?:同志|女士|先生)?"
    + BLANKS
)
"""The rest of a list of names that share a post: 王明（女）、李华."""
WHEN = r"(?:[于在]?\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?)?"
HOW = "(?:以[^，。；]{1,8}票|[全高满]票|成功|顺利|正式|分别|同时|一致)*"
ELECTED = re.compile(
    FELLOWS + WHEN + HOW + "(?:当选|就任|接任|继任|出任|[被获](?:任命|选举|推选|补选|增选|聘任|聘|选|提任)(?:为|担任))"
)
INTO = re.compile(FELLOWS + "(?:挂职)?(?P<verb>为|任|担任|兼任|代理)")
OUT_OF = re.compile("不再(?:担任|兼任|任)|辞去|卸任")
ASKED = re.compile("(?:申请|提出|请求|要求)$")
"""Before 辞去: nobody has let them go yet."""
ACCEPTED = re.compile("接受|同意|批准|通过")
OTHERWISE = re.compile("聘为|改任|转任|调任|接任|出任")
OFFICE = re.compile(r"(?:[、和][^，。；\n]{1,24})?的?职务")
"""After a post: it is spoken of as something to be taken away."""
ONLY_NAMED = re.compile("候选人|(?:建议)?人选|以来|期间|时(?!间)")
"""After a post: somebody is put forward for it, or something else is told of a term (当选主席以来)."""
ANOTHER = re.compile(r"[。；！？\n]|免去|(?<![被获])任命|提名")
"""Between a name and a post: they belong to different statements."""
LIST = 600
"""How many characters of a list may lie between the verb and a name under it."""
LINE = re.compile(r"[^。！？]{0,80}[。；;：:]?")
"""A line of a list: a name and a post, no sentence that tells something else."""


def turn(text: str, sentence: Span, holder: Span, post: Span) -> Turn | None:
    """Whether `sentence` brings the holder, named at `holder`, into the post named at `post`, or out of it.

    None where it tells of neither; spans are places in `text`.
    """
    between = text[holder[1] : post[0]]
    if holder[1] > post[0] or ANOTHER.search(between) or ONLY_NAMED.match(text, post[1]):
        return None
    if left := OUT_OF.search(between):
        return None if _stays(text, sentence, holder, between, left) else "end"
    verb = governing(text, holder[0])
    if verb == "out":
        return "end" if OFFICE.match(text, post[1]) else None
    if verb != "neither" and (ELECTED.match(between) or _comes_into(text, sentence, holder, between, verb)):
        return "start"
    return None


def _stays(text: str, sentence: Span, holder: Span, between: str, left: re.Match[str]) -> bool:
    """Whether the post is the one that they go to, or they have only asked to leave."""
    asked = ASKED.search(between, 0, left.start()) and not ACCEPTED.search(text, sentence[0], holder[0])
    return bool(asked or OTHERWISE.search(between, left.end()))


def _comes_into(text: str, sentence: Span, holder: Span, between: str, verb: str | None) -> bool:
    """为 needs its verb; 任 and 担任 need a decision before them, or they only describe."""
    into = INTO.match(between)
    if into is None:
        return False
    return verb == "into" or (into["verb"] != "为" and _decided(text, sentence[0], holder[0]))


def _decided(text: str, sentence: int, place: int) -> bool:
    """Whether the sentence tells of a decision, or the heading of the list does (经研究决定：)."""
    last = max(DECIDED.finditer(text, max(0, place - LIST), place), key=re.Match.end, default=None)
    if last is None or last.end() > sentence:
        return last is not None
    heading = text[last.end() : place].split("\n")[0].rstrip()
    return heading.endswith(("：", ":")) and _governs(text, last.end(), place)


def governing(text: str, place: int) -> str | None:
    """into, out or neither: what the last verb before `place` says of the names after it, if it governs them."""
    last = max(VERB.finditer(text, max(0, place - LIST), place), key=re.Match.end, default=None)
    return last.lastgroup if last and _governs(text, last.end(), place) else None


def _governs(text: str, verb: int, place: int) -> bool:
    """Whether a verb is still in force at `place`: in its own sentence, or over a list of lines."""
    own, *lines = text[verb:place].split("\n")
    return not re.search("[。！？]", own) and all(LINE.fullmatch(line) for line in lines[:-1])
