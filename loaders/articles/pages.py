"""Paragraphs of a file to its articles: a newspaper page holds several, and nothing says where one ends.

An article starts at a headline: short lines without sentence punctuation, before running text. So does a section, at
its subhead; what tells them apart is weighed in `weigh`. A headline may also follow its body (`behind`): then it says
what the text above it says, and the text below is another article's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median_low

from loaders.articles.cohesion import pairs, share
from loaders.articles.lines import Form, width
from loaders.articles.paragraphs import OPENING, Paragraph

_ORIGIN = r"本[报网台刊台]|新华社|中新社"
DATELINE = re.compile(
    rf"(?!又讯|另讯)[（(【\[]?(?:{_ORIGIN}|[\u4e00-\u9fff]{{2,8}}(?=网|报|社))?[\u4e00-\u9fff]{{0,8}}(?:讯|电|消息)[】）)\]]?(?=[\s（(：:，,\d])"
    rf"|(?:{_ORIGIN}).{{0,16}}\d{{1,2}}日(?:电|讯)|[（(【](?:本[报网台刊]|通讯员|记者|特约|实习)"
)
"""How a report begins that names its origin."""
SIGNED = re.compile(
    r"[（(](?:[^（）()]{0,12}(?:记者|通讯员|供稿|摄|文/图|编辑|校对)[^（）()]{0,24}|[\u4e00-\u9fff]{2,4}(?:[\s、][\u4e00-\u9fff\s、]{1,12})?)[）)]。?$"
)
"""How a report ends that names its author."""
_SOON = 40
"""Characters of a lead in which its date stands."""
_LEAD = 200
"""Characters of a lead that take the headline up."""
_BACK = 30
"""Paragraphs above a headline that are looked at: what an article says, at a cost that does not grow with the file."""
THRESHOLD = 2.5
MOST_LINES = 5
"""Most lines of a headline, kicker and subtitles included; more short lines are a list or a poem."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One article of a page: paragraphs from `first` to `last` (exclusive), and those of them that are its headline."""

    first: int
    last: int
    head: range


@dataclass(frozen=True, slots=True)
class Head:
    """Short lines that may be a headline: their paragraphs, and the text or list `body` after them (None: page end)."""

    lines: range
    body: int | None


def split(page: list[Paragraph]) -> list[Piece]:
    """The articles of `page`, in order; every paragraph belongs to exactly one."""
    usual = median_low([paragraph.gap for paragraph in page[1:]] or [0])
    pieces: list[Piece] = []
    first, head = 0, range(0)
    for found in heads(page):
        if not head and _nothing_before(page, found.lines.start, first):
            head = found.lines
            continue
        lead = behind(page, found, first, bool(head), usual)
        if lead is not None:
            if lead > first:
                pieces.append(Piece(first, lead, head))
            pieces.append(Piece(lead, found.lines.stop, found.lines))
            first, head = found.lines.stop, range(0)
        elif weigh(page, found, first, usual) >= THRESHOLD:
            pieces.append(Piece(first, found.lines.start, head))
            first, head = found.lines.start, found.lines
    if first < len(page):
        pieces.append(Piece(first, len(page), head))
    return [part for piece in pieces for part in _apart(page, piece, usual)] if len(pieces) > 1 else pieces


def _apart(page: list[Paragraph], piece: Piece, usual: int) -> Iterator[Piece]:
    """On a page of several articles, a report without headline far below the text above it is an article of its own."""
    first, head = piece.first, piece.head
    running = [at for at in range(max(head.stop, first), piece.last) if page[at].form is Form.PROSE and at not in head]
    for at in running[1:]:
        text = page[at].text
        far = page[at].gap > usual + 1 and OPENING.search(text[:_SOON])
        free = page[at - 1].closed and not (head and head.start > at)
        if free and (far or DATELINE.match(text)):
            yield Piece(first, at, head)
            first, head = at, range(0)
    yield Piece(first, piece.last, head)


def heads(page: list[Paragraph]) -> Iterator[Head]:
    """Every run of short lines, in order, cut to what can be a headline."""
    at = 0
    while at < len(page):
        if page[at].form is not Form.SHORT:
            at += 1
            continue
        stop = at
        while stop < len(page) and page[stop].form in (Form.SHORT, Form.MARK):
            stop += 1
        body = _body(page, stop)
        below = (Form.PROSE, Form.CAPTION, Form.ROW, *([] if at else [Form.ITEM]))  # a notice: 一、总体要求; 时间：
        runs = body < len(page) and page[body].form in below
        lines = _cut(page, range(at, stop), page[stop].gap if stop < len(page) else 0)
        if runs or body == len(page):
            yield Head(lines, body if runs else None)
        at = stop


def _body(page: list[Paragraph], at: int) -> int:
    """Where the text below a headline that ends at `at` begins; a single row of names above a text is a byline."""
    if [paragraph.form for paragraph in page[at : at + 2]] == [Form.ROW, Form.PROSE]:
        return at + 1
    while at < len(page) and page[at].form in (Form.CREDIT, Form.STAMP, Form.MARK):
        at += 1
    return at


def _cut(page: list[Paragraph], run: range, below: int) -> range:
    """The end of `run` that belongs together: after its last gap wider than that below it or that above its start."""
    above = page[run.start].gap if run.start else 1
    wider = [at for at in run[1:] if page[at].gap > max(1, below) or page[at].gap > above]
    start = wider[-1] if wider else run.start
    if run.stop - start > MOST_LINES:
        gaps = [at for at in run[1:] if page[at].gap > 0 and run.stop - at <= MOST_LINES]
        start = gaps[-1] if gaps and page[run.start + 1].gap < page[gaps[-1]].gap else run.stop - 1
    return range(start, run.stop)


def _nothing_before(page: list[Paragraph], at: int, first: int) -> bool:
    """Whether only furniture stands between the start of the article and `at`."""
    return all(page[i].form in (Form.STAMP, Form.CREDIT, Form.MARK, Form.ITEM, Form.SHORT) for i in range(first, at))


def headline(page: list[Paragraph], lines: range) -> str:
    """The words of a headline's lines."""
    return " ".join(page[at].text for at in lines if page[at].form is not Form.MARK)


def weigh(page: list[Paragraph], found: Head, first: int, usual: int) -> float:
    """What speaks for an article's start at `found`, in an article that began at `first`, over a section's.

    The weights are those of a logistic regression on pages put together from 3,000 articles, rounded, with datelines
    raised to what an editor would say.
    """
    if found.body is None or page[found.body].form is Form.ROW:  # a roster falls into groups, each under a short line
        return 0.0
    lead = page[found.body].text[:_LEAD]
    top, above = page[found.lines.start], page[found.lines.start - 1]
    title = headline(page, found.lines)
    before = [pairs(page[at].text) for at in range(max(first, found.lines.start - _BACK), found.lines.start)]
    words = pairs(title)
    lead_indented = page[found.body].lines[0].indent
    return (
        1.0 * (len(found.lines) > 1)
        + 2.5 * (DATELINE.match(lead) is not None)
        + 1.0 * (OPENING.match(lead) is not None)
        + 0.5 * (OPENING.search(lead[:_SOON]) is not None)
        + 1.0 * (found.body > found.lines.stop)
        + 1.0 * (above.form in (Form.CREDIT, Form.STAMP) or SIGNED.search(above.text) is not None)
        + 1.0 * (top.gap > usual)
        + 0.5 * (top.gap > usual + 1)
        + 1.0 * (lead_indented > 0 and not top.lines[0].indent)
        + 1.5 * (share(words, pairs(lead)) - share(words, *before))
        + 1.5 * (1 - 3 * share(pairs(lead), *before))
        - 1.0 * (width(title) < 7)
        - 2.0 * all(width(page[at].text) < 5 for at in found.lines)
        - 1.0 * title.endswith(("？", "?"))
    )


def behind(page: list[Paragraph], found: Head, first: int, headed: bool, usual: int) -> int | None:
    """Where the text begins whose headline stands behind it, at `found`; None where it is no such headline.

    The lead says what the headline says, more than the text below does; it opens as reports open, or the headline
    stands nearer to the text above than to the one below. An article that has a headline keeps its first paragraph.
    """
    words = pairs(headline(page, found.lines))
    text = [at for at in range(max(first, found.lines.start - _BACK), found.lines.start) if page[at].form is Form.PROSE]
    if headed and found.lines.start - first <= _BACK:
        text = text[1:]
    if not text or len(words) < 4:
        return None
    rated = [(share(words, pairs(page[at].text[:_LEAD])), -at) for at in text]
    likeness, place = max(rated)
    lead = -place
    after = page[found.lines.stop].gap if found.lines.stop < len(page) else usual + 1
    nearer = after > page[found.lines.start].gap
    below = share(words, pairs(page[found.body].text[:_LEAD])) if found.body is not None else 0.0
    opens = OPENING.search(page[lead].text[:_SOON]) is not None or page[lead].gap > usual
    kept = headed or lead > first
    above = range(max(first, lead - _BACK), lead)
    before = share(words, *(pairs(page[at].text) for at in above)) if kept else 0.0
    if likeness < 0.35 or likeness < below + 0.15 or likeness < before + 0.15 or not (opens or nearer):
        return None
    return first if not headed and _nothing_before(page, lead, first) else lead
