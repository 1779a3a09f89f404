"""Records → claims, article by article, in the memory of one article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from graph.checks import check
from graph.errors import RecordError
from graph.jsonl import dump
from graph.ontology import ontology
from graph.records import Article, Entity, Record, Relation, Sentence, Value
from graph.store.base import Located, Rejected
from graph.store.claims import Claims, EntityClaim, RelationClaim, Span
from graph.store.tally import Scalar

Refuse = Callable[[int, Record | Located, RecordError], None]
"""Takes the number of a record in the stream, the record as it came, and what is wrong with it."""


class _Gathering:
    """The article that is being read, and its relations, which wait until all its entities are known."""

    def __init__(self, article: Article, refuse: Refuse) -> None:
        self.claims = Claims(article)
        self.refuse = refuse
        self.waiting: list[tuple[int, Located | Relation, Relation]] = []

    def add(self, number: int, given: Record | Located, record: Record) -> None:
        """Take in a `record` of this article, which came as `given`. Raises RecordError if it speaks of another one."""
        if isinstance(record, Relation):
            self.waiting.append((number, given, record))  # type: ignore[arg-type]
        elif isinstance(record, Entity):
            self._entity(record)
        elif isinstance(record, Sentence):
            self._same(record.article, "$.article")
            self._agree((record.start, record.end), record.text, "$.text")
            self.claims.sentences[record.start, record.end] = record.text

    def finish(self) -> Claims:
        """The claims, once every record of the article was added."""
        for number, given, relation in self.waiting:
            try:
                self._relation(relation)
            except RecordError as error:
                self.refuse(number, given, error)
        self._cover()
        return self.claims.seal()

    def _same(self, article: str, field: str, *number: int) -> None:
        """`field` is written out with `number` only where it is told: this runs for every mention and evidence."""
        if article != self.claims.article.id:
            field %= number
            raise RecordError(
                f"{field}: expected {self.claims.article.id!r}, the article whose line came last, got {article!r}; "
                "the records of an article stand together, after its own line",
                field=field,
            )

    def _agree(self, span: Span, text: str, field: str, *number: int) -> None:
        known = self.claims.sentences.get(span, text)
        if known != text:
            field %= number
            raise RecordError(f"{field}: expected {known!r}, as an earlier line has it, got {text!r}", field=field)

    def _entity(self, entity: Entity) -> None:
        for number, mention in enumerate(entity.mentions):
            self._same(mention.article, "$.mentions[%d].article", number)
        claim = self.claims.entities.get(entity.id)
        if claim is not None and claim.kind != entity.kind:
            raise RecordError(
                f"$.kind: expected {claim.kind}, as an earlier line has it, got {entity.kind}", field="$.kind"
            )
        if claim is None:
            claim = self.claims.entities[entity.id] = EntityClaim(entity.kind)
        _claim(claim.values, {"name": entity.name, "aliases": entity.aliases, **entity.properties})
        for mention in entity.mentions:
            self.claims.mentions.add((mention.start, mention.end, mention.text, entity.id))

    def _relation(self, relation: Relation) -> None:
        source, target = self._end(relation.source, "$.source"), self._end(relation.target, "$.target")
        _joins(relation, source, target)
        for number, evidence in enumerate(relation.evidence):
            self._same(evidence.article, "$.evidence[%d].article", number)
            self._agree((evidence.start, evidence.end), evidence.text, "$.evidence[%d].text", number)
        key = (relation.type, relation.source, relation.target)
        claim = self.claims.relations.get(key)
        if claim is None:
            claim = self.claims.relations[key] = RelationClaim(source, target)
        rules = [each.rule for each in relation.evidence]
        _claim(claim.values, {**relation.properties, "seen": self.claims.article.published, "rules": rules})
        sure = round(float(relation.confidence), 3)
        claim.values["confidence"] = {max((sure, *claim.values.get("confidence", ())))}
        for each in relation.evidence:
            span = (each.start, each.end)
            claim.evidence.add(span)
            self.claims.sentences[span] = each.text

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
        if value is None:
            continue
        some: set[Scalar] = set(value) if isinstance(value, list) else {value}
        known = values.get(name)
        if known is not None:
            known |= some
        elif some:
            values[name] = some


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

    def refuse(number: int, given: Record | Located, error: RecordError) -> None:
        located = given if isinstance(given, Located) else Located(given, f"record {number}", "")
        line = located.line or dump(located.record).decode().rstrip()
        reject(Rejected(located.where, error.field, str(error), line))

    current: _Gathering | None = None
    for number, given in enumerate(records, 1):
        record = given.record if isinstance(given, Located) else given
        try:
            if record is given:
                check(record)
            if isinstance(record, Article):
                if current is not None:
                    yield current.finish()
                current = None
                current = _Gathering(record, refuse)
            elif current is None:
                raise RecordError("expected the article's own line first: without it, its records have no article")
            else:
                current.add(number, given, record)
        except RecordError as error:
            refuse(number, given, error)
            if isinstance(record, Article):
                current = None
    if current is not None:
        yield current.finish()
