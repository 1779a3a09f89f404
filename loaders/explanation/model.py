"""What an explanation holds, whatever shows it. Offsets are code points of the text that was read, end exclusive."""

from __future__ import annotations

from dataclasses import dataclass, field

DATE = "Date"
"""The kind of a mark that is no entity: a date expression."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text that names something: of `kind`, the entity with the number `entity`, or a date."""

    start: int
    end: int
    kind: str
    entity: int | None = None
    says: str = ""
    """In words: what it names and what found it."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A property: its words in Chinese and English, its value, and the rule that gave it, where one did."""

    zh: str
    en: str
    value: str
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Thing:
    """An entity of the article; `found_by` and `confidence` are those of its mentions."""

    number: int
    kind: str
    name: str
    aliases: tuple[str, ...]
    facts: tuple[Fact, ...]
    found_by: str
    confidence: float
    mentions: int


@dataclass(frozen=True, slots=True)
class Link:
    """A relation: its type with words, its ends by number, what found it.

    `sentences` are the numbers of those that say so; `evidence` the mentions there that it rests on.
    """

    type: str
    zh: str
    en: str
    source: Thing
    target: Thing
    facts: tuple[Fact, ...]
    rule: str
    confidence: float
    sentences: tuple[int, ...]
    evidence: tuple[tuple[int, int], ...]


@dataclass(slots=True)
class Line:
    """A sentence, numbered from 1, with where it stands in the source, its marks, and the relations told of there."""

    number: int
    start: int
    end: int
    source: tuple[int, int]
    marks: list[Mark] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Explanation:
    """One article with all that was found in it. `about` is what was known of it beforehand."""

    id: str
    title: str
    about: tuple[Fact, ...]
    text: str
    lines: tuple[Line, ...]
    things: tuple[Thing, ...]
    reader: str

    @property
    def links(self) -> list[Link]:
        """All relations, in the order of the text."""
        return [link for line in self.lines for link in line.links]

    def of_kind(self, kind: str) -> list[Thing]:
        """The entities of a kind, in the order of the text."""
        return [thing for thing in self.things if thing.kind == kind]

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        from loaders.explanation.page import frame

        return frame([self])
