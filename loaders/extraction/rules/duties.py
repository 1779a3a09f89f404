"""Responsibilities: a standing duty (负责, 分管, 牵头 …) or a task that somebody was told to do (要, 希望 …)."""

from __future__ import annotations

import re

Span = tuple[int, int]

DUTY = re.compile(
    r"负责|分管|主管|牵头|承担|职责|责任人|责任单位|联系|挂钩|包保|包联|挂点|兼管|协管|主持.{0,6}工作|对接|认领|联挂|督办|承办|承建|承接|总责|河长|组长|主抓|兜底|责任"
)
DEMAND = re.compile(r"要求|要|须|应|必须|希望|责成|责令|请|安排|部署|指示|督促|叮嘱|嘱咐|交办|限")


def responsibility_kind(text: str, bearer: Span, matter: Span) -> str:
    """ "duty" or "task", by the words between the bearer and the matter, and the first of the matter's own."""
    low, high = min(bearer[1], matter[1]), max(bearer[0], matter[0])
    between = text[low:high] if high - low < 80 else text[max(0, matter[0] - 12) : matter[0]]
    if matter[0] < bearer[0] and DUTY.search(text, bearer[1], bearer[1] + 12):
        return "duty"  # 节前检查由王明负责: the verb comes after both
    duty, demand = DUTY.search(between), DEMAND.search(between)
    if demand and (not duty or demand.start() <= duty.start()):
        return "task"
    return "duty" if duty or DUTY.match(text, matter[0]) else "task"
