"""The draft of one article's facts: what the components of the pipeline read and write before records are made.

Offsets are code points of `Draft.text` (the article as the reader sees it), end exclusive.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from graph.records import Value
from loaders.extraction.rules.dates import DateMention

Span = tuple[int, int]


@dataclass(slots=True)
class Entity:
    """An entity of the article with its mentions in text order. `score` is how sure they are, 0 to 1.

    `rule` is the rule that made it, None where the reader named it.
    """

    kind: str
    spans: list[Span]
    name: str
    score: float = 1.0
    aliases: set[str] = field(default_factory=set)
    properties: dict[str, Value] = field(default_factory=dict)
    rule: str | None = None

    @property
    def forms(self) -> set[str]:
        """All the names that it goes by here."""
        return {self.name, *self.aliases}


@dataclass(slots=True)
class Relation:
    """A relation between two entities (indices into `Draft.entities`).

    `evidence` are the mentions that it rests on; the sentences that hold them are what is shown.
    """

    type: str
    source: int
    target: int
    confidence: float
    evidence: list[Span]
    rule: str
    properties: dict[str, Value] = field(default_factory=dict)


@dataclass(slots=True)
class Draft:
    """One article in the making. `sentences` are in order; the body starts at `body`, after the headline, if any.

    `dates` are the date expressions as events were dated by them: the stage `events` finds them.
    """

    text: str
    body: int = 0
    published: str | None = None
    place: str | None = None
    sentences: list[Span] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    dates: list[DateMention] = field(default_factory=list)

    @property
    def headline(self) -> str:
        """The headline; of an article without one, the first line."""
        return self.text[: self.body] if self.body else self.text.split("\n", 1)[0]

    def add(self, relation: Relation) -> None:
        """Adds a relation, unless one of its type ties the two already."""
        if not any(
            r.type == relation.type and r.source == relation.source and r.target == relation.target
            for r in self.relations
        ):
            self.relations.append(relation)

    def sentence(self, position: int) -> Span:
        """The sentence that holds the character at `position`."""
        place = bisect_right(self.sentences, position, key=lambda span: span[0]) - 1
        found = self.sentences[place] if place >= 0 else (position, position)
        return found if position < found[1] else (position, position + 1)

    def of_kind(self, *kinds: str) -> list[tuple[int, Entity]]:
        """(index, entity) of the kinds, in order."""
        return [(index, entity) for index, entity in enumerate(self.entities) if entity.kind in kinds]

    def named(self, *kinds: str) -> list[tuple[Span, int]]:
        """(mention, index) of the entities of the kinds, in the order of the text."""
        return sorted((span, index) for index, entity in self.of_kind(*kinds) for span in entity.spans)

    def cover(self) -> list[Span]:
        """The mentions of posts, organizations and places: what may stand between the names of a list."""
        return [span for span, _ in self.named("Post", "Organization", "Place")]

    def having(self, *types: str) -> list[Relation]:
        """The relations of the types, in order."""
        return [relation for relation in self.relations if relation.type in types]

    def pairs(self, *types: str) -> set[tuple[int, int]]:
        """(source, target) of the relations of the types."""
        return {(relation.source, relation.target) for relation in self.having(*types)}

    def words(self, span: Span) -> str:
        """The text of a span without the line breaks inside."""
        return "".join(self.text[span[0] : span[1]].split("\n"))
