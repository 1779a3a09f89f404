"""Who answers for an item of a list, as labels after it say: 责任单位：县水利局　责任人：王明."""

from __future__ import annotations

from loaders.extraction.draft import Draft
from loaders.extraction.entries import answer
from loaders.extraction.rules.assignments import assignments as assigned

RULE = "responsible_for.label"


def assignments(draft: Draft) -> None:
    """Gives each item to the people or organizations that stand after its labels."""
    bearers = {True: draft.named("Organization"), False: draft.named("Person")}
    for given in assigned(draft.text):
        for span, bearer in bearers[given.of_organs]:
            if given.names[0] <= span[0] and span[1] <= given.names[1]:
                answer(draft, bearer, span, given.matter, rule=RULE, verb=given.label)
