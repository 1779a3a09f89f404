"""What only points gets the name of what it points to, or is left out."""

from __future__ import annotations

from loaders.extraction.draft import Draft, Entity
from loaders.extraction.merging import NOBODY, join, unite
from loaders.extraction.rules.anaphora import BEFORE, Pointer, named, pointer

KINDS = ("Organization", "Place")


def anaphora(draft: Draft) -> None:
    """该镇 becomes the town before it, 我县 the county of the article, 我局 the only bureau that it names.

    A 该镇 that does not mean one town is nobody; 我县 and 我局 keep their name where it is not known whose they are.
    """
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
    """The issuing place alone says which county is ours: the only one that an article names may be its guest."""
    if found.speaks:
        return draft.place if draft.place and draft.place.endswith(found.unit) else None
    return named(found, [span[0] for span in entity.spans], names)
