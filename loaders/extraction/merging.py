"""Entities of one article that are one thing under two names: 县教育局 and 教育局, 王明 and the 书记 that he is."""

from __future__ import annotations

from collections.abc import Collection

from loaders.extraction.draft import Draft, Entity, Relation
from loaders.extraction.rules.names import fuller_forms, place_short_of, short_of
from loaders.extraction.rules.titles import bylines, is_bare_title, speaks_of, surname_and_title

NOBODY = -1
"""The home of what is no entity."""
FITS = {"Organization": short_of, "Place": place_short_of}


def names(draft: Draft) -> None:
    """Joins short forms to the fuller name of the article; relations follow."""
    home = list(range(len(draft.entities)))
    for kind, fits in FITS.items():
        found = {entity.name: index for index, entity in draft.of_kind(kind)}
        for short, full in fuller_forms(list(found), fits).items():
            home[found[short]] = found[full]
    if any(index != target for index, target in enumerate(home)):
        join(draft, [_last(home, index) for index in range(len(home))])


def titles(draft: Draft) -> None:
    """A title that was read as a person (书记, 王书记) goes to the one person who holds it here; else it is nobody.

    Neither are those who are named in bylines only.
    """
    people = dict(draft.of_kind("Person"))
    bare = {index for index, entity in people.items() if is_bare_title(entity.name) or surname_and_title(entity.name)}
    written = bylines(draft.text)
    writers = {
        index
        for index, entity in people.items()
        if all(any(a <= start and end <= b for a, b in written) for start, end in entity.spans)
    }
    if not bare | writers:
        return
    posts: dict[int, list[str]] = {index: [] for index in people.keys() - bare - writers}
    for held in draft.having("HOLDS_POST"):
        if held.source in posts:
            posts[held.source].append(draft.entities[held.target].name)
    home = list(range(len(draft.entities)))
    for index in bare | writers:
        home[index] = _holder(people, people[index].name, posts) if index in bare else NOBODY
    join(draft, home)


def _holder(people: dict[int, Entity], name: str, posts: dict[int, list[str]]) -> int:
    """The one person whom 书记 or 王书记 speaks of."""
    surname, title = surname_and_title(name) or ("", name)
    holders = [
        person for person, held in posts.items() if people[person].name.startswith(surname) and speaks_of(title, held)
    ]
    return holders[0] if len(holders) == 1 else NOBODY


def _last(home: list[int], index: int) -> int:
    """The end of a chain: a short form's fuller form may itself be short for another."""
    while home[index] != index:
        index = home[index]
    return index


def unite(draft: Draft, kind: str) -> None:
    """Entities of a kind that have the same name become one."""
    first: dict[str, int] = {}
    home = list(range(len(draft.entities)))
    for index, entity in draft.of_kind(kind):
        home[index] = first.setdefault(entity.name, index)
    join(draft, home)


def drop(draft: Draft, nobody: Collection[int]) -> None:
    """Leaves out the entities with these indices, and what relates them."""
    if nobody:
        join(draft, [NOBODY if index in nobody else index for index in range(len(draft.entities))])


def join(draft: Draft, home: list[int]) -> None:
    """Puts every entity's mentions to its home, drops what is empty then, and lets relations point anew.

    Of what is related twice then the surer relation stays, on the evidence of both; nothing stays related to itself.
    """
    for index, target in enumerate(home):
        if target not in (index, NOBODY):
            _absorb(draft.entities[target], draft.entities[index])
    kept = sorted(set(home) - {NOBODY})
    place = {old: new for new, old in enumerate(kept)}
    draft.entities = [draft.entities[index] for index in kept]
    draft.relations = _anew(draft.relations, {old: place[new] for old, new in enumerate(home) if new != NOBODY})


def _anew(relations: list[Relation], place: dict[int, int]) -> list[Relation]:
    """The relations between the new places of their ends, each once, in their old order."""
    once: dict[tuple[str, int, int], Relation] = {}
    order = {id(relation): number for number, relation in enumerate(relations)}
    for relation in sorted(relations, key=lambda relation: -relation.confidence):
        if relation.source in place and relation.target in place:
            relation.source, relation.target = place[relation.source], place[relation.target]
            if relation.source != relation.target:
                first = once.setdefault((relation.type, relation.source, relation.target), relation)
                first.evidence += [span for span in relation.evidence if span not in first.evidence]
    return sorted(once.values(), key=lambda relation: order[id(relation)])


def _absorb(full: Entity, short: Entity) -> None:
    full.spans = sorted({*full.spans, *short.spans})
    full.aliases |= short.forms - {full.name}
    full.score = max(full.score, short.score)
    full.rule = full.rule if short.rule else None  # what the reader names too is the reader's
