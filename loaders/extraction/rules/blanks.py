"""Blanks that some editors set around figures: 2023 年 12 月 5 日 is 2023年12月5日."""

from __future__ import annotations

import re

IDEOGRAPH = r"[〇\u4e00-\u9fff]"
FIGURE = r"[0-9０-９]"
BLANKS = re.compile(rf"(?<={FIGURE})[^\S\n]+(?={IDEOGRAPH})|(?<={IDEOGRAPH})[^\S\n]+(?={FIGURE})")
"""Blanks within a line between a figure and a Chinese character."""


def squeezed(text: str) -> tuple[str, list[int]]:
    """`text` without such blanks, and for each of its characters the place in `text`."""
    gaps = [match.span() for match in BLANKS.finditer(text)]
    edges = [0, *(edge for gap in gaps for edge in gap), len(text)]
    places = [at for start, end in zip(edges[::2], edges[1::2], strict=True) for at in range(start, end)]
    return "".join(text[at] for at in places), places
