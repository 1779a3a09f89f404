"""Records as scoring sees them: what stands under one id put together, by the annotated article that it comes from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Set
from dataclasses import dataclass, field

from graph.records import Article, Entity, Record, Relation, Value


@dataclass(slots=True)
class Found:
    """An entity of the records, from all the articles that name it."""

    id: str
    kind: str
    name: str
    aliases: list[str] = field(default_factory=list)
    properties: dict[str, Value] = field(default_factory=dict)

    @property
    def names(self) -> list[str]:
        """All the forms that it goes by."""
        return [self.name, *self.aliases]

    @property
    def title(self) -> str:
        """Of a post: its title without the organization."""
        return str(self.properties.get("title") or self.name)


@dataclass(slots=True)
class Home:
    """What the records say of one annotated article; `relations` are (type, source id, target id) to confidence."""

    entities: dict[str, Found] = field(default_factory=dict)
    relations: dict[tuple[str, str, str], float] = field(default_factory=dict)

    def of(self, *types: str) -> dict[tuple[str, str], float]:
        """(source, target) of the relations of these types, each with its confidence, the highest if told twice."""
        found: dict[tuple[str, str], float] = {}
        for (type_, source, target), confidence in self.relations.items():
            if type_ in types:
                found[source, target] = max(confidence, found.get((source, target), 0.0))
        return found


class Homes:
    """The records by annotated article.

    An article whose id is none of the annotated ones but starts with one and "#" (page#1, page#2) belongs to that one,
    so that a page split into its articles is scored whole. `seen` are the annotated articles that the records speak of,
    `loose` the relations with an end that is no entity of these records: they are left out.
    """

    def __init__(self, records: Iterable[Record], annotated: Set[str]) -> None:
        self._annotated = annotated
        self._homes: dict[str, Home] = defaultdict(Home)
        self.seen: set[str] = set()
        self.loose: list[Relation] = []
        entities: dict[str, Found] = {}
        named: list[tuple[str, str]] = []
        relations: list[Relation] = []
        for record in records:
            match record:
                case Article():
                    self.seen.add(self._home(record.id))
                case Entity():
                    _put(entities, record)
                    named += [(self._home(mention.article), record.id) for mention in record.mentions]
                case Relation():
                    relations.append(record)
        for article, key in named:
            self._homes[article].entities[key] = entities[key]
        for relation in relations:
            self._relate(relation, entities)
        self.seen = (self.seen | self._homes.keys()) & annotated

    def __getitem__(self, article: str) -> Home:
        return self._homes.get(article) or Home()

    def _home(self, article: str) -> str:
        return article if article in self._annotated else article.split("#", 1)[0]

    def _relate(self, relation: Relation, entities: dict[str, Found]) -> None:
        ends = [relation.source, relation.target]
        if not all(end in entities for end in ends):
            self.loose.append(relation)
            return
        for article in {self._home(evidence.article) for evidence in relation.evidence}:
            home = self._homes[article]
            key = relation.type, relation.source, relation.target
            home.relations[key] = max(relation.confidence, home.relations.get(key, 0.0))
            for end in ends:
                home.entities.setdefault(end, entities[end])


def _put(entities: dict[str, Found], record: Entity) -> None:
    found = entities.setdefault(record.id, Found(record.id, record.kind, record.name))
    found.aliases += [alias for alias in record.aliases if alias not in found.aliases]
    found.properties |= record.properties
