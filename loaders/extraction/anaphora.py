"""What only points gets the name of what it points to, mention by mention, or is left out."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from loaders.extraction.draft import Draft, Entity, Span
from loaders.extraction.merging import drop, unite
from loaders.extraction.rules.anaphora import is_class, meant
from loaders.language.pointers import BEFORE, Pointer, pointer

KINDS = ("Organization", "Place")


def anaphora(draft: Draft) -> None:
    """该镇 becomes the town before it, 我县 the county of the article, 我局 the only bureau that it names.

    A 该镇 that means no town is nobody, and so are the 学校 of 各学校. 我县 and 我局 keep their name where it is not
    known whose they are.
    """
    pointing = {index: found for index, entity in draft.of_kind(*KINDS) if (found := pointer(entity.name))}
    if not pointing:
        return
    names = [(span[1], entity.name) for _, entity in draft.of_kind(*KINDS) for span in entity.spans]
    for index, found in pointing.items():
        _share_out(draft, index, _meant(draft, draft.entities[index], found, names))
    for entity in draft.entities:
        entity.aliases = {alias for alias in entity.aliases if not pointer(alias)}
    drop(draft, {i for i, found in pointing.items() if found.where == BEFORE or not draft.entities[i].spans})
    for kind in KINDS:
        unite(draft, kind)


def _meant(draft: Draft, entity: Entity, found: Pointer, names: list[tuple[int, str]]) -> dict[Span, str]:
    """What each mention means, where that is known.

    The issuing place alone says which county is ours: the only one that an article names may be its guest.
    """
    if found.speaks:
        ours = draft.place if draft.place and draft.place.endswith(found.unit) else None
        return dict.fromkeys(entity.spans, ours) if ours else {}
    spans = [span for span in entity.spans if not is_class(draft.text, span)]
    return {span: name for span in spans if (name := meant(found, span[0], names))}


def _share_out(draft: Draft, index: int, names: dict[Span, str]) -> None:
    """Mentions of a pointer become entities of the names that they mean; relations go where their evidence goes."""
    mentions: dict[str, list[Span]] = defaultdict(list)
    for span, name in names.items():
        mentions[name].append(span)
    pointing, first = draft.entities[index], len(draft.entities)
    home = {name: first + number for number, name in enumerate(mentions)}
    rule = f"{pointing.kind.lower()}.pointer"
    draft.entities += [
        Entity(pointing.kind, spans, name, pointing.score, rule=rule) for name, spans in mentions.items()
    ]
    pointing.spans = [span for span in pointing.spans if span not in names]
    for number, relation in enumerate(draft.relations):
        if index in (relation.source, relation.target):
            to = next((home[names[span]] for span in relation.evidence if span in names), index)
            source, target = (to if end == index else end for end in (relation.source, relation.target))
            draft.relations[number] = replace(relation, source=source, target=target)
