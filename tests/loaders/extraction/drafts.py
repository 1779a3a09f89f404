"""Drafts written in words, as a reader would hand them over."""

from __future__ import annotations

from dataclasses import dataclass, field

from loaders.extraction.draft import Draft, Entity, Relation
from tests.loaders.extraction.rules.spans import find, sentences

READER = "reader test"


@dataclass(slots=True)
class Drafting:
    """A draft of `text`; entities are added by the words that name them, relations by those of their ends."""

    text: str
    draft: Draft = field(init=False)

    def __post_init__(self) -> None:
        body = self.text.index("\n") + 1 if "\n" in self.text else 0
        self.draft = Draft(self.text, body=body, published="2023-10-02", sentences=sentences(self.text))

    def add(self, kind: str, *names: str) -> Drafting:
        """Entities of a kind, each with all its mentions."""
        for name in names:
            spans = [find(self.text, name, number) for number in range(self.text.count(name))]
            self.draft.entities.append(Entity(kind, spans, name))
        return self

    def entity(self, name: str) -> Entity:
        """The entity of that name."""
        return next(entity for entity in self.draft.entities if name in entity.forms)

    def relate(self, type_: str, source: str, target: str, confidence: float = 0.9) -> Drafting:
        """A relation, resting on the first mentions."""
        left, right = (self.draft.entities.index(self.entity(name)) for name in (source, target))
        evidence = [self.draft.entities[end].spans[0] for end in (left, right)]
        self.draft.relations.append(Relation(type_, left, right, confidence, evidence, READER))
        return self

    def stated(self, type_: str) -> dict[tuple[str, str], Relation]:
        """Relations of a type by the names of their ends."""
        names = [entity.name for entity in self.draft.entities]
        return {(names[each.source], names[each.target]): each for each in self.draft.having(type_)}
