"""Spans to clusters: which mentions mean one thing.

Names go together by their letters, a part of a person's name goes to the full name; events by the reader's own
judgement of every two mentions, averaged over clusters: joined by their likeliest pair alone, a headline that speaks of
a ceremony and of the meeting after it would make one event of both.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform

from loaders.extraction.reader.labels import EVENT, KINDS, ORGANIZATION, PERSON, PLACE
from loaders.extraction.reader.reading import Cluster, Mention

NAMED = (PERSON, ORGANIZATION, PLACE)
LONGEST_NAME, LONGEST_PHRASE = 40, 60
EVENT_HEAD = re.compile(
    "(?:座谈会|推进会|动员会|调度会|汇报会|反馈会|见面会|恳谈会|研讨会|交流会|报告会|发布会|推介会|现场会|总结会|协商会|联席会"
    "|常务会|常委会|表彰会|研判会|分享会|论坛|仪式|开幕式|闭幕式|典礼|开班式|结业式|会议|大会|讲座|培训班|晚宴|晚会|演练|招聘会"
    "|运动会|比赛|大赛|全会|会商|义诊)$"
)
"""Words that end names of events."""
LIST_MARKS = "、，,：: \u3000\n。；和及与"
"""What stands before and after an item of a list."""
OTHER_HEAD = 0.5
"""What is left of the chance that two mentions mean one event when their names end in different heads."""


def plausible(kind: int, form: str) -> bool:
    """Whether a span may be what it is tagged as: nothing over a line's end, no bare surname, no half sentence."""
    if "\n" in form or not form.strip():
        return False
    longest = LONGEST_NAME if kind in NAMED else LONGEST_PHRASE
    shortest = 2 if kind in (PERSON, EVENT) else 1
    return shortest <= len(form) <= longest


def names(kind: int, mentions: Iterable[Mention], text: str) -> list[Cluster]:
    """Clusters of mentions of one kind by what they say, in order of first mention."""
    forms: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        forms[text[mention.start : mention.end]].append(mention)
    if kind == PERSON:
        forms = _full_names(forms, text)
    clusters = [cluster(kind, found, text) for found in forms.values()]
    return sorted(clusters, key=lambda c: c.mentions[0].start)


def _full_names(forms: dict[str, list[Mention]], text: str) -> dict[str, list[Mention]]:
    """A form that is part of longer ones goes to the longest of them, but for items of lists (于国、于国娜)."""
    merged: dict[str, list[Mention]] = {}
    for form in sorted(forms, key=len, reverse=True):
        listed = any(_is_item(text, mention) for mention in forms[form])
        host = next((name for name in merged if form in name and not (listed and name.startswith(form))), form)
        merged.setdefault(host, []).extend(forms[form])
    return merged


def _is_item(text: str, mention: Mention) -> bool:
    """Whether a mention stands between the marks of a list: it is a whole name then, not part of one."""
    before, after = text[max(0, mention.start - 1) : mention.start], text[mention.end : mention.end + 1]
    return (
        bool(before and after)
        and before in LIST_MARKS
        and after in LIST_MARKS
        and not {before, after}.isdisjoint("、 \u3000")
    )


def singles(kind: int, mentions: Iterable[Mention], text: str) -> list[Cluster]:
    """Posts and matters: each mention for itself."""
    return [cluster(kind, [mention], text) for mention in mentions]


def events(mentions: Sequence[Mention], same: NDArray[np.floating], text: str, threshold: float) -> list[Cluster]:
    """Events from their mentions, in text order, by average linkage.

    `same` holds the chance that two mentions mean one event, symmetric, [mentions, mentions]. Equal words mean one
    event; names with different heads (座谈会, 仪式) hardly do.
    """
    if len(mentions) < 2:
        return singles(EVENT, mentions, text)
    forms = [text[mention.start : mention.end] for mention in mentions]
    chances = same * _one_head(forms)
    for form in set(forms):
        alike = [number for number, other in enumerate(forms) if other == form]
        chances[np.ix_(alike, alike)] = 1.0
    np.fill_diagonal(chances, 1.0)
    tree = linkage(squareform(1.0 - chances, checks=False), method="average")
    together: dict[int, list[Mention]] = defaultdict(list)
    for group, mention in zip(fcluster(tree, 1.0 - threshold, criterion="distance"), mentions, strict=True):
        together[int(group)].append(mention)
    return sorted((cluster(EVENT, found, text) for found in together.values()), key=lambda c: c.mentions[0].start)


def _one_head(forms: Sequence[str]) -> NDArray[np.floating]:
    """1, or OTHER_HEAD where two names end in different heads of which neither ends the other (会议 is no 座谈会)."""
    heads = [match[0] if (match := EVENT_HEAD.search(form)) else "" for form in forms]
    return np.array([[1.0 if a.endswith(b) or b.endswith(a) else OTHER_HEAD for b in heads] for a in heads])


def cluster(kind: int, mentions: list[Mention], text: str) -> Cluster:
    """Puts mentions in text order; of equally long ones the first gives the name."""
    ordered = sorted(mentions, key=lambda m: (m.start, m.end))
    longest = max(ordered, key=lambda m: m.end - m.start)
    return Cluster(KINDS[kind], text[longest.start : longest.end], tuple(ordered))
