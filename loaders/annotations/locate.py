"""Where an annotation stands in its article: annotators write names, training and the samples need offsets.

Offsets are code points of the article's text, end exclusive.
"""

from collections.abc import Iterator
from itertools import pairwise

from loaders.extraction.reader.windows import SENTENCE_ENDS, Span, sentences

POST_REACH = 40
"""The most characters between a person and a post that are taken as belonging together."""
STRETCH = 60
"""The longest stretch that a paraphrase is looked for in."""
BREAK = 12
"""A stretch ends where so many characters of the text have nothing of the phrase."""


def occurrences(text: str, form: str) -> Iterator[Span]:
    """Every place of `form` in `text`, overlapping ones too."""
    place = text.find(form) if form else -1
    while place >= 0:
        yield place, place + len(form)
        place = text.find(form, place + 1)


def apart(spans: list[Span]) -> list[Span]:
    """`spans` without those that overlap an earlier one of the list."""
    kept: list[Span] = []
    for start, end in spans:
        if not any(start < b and a < end for a, b in kept):
            kept.append((start, end))
    return kept


def entity_spans(text: str, entities: list[list[str]]) -> list[list[Span]]:
    """The spans of each entity, given by its forms: the longest form wins, and none lies within another's."""
    forms = [(form, number) for number, entity in enumerate(entities) for form in entity if form]
    taken = bytearray(len(text))
    found: list[list[Span]] = [[] for _ in entities]
    for form, number in sorted(forms, key=lambda pair: -len(pair[0])):
        for start, end in occurrences(text, form):
            if not any(taken[start:end]):
                found[number].append((start, end))
                taken[start:end] = b"\x01" * (end - start)
    return [sorted(spans) for spans in found]


def event_spans(text: str, forms: list[str], persons: list[str]) -> list[Span]:
    """The spans of an event: its forms where they stand, else the stretch its name most likely paraphrases."""
    named = sorted((form for form in forms if len(form) > 2), key=len, reverse=True)
    spans = apart([span for form in named for span in occurrences(text, form)])
    if spans:
        return sorted(spans)
    phrase = forms[0]
    for person in persons:
        phrase = phrase.replace(person, "")
    stretch = paraphrase(text, phrase)
    return [stretch] if stretch else []


def matter_span(text: str, matter: str) -> Span | None:
    """Where a duty or a task is told: word for word, else its likeliest stretch."""
    return next(occurrences(text, matter), None) or paraphrase(text, matter)


def post_span(text: str, title: str, persons: list[Span]) -> Span | None:
    """The mention of `title` that is nearest to one of the mentions of its holder, within the same sentence."""
    near = []
    for start, end in occurrences(text, title):
        for first, last in persons:
            low, high = (end, first) if end <= first else (last, start)
            if 0 <= high - low <= POST_REACH and SENTENCE_ENDS.isdisjoint(text[low:high]):
                near.append((high - low, (start, end)))
    return min(near, key=lambda found: found[0])[1] if near else None


def paraphrase(text: str, phrase: str) -> Span | None:
    """The stretch of one sentence that shares most pairs of characters with `phrase`, or None when too few."""
    grams = {phrase[i : i + 2] for i in range(len(phrase) - 1)}
    best: tuple[int, list[int]] = (0, [])
    for start, end in sentences(text):
        hits = [i for i in range(start, end - 1) if text[i : i + 2] in grams]
        shared = len({text[i : i + 2] for i in hits})
        if shared > best[0]:
            best = (shared, hits)
    shared, hits = best
    if not hits or shared < max(2, 0.3 * len(grams)):
        return None
    run = max(_runs(hits), key=len)
    return run[0], min(run[-1] + 2, run[0] + STRETCH)


def _runs(places: list[int]) -> list[list[int]]:
    """Ascending places, split where more than BREAK lies between two."""
    runs = [[places[0]]]
    for before, after in pairwise(places):
        if after - before > BREAK:
            runs.append([])
        runs[-1].append(after)
    return runs
