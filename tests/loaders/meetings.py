"""Short invented articles, each of another meeting of one county."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    pass


def news(number: int, *, name: str = "陈思远") -> str:
    """A short invented article; each number is another meeting."""
    return (
        f"柳河县召开第{number}次安全生产工作会议\n"
        f"9月{number}日下午，柳河县第{number}次安全生产工作会议在县会议中心召开。"
        f"县委书记{name}出席会议并讲话，县长周建平主持会议。\n"
    )
