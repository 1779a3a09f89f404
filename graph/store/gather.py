"""Records → claims, article by article, in the memory of one article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from graph.checks import check
from graph.errors import RecordError
from graph.jsonl import dump
from graph.ontology import ontology
from graph.records import Article, Entity, Record, Relation, Sentence, Value
from graph.store.base import Located, Rejected
from graph.store.claims import Claims, EntityClaim, RelationClaim
from graph.store.tally import Scalar


class _Gathering:
    """The article that is being read, and its relations, which wait until all its entities are known."""

    def __init__(self, article: Article, refuse: Callable[[Located, RecordError], None]) -> None:
        self.claims = Claims(article)
        self.refuse = refuse
        self.waiting: list[Located] = []

    def add(self, located: Located) -> None:
        """Take in a record of this article. Raises RecordError if it speaks of another one."""
        match located.record:
            case Sentence() as sentence:
                self._same(sentence.article, "$.article")
                self._agree(sentence.start, sentence.end, sentence.text, "$.text")
                self.claims.sentences[sentence.start, sentence.end] = sentence.text
            case Entity() as entity:
                self._entity(entity)
            case Relation():
                self.waiting.append(located)

    def finish(self) -> Claims:
        """The claims, once every record of the article was added."""
        for located in self.waiting:
            try:
                self._relation(located.record)  # type: ignore[arg-type]
            except RecordError as error:
                self.refuse(located, error)
        self._cover()
        return self.claims.seal()

    def _same(self, article: str, field: str) -> None:
        if article != self.claims.article.id:
            raise RecordError(
                f"{field}: expected {self.claims.article.id!r}, the article whose line came last, got {article!r}; "
                "the records of an article stand together, after its own line",
                field=field,
            )

    def _agree(self, start: int, end: int, text: str, field: str) -> None:
        known = self.claims.sentences.get((start, end), text)
        if known != text:
            raise RecordError(f"{field}: expected {known!r}, as an earlier line has it, got {text!r}", field=field)

    def _entity(self, entity: Entity) -> None:
        for number, mention in enumerate(entity.mentions):
            self._same(mention.article, f"$.mentions[{number}].article")
        claim = self.claims.entities.get(entity.id)
        if claim is not None and claim.kind != entity.kind:
            raise RecordError(
                f"$.kind: expected {claim.kind}, as an earlier line has it, got {entity.kind}", field="$.kind"
            )
        claim = self.claims.entities.setdefault(entity.id, EntityClaim(entity.kind))
        _claim(claim.values, {"name": entity.name, "aliases": entity.aliases, **entity.properties})
        for mention in entity.mentions:
            self.claims.mentions.add((mention.start, mention.end, mention.text, entity.id))

    def _relation(self, relation: Relation) -> None:
        source, target = self._end(relation.source, "$.source"), self._end(relation.target, "$.target")
        _joins(relation, source, target)
        for number, evidence in enumerate(relation.evidence):
            self._same(evidence.article, f"$.evidence[{number}].article")
            self._agree(evidence.start, evidence.end, evidence.text, f"$.evidence[{number}].text")
        self.claims.sentences.update({(each.start, each.end): each.text for each in relation.evidence})
        key = (relation.type, relation.source, relation.target)
        claim = self.claims.relations.setdefault(key, RelationClaim(source, target))
        published = self.claims.article.published
        _claim(claim.values, {**relation.properties, "seen": published})
        claim.values.setdefault("rules", set()).update(each.rule for each in relation.evidence)
        sure = claim.values.setdefault("confidence", set())
        sure.add(round(float(relation.confidence), 3))
        claim.values["confidence"] = {max(sure)}
        claim.evidence.update((each.start, each.end) for each in relation.evidence)

    def _end(self, entity: str, field: str) -> str:
        """The kind of the entity at an end of a relation."""
        claim = self.claims.entities.get(entity)
        if claim is None:
            raise RecordError(f"{field}: expected the id of an entity of this article, got {entity!r}", field=field)
        return claim.kind

    def _cover(self) -> None:
        """Give every mention that no sentence covers a sentence of its own."""
        spans = sorted(self.claims.sentences)
        for start, end, text, entity in sorted(self.claims.mentions, key=lambda each: (*each[:2], each[3])):
            if not any(first <= start and end <= last for first, last in spans):
                name = min(str(each) for each in self.claims.entities[entity].values["name"])
                self.claims.sentences.setdefault((start, end), text or name)


def _claim(values: dict[str, set[Scalar]], given: dict[str, Value]) -> None:
    for name, value in given.items():
        if isinstance(value, list):
            values.setdefault(name, set()).update(value)
        elif value is not None:
            values.setdefault(name, set()).add(value)


def _joins(relation: Relation, source: str, target: str) -> None:
    if not ontology().joins(relation.type, source, target):
        kind = ontology().relations[relation.type]
        raise RecordError(
            f"$.type: expected a relation that joins {source} to {target}, got {relation.type}, which joins "
            f"{' or '.join(kind.source)} to {' or '.join(kind.target)}",
            field="$.type",
        )


def gather(records: Iterable[Record | Located], reject: Callable[[Rejected], None]) -> Iterator[Claims]:
    """The claims of each article, in the order of their lines; records that break the format go to `reject`."""

    def refuse(located: Located, error: RecordError) -> None:
        line = located.line or dump(located.record).decode().rstrip()
        reject(Rejected(located.where, error.field, str(error), line))

    current: _Gathering | None = None
    for number, each in enumerate(records, 1):
        located = each if isinstance(each, Located) else Located(each, f"record {number}", "")
        try:
            if not isinstance(each, Located):
                check(located.record)
            if isinstance(located.record, Article):
                if current is not None:
                    yield current.finish()
                current = None
                current = _Gathering(located.record, refuse)
            elif current is None:
                raise RecordError("expected the article's own line first: without it, its records have no article")
            else:
                current.add(located)
        except RecordError as error:
            refuse(located, error)
            if isinstance(located.record, Article):
                current = None
    if current is not None:
        yield current.finish()
