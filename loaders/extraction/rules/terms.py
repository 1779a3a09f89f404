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

VERB = re.compile(r"(?P<into>任命|选举|补选|推选|增选|聘任|提任)|(?P<out>免去|撤销|罢免)|(?P<neither>提名|建议)")
"""The verb that governs the names after it, until the next one."""
DECIDED = re.compile(r"决定|任免|任职|任命")
"""What makes 李卫民任县委书记 news, not a description."""
FELLOWS = r"(?:（[^）]{1,10}）)?(?:[、和及][^，。；、（]{2,10}(?:（[^）]{1,10}）)?)*?(?:同志|女士|先生)?"
"""The rest of a list of names that share a post: 王明（女）、李华."""
ELECTED = re.compile(FELLOWS + "(?:当选|就任|接任|继任|出任)")
INTO = re.compile(FELLOWS + "(?P<verb>为|任|担任|兼任)")
OUT_OF = re.compile("不再(?:担任|兼任|任)|辞去|卸任")
OTHERWISE = re.compile("聘为|改任|转任|调任|接任|出任")
OFFICE = re.compile(r"(?:[、和][^，。；\n]{1,24})?的?职务")
"""After a post: it is spoken of as something to be taken away."""
CANDIDATE = re.compile("候选人|(?:建议)?人选")
"""After a post: somebody is put forward for it."""
ANOTHER = re.compile(r"[。；！？\n]|免去|任命|提名")
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
    if holder[1] > post[0] or ANOTHER.search(between) or CANDIDATE.match(text, post[1]):
        return None
    if left := OUT_OF.search(between):
        return None if OTHERWISE.search(between, left.end()) else "end"
    verb = _verb(text, holder[0])
    if verb == "out":
        return "end" if OFFICE.match(text, post[1]) else None
    if verb != "neither" and (ELECTED.match(between) or _comes_into(text, sentence, holder, between, verb)):
        return "start"
    return None


def _comes_into(text: str, sentence: Span, holder: Span, between: str, verb: str | None) -> bool:
    """为 needs its verb; 任 and 担任 need a decision before them, or they only describe."""
    into = INTO.match(between)
    if into is None:
        return False
    return verb == "into" or (into["verb"] != "为" and DECIDED.search(text, sentence[0], holder[0]) is not None)


def _verb(text: str, place: int) -> str | None:
    """into, out or neither: what the last verb before `place` says of the names after it, if it governs them."""
    last = max(VERB.finditer(text, max(0, place - LIST), place), key=re.Match.end, default=None)
    return last.lastgroup if last and _governs(text, last.end(), place) else None


def _governs(text: str, verb: int, place: int) -> bool:
    """Whether a verb is still in force at `place`: in its own sentence, or over a list of lines."""
    own, *lines = text[verb:place].split("\n")
    return not re.search("[。！？]", own) and all(LINE.fullmatch(line) for line in lines[:-1])
