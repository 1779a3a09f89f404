"""Responsibilities: a standing duty (负责, 分管, 牵头 …) or a task that somebody was told to do (要, 希望 …).

The word that says so is kept: whoever 分管 a bureau is above it, whoever 联系 it keeps contact, whoever 协助 helps.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Span = tuple[int, int]

DUTY = re.compile(
    r"负责|分管|主管|牵头|承担|职责|责任人|责任单位|联系|挂钩|包保|包联|包案|包片|包抓|挂点|兼管|协管|主持(?=.{0,6}工作|$)"
    r"|对接|认领|联挂|督办|承办|承建|承接|总责|河长|组长|主抓|兜底|责任"
)
DEMAND = re.compile(r"要求|要|须|应|必须|希望|责成|责令|请|安排|部署|指示|督促|叮嘱|嘱咐|交办|限")
HELPS = re.compile(r"(?P<verb>协助|协同|配合)[^，。；\n]*$")
"""Up to the matter: somebody helps another with it."""
BY = re.compile(r"由[^，。；\n]{0,20}$")
"""Up to the bearer: 由王明、李华负责."""
NAMED_AFTER = re.compile(r".{0,2}(责任单位|责任人|牵头单位|河长|林长|路长|网格长)")
NEAR, FAR = 12, 80
"""Characters in which a verb belongs to what it follows or precedes, and over which the words between say nothing."""


@dataclass(frozen=True, slots=True)
class Telling:
    """How a responsibility is told: its kind, and the word of the text that says so, if any."""

    kind: Literal["duty", "task"]
    verb: str | None


def told(text: str, bearer: Span, matter: Span) -> Telling:
    """How the text says that the bearer answers for the matter."""
    if matter[0] <= bearer[0] and (telling := _told_after(text, bearer)):
        return telling
    low, high = min(bearer[1], matter[1]), max(bearer[0], matter[0])
    between = text[low:high] if high - low < FAR else text[max(0, matter[0] - NEAR) : matter[0]]
    duties, demands = list(DUTY.finditer(between)), list(DEMAND.finditer(between))
    if demands and (not duties or demands[0].start() <= duties[0].start()):
        return Telling("task", demands[0][0])
    if helps := HELPS.search(between):
        return Telling("duty", helps["verb"])
    if duties:
        return Telling("duty", duties[-1][0])
    if own := DUTY.match(text, matter[0]) or DUTY.search(text[slice(*matter)][:4]):  # 负责…, 具体负责…
        return Telling("duty", own[0])
    if named := NAMED_AFTER.match(text, matter[1]):
        return Telling("duty", named[1])
    asked = DEMAND.search(text, max(0, bearer[0] - NEAR), bearer[0])
    return Telling("task", asked[0] if asked else None)


def _told_after(text: str, bearer: Span) -> Telling | None:
    """节前检查由王明负责: the verb comes after both, or 由 alone says so."""
    end = min((place for mark in "。；\n" if (place := text.find(mark, bearer[1])) >= 0), default=len(text))
    if duty := DUTY.search(text, bearer[1], min(end, bearer[1] + NEAR)):
        return Telling("duty", duty[0])
    return Telling("duty", "由") if BY.search(text[max(0, bearer[0] - 24) : bearer[0]]) else None
