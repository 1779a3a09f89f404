"""Spans to clusters: which mentions mean one thing.

Names go together by their letters, a part of a person's name goes to the full name; events by the reader's own
judgement of every two mentions.
"""

from collections import defaultdict
from collections.abc import Iterable

from loaders.extraction.reader.labels import EVENT, KINDS, ORGANIZATION, PERSON, PLACE
from loaders.extraction.reader.reading import Cluster, Mention

NAMED = (PERSON, ORGANIZATION, PLACE)
LONGEST_NAME, LONGEST_PHRASE = 40, 60


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
        forms = _full_names(forms)
    clusters = [cluster(kind, found, text) for found in forms.values()]
    return sorted(clusters, key=lambda c: c.mentions[0].start)


def _full_names(forms: dict[str, list[Mention]]) -> dict[str, list[Mention]]:
    """A form that is part of longer ones goes to the longest of them."""
    merged: dict[str, list[Mention]] = {}
    for form in sorted(forms, key=len, reverse=True):
        host = next((name for name in merged if form in name), form)
        merged.setdefault(host, []).extend(forms[form])
    return merged


def singles(kind: int, mentions: Iterable[Mention], text: str) -> list[Cluster]:
    """Posts and matters: each mention for itself."""
    return [cluster(kind, [mention], text) for mention in mentions]


def events(mentions: list[Mention], same: Iterable[tuple[int, int]], text: str) -> list[Cluster]:
    """Events from their mentions, in text order; `same` are the pairs of mentions judged to mean one event."""
    group = list(range(len(mentions)))
    first: dict[str, int] = {}
    alike = [(first.setdefault(text[m.start : m.end], k), k) for k, m in enumerate(mentions)]
    for a, b in [*same, *alike]:
        low, high = sorted((group[a], group[b]))
        if low != high:
            group = [low if g == high else g for g in group]
    together: dict[int, list[Mention]] = defaultdict(list)
    for number, mention in zip(group, mentions, strict=True):
        together[number].append(mention)
    return [cluster(EVENT, found, text) for found in together.values()]


def cluster(kind: int, mentions: list[Mention], text: str) -> Cluster:
    """Puts mentions in text order; of equally long ones the first gives the name."""
    ordered = sorted(mentions, key=lambda m: (m.start, m.end))
    longest = max(ordered, key=lambda m: m.end - m.start)
    return Cluster(KINDS[kind], text[longest.start : longest.end], tuple(ordered))
