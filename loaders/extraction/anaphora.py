"""What only points gets the name of what it points to, or is left out."""

from __future__ import annotations

from loaders.extraction.draft import Draft, Entity
from loaders.extraction.merging import NOBODY, join, unite
from loaders.extraction.rules.anaphora import BEFORE, LEVELS, OWN, Pointer, named, pointer

KINDS = ("Organization", "Place")


def anaphora(draft: Draft) -> None:
    """该镇 becomes the town before it, 我县 the county of the article; a 该镇 without a town before it is nobody."""
    pointing = {index: found for index, entity in draft.of_kind(*KINDS) if (found := pointer(entity.name))}
    if not pointing:
        return
    names = [(span[1], entity.name) for _, entity in draft.of_kind(*KINDS) for span in entity.spans]
    nobody = set()
    for index, found in pointing.items():
        name = _meant(draft, draft.entities[index], found, names)
        if name:
            draft.entities[index].name = name
        elif found.where == BEFORE:
            nobody.add(index)
    for entity in draft.entities:
        entity.aliases = {alias for alias in entity.aliases if not pointer(alias)}
    if nobody:
        join(draft, [NOBODY if index in nobody else index for index in range(len(draft.entities))])
    for kind in KINDS:
        unite(draft, kind)


def _meant(draft: Draft, entity: Entity, found: Pointer, names: list[tuple[int, str]]) -> str | None:
    if found.where == OWN and found.unit in LEVELS and draft.place and draft.place.endswith(found.unit):
        return draft.place
    return named(found, [span[0] for span in entity.spans], names)
