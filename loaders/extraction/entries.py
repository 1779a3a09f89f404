"""Duties of an entry's later sentences, which name nobody: they are those of the person who opens the entry."""

from __future__ import annotations

from loaders.extraction.draft import Draft, Relation
from loaders.extraction.rules.entries import goes_on, opens_entry, told_without_subject
from loaders.extraction.rules.enumerations import mask

RULE = "responsible_for.entry"
DISCOUNT = 0.9
"""How much less sure such a duty is than its matter is."""
SUREST = 0.5
"""How sure the reader must be of a matter: what it hardly sees is mostly none."""


def entries(draft: Draft) -> None:
    """Adds responsibilities for matters that nobody answers for yet: 李建国（县长）：主持全面工作。分管县审计局。"""
    taken = {relation.target for relation in draft.having("RESPONSIBLE_FOR")}
    matters = [(index, m) for index, m in draft.of_kind("Matter") if index not in taken and m.score >= SUREST]
    if not matters:
        return
    known = mask(draft.text, [s for _, e in draft.of_kind("Post", "Organization", "Place") for s in e.spans])
    names = sorted((span, index) for index, entity in draft.of_kind("Person") for span in entity.spans)
    openings = [(span, person) for span, person in names if opens_entry(draft.text, known, span)]
    for index, matter in matters:
        clause = told_without_subject(draft.text, matter.spans[0])
        before = [opening for opening in openings if clause is not None and opening[0][1] <= clause]
        if clause is None or not before:
            continue
        opening, person = before[-1]
        others = [span for span, other in names if other != person]
        if goes_on(draft.text, opening, clause, others):
            evidence = [opening, matter.spans[0]]
            draft.relations.append(Relation("RESPONSIBLE_FOR", person, index, DISCOUNT * matter.score, evidence, RULE))
