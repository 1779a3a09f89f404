"""Entities of one article that are one thing under two names: 县教育局 and 教育局 become one entity."""

from __future__ import annotations

from loaders.extraction.draft import Draft, Entity
from loaders.extraction.rules.names import fuller_forms, place_short_of, short_of

FITS = {"Organization": short_of, "Place": place_short_of}


def names(draft: Draft) -> None:
    """Joins short forms to the fuller name of the article; relations follow."""
    home = list(range(len(draft.entities)))
    for kind, fits in FITS.items():
        found = {entity.name: index for index, entity in draft.of_kind(kind)}
        for short, full in fuller_forms(list(found), fits).items():
            home[found[short]] = found[full]
    if any(index != target for index, target in enumerate(home)):
        _join(draft, [_last(home, index) for index in range(len(home))])


def _last(home: list[int], index: int) -> int:
    """The end of a chain: a short form's fuller form may itself be short for another."""
    while home[index] != index:
        index = home[index]
    return index


def _join(draft: Draft, home: list[int]) -> None:
    """Puts every entity's mentions to its home, drops what is empty then, and lets relations point anew."""
    for index, target in enumerate(home):
        if index != target:
            _absorb(draft.entities[target], draft.entities[index])
    kept = sorted(set(home))
    place = {old: new for new, old in enumerate(kept)}
    draft.entities = [draft.entities[index] for index in kept]
    for relation in draft.relations:
        relation.source, relation.target = place[home[relation.source]], place[home[relation.target]]


def _absorb(full: Entity, short: Entity) -> None:
    full.spans = sorted({*full.spans, *short.spans})
    full.aliases |= short.forms - {full.name}
    full.score = max(full.score, short.score)
