"""Lines to paragraphs: a sentence that a line break cut is put together again.

Two habits cut sentences. A text wrapped at a fixed width breaks nearly every line; there, a full line that does not end
as sentences end goes on in the next. A page put together from columns breaks here and there, blank lines included;
there, only a long line goes on, or one that ends as no line can (with a comma, a 、 or a 的), and only in running text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.articles.lines import Form, Line, width

_DANGLING = re.compile(r"[，,、（(《“‘「『和与及把将向并由从或被的]$")
_LEADING = re.compile(r"[。，,、；！？：](?![A-Za-z])")
_CLOSING = "”’」』）》】"
OPENING = re.compile(
    r"(?:\d{4}年)?\d{1,2}月\d{1,2}日|\d{1,2}日[上下晚中凌]?|[近日]日|[昨今当][天日晚]|连日来|近期|近来|上周|本周|日前"
)
"""How the first sentence of a report likes to begin."""
PARTICULARS = re.compile(r"\W{0,2}[\u4e00-\u9fff·]{2,5}[ \t\u3000]{0,8}(?:[，,][ \t\u3000]{0,8})?[男女][，,]")
"""How an entry of a list of people begins: 仇万里，男，1966年12月生."""
_KEPT = (Form.ROW, Form.ITEM, Form.CREDIT, Form.STAMP, Form.CAPTION)
LONG = 30
"""Width from which an open line of running text is taken for a cut one."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together; `form` is PROSE where there are several."""

    lines: tuple[Line, ...]
    text: str
    form: Form

    @property
    def gap(self) -> int:
        """Blank lines before it."""
        return self.lines[0].gap

    @property
    def closed(self) -> bool:
        """Whether it ends as a sentence ends."""
        return self.lines[-1].closed


@dataclass(frozen=True, slots=True)
class Wrap:
    """The width at which a text is wrapped, 0 where it is not, and whether its paragraphs begin indented."""

    width: float = 0.0
    indented: bool = False

    @classmethod
    def of(cls, lines: list[Line]) -> Wrap:
        """Looks for a width that many lines reach, few pass, and most of those leave a sentence open."""
        widths = sorted(width(line.text) + line.indent for line in lines)
        if len(widths) < 6:
            return cls()
        full = widths[int(0.85 * len(widths))]
        if not 12 <= full <= 60 or sum(value > full + 3 for value in widths) > len(widths) // 20:
            return cls()
        reached = [line for line in lines if width(line.text) + line.indent >= full - 2]
        cut = [line for line in reached if not line.closed and line.form in (Form.SHORT, Form.PROSE)]
        if len(cut) < 3 or len(cut) < 0.5 * len(reached) or len(cut) < 0.25 * len(lines):
            return cls()
        return cls(full, 0 < sum(line.indent > 0 for line in lines) < 0.6 * len(lines))

    def reached(self, line: Line, *, first: bool) -> bool:
        """Whether `line` is full. A paragraph's first lacks its indent, and has a comma where it is no headline."""
        if not self.width or line.form not in (Form.SHORT, Form.PROSE):
            return False
        room = self.width - max(width(line.text), len(line.text)) - line.indent  # wrapped by width, or by characters
        return room <= 1.5 or (first and room <= 4 and any(mark in line.text for mark in "，,、"))


def paragraphs_of(lines: list[Line]) -> list[Paragraph]:
    """Paragraphs of `lines`, in order; each line belongs to one."""
    wrap = Wrap.of(lines)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and goes_on(groups[-1], line, wrap):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_paragraph(group) for group in groups]


def goes_on(group: list[Line], line: Line, wrap: Wrap) -> bool:
    """Whether the sentence that ends `group` goes on in `line`."""
    last = group[-1]
    running = len(group) > 1 or _runs(last)
    if last.form in (Form.MARK, Form.STAMP, Form.CREDIT, Form.ROW):
        return False
    if line.text[0] in _CLOSING or (not last.closed and _LEADING.match(line.text)):
        return running or (last.form is Form.SHORT and len(line.text) > 1)
    if last.closed or line.form in (*_KEPT, Form.MARK):
        return False
    if running and _DANGLING.search(last.text):
        return True
    if OPENING.match(line.text) or PARTICULARS.match(line.text):
        return False
    if wrap.reached(last, first=len(group) == 1):
        return not (wrap.indented and line.indent) and line.gap <= group[0].gap
    if last.text[-1] in "：:":
        return False
    whole = sum(width(part.text) for part in group[-3:])
    return running and whole >= LONG and last.form is not Form.CAPTION and line.form is Form.PROSE


def _runs(line: Line) -> bool:
    """Whether `line` is running text by itself: as prose is, or as long as a line of prose and with a comma."""
    long = width(line.text) >= LONG
    return line.form is Form.PROSE or (long and (line.form is Form.ITEM or any(mark in line.text for mark in "，,、")))


def _paragraph(group: list[Line]) -> Paragraph:
    text = group[0].text
    for line in group[1:]:
        text += separator(text, line.text) + line.text
    return Paragraph(tuple(group), text, Form.PROSE if len(group) > 1 else group[0].form)


def separator(before: str, after: str) -> str:
    """What stands between two joined lines: a space between Latin words, nothing between Chinese characters."""
    return (
        " " if before[-1:].isascii() and before[-1:].isalnum() and after[:1].isascii() and after[:1].isalpha() else ""
    )
