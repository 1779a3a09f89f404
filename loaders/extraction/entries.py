"""Duties of an entry's later sentences, which name nobody, and of a table's cells: they are those of the person who
opens the entry, or the row."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter

from loaders.extraction.draft import Draft, Entity, Relation, Span
from loaders.extraction.rules.entries import begin_after, duties, headings, is_helped, is_interview, opens_entry
from loaders.extraction.rules.enumerations import mask
from loaders.extraction.rules.tables import tables

RULE, TABLED = "responsible_for.entry", "responsible_for.table"
SURE = 0.95


def entries(draft: Draft) -> None:
    """Gives what an entry tells to the person who opens it: 李建国（县长）：主持全面工作。分管县审计局。"""
    _tabled(draft)
    if is_interview(draft.text):
        return
    known = mask(draft.text, draft.cover())
    names = draft.named("Person")
    openings = [
        (begin_after(draft.text, span), span, who) for span, who in names if opens_entry(draft.text, known, span)
    ]
    often = Counter(who for *_, who in openings)
    openings = [each for each in openings if often[each[2]] == 1]  # who opens two speaks there
    if len({who for _, who in names}) == 1:  # the page of one person
        openings += [(place, *names[0]) for place in headings(draft.text)]
    starts = sorted(span[0] for _, span, _ in openings)
    for place, opening, person in openings:
        following = bisect_right(starts, place)
        for told in duties(draft.text, place, starts[following] if following < len(starts) else len(draft.text)):
            answer(draft, person, opening, told)


def _tabled(draft: Draft) -> None:
    """Gives the cells of a row to the person whose row it is, with the verb of the column; a heading is no duty."""
    names = draft.named("Person")
    found = list(tables(draft.text))
    draft.relations = [
        r
        for r in draft.relations
        if r.type != "RESPONSIBLE_FOR"
        or not any(t.heading[0] <= draft.entities[r.target].spans[0][0] < t.heading[1] for t in found)
    ]
    for row in (row for table in found for row in table.rows):
        mine = [(span, person) for span, person in names if row.name[0] <= span[0] and span[1] <= row.name[1]]
        for told, verb in row.duties if len(mine) == 1 else ():
            span, person = mine[0]
            answer(draft, person, span, told, rule=TABLED, verb=verb)


def answer(draft: Draft, bearer: int, opening: Span, told: Span, *, rule: str = RULE, verb: str | None = None) -> None:
    """Lets a person or an organization answer for what is told, in the reader's words for it if it has some.

    `verb` is what a heading or a label says of it: 分管.
    """
    said = {"kind": "duty"} | ({"verb": verb} if verb else {})
    matters = {i: m.spans[0] for i, m in draft.of_kind("Matter") if _share(m.spans[0], told) > 0}
    draft.relations = [r for r in draft.relations if r.target not in matters or not _misread(draft, r, bearer, told)]
    helped = {i for i, span in matters.items() if span[0] < told[0] and is_helped(draft.text, span)}
    draft.relations = [r for r in draft.relations if r.source != bearer or r.target not in helped]
    matters = {i: span for i, span in matters.items() if i not in helped}  # 协助县长分管…: the verb is no matter
    known = [r for r in draft.having("RESPONSIBLE_FOR") if r.target in matters and r.source == bearer]
    for relation in known:
        relation.properties |= said
        if relation.confidence < SURE:  # the layout is surer of it than the reader was
            relation.confidence, relation.rule = SURE, rule
    if known:
        return
    index = max(matters, key=lambda i: _share(matters[i], told), default=None)
    if index is None or _share(matters[index], told) < 0.5:
        index = len(draft.entities)
        draft.entities.append(Entity("Matter", [told], draft.words(told), SURE, rule=rule))
    evidence = [opening, draft.entities[index].spans[0]]
    draft.relations.append(Relation("RESPONSIBLE_FOR", bearer, index, SURE, evidence, rule, {**said}))


def _misread(draft: Draft, relation: Relation, person: int, told: Span) -> bool:
    """Whether the reader gave the duty to the one who is helped, or to what is itself a part of the duty."""
    if relation.type != "RESPONSIBLE_FOR" or relation.source == person:
        return False
    bearers = [span for span in relation.evidence if span in draft.entities[relation.source].spans]
    return any(is_helped(draft.text, span) or (told[0] <= span[0] and span[1] <= told[1]) for span in bearers)


def _share(span: Span, told: Span) -> float:
    """The share of the longer of two stretches that both have."""
    both = min(span[1], told[1]) - max(span[0], told[0])
    return max(0, both) / max(span[1] - span[0], told[1] - told[0])
