"""A draft to its explanation: every mention, property and relation with what found it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from graph.ontology import Property, ontology
from graph.records import Value
from loaders.articles.model import SourceArticle
from loaders.explanation.model import DATE, Explanation, Fact, Line, Link, Mark, Thing
from loaders.extraction.draft import Draft, Entity, Relation, Span
from loaders.extraction.rules.dates import DateMention
from loaders.extraction.rules.event_dates import date_of_event
from loaders.extraction.rules.kinds import kind_rules

ABOUT = {"source": ("来源", "source"), "place": ("发布地", "issued in"), "published": ("发布日期", "published")}
NAMED_RULES = {"Organization": ("organization", "kind"), "Place": ("place", "level"), "Event": ("event", "kind")}
"""Kinds whose name says more: which rules of kinds.yaml read it, into which property."""
INNER = ("title", "jurisdiction")
"""Properties that say nothing which is not seen anyway."""


def explain(articles: Iterable[SourceArticle]) -> Iterator[Explanation]:
    """Reads articles and explains each."""
    from loaders.extraction.pipeline import drafts, reader_name

    reader = reader_name()
    for article, draft in drafts(articles):
        yield explanation(article, draft, reader=reader)


def explanation(article: SourceArticle, draft: Draft, *, reader: str) -> Explanation:
    """The explanation of one article; `reader` is what found the entities that no rule made."""
    things = [_thing(draft, number, reader) for number in range(len(draft.entities))]
    lines = [
        Line(number, start, end, article.source_span(start, end))
        for number, (start, end) in enumerate(draft.sentences, 1)
    ]
    _mark(lines, [*_marks(draft, things), *map(_date, draft.dates)])
    for relation in draft.relations:
        link = _link(relation, things, lines)
        lines[link.sentences[0] - 1].links.append(link)
    known = [(words, getattr(article, name)) for name, words in ABOUT.items()]
    about = tuple(Fact(*words, value) for words, value in known if value)
    return Explanation(article.id, article.title, about, draft.text, tuple(lines), tuple(things), reader)


def _thing(draft: Draft, number: int, reader: str) -> Thing:
    entity = draft.entities[number]
    return Thing(
        number,
        entity.kind,
        entity.name,
        tuple(sorted(entity.aliases)),
        tuple(_facts_of(draft, number)),
        entity.rule or reader,
        entity.score,
        len(entity.spans),
    )


def _facts_of(draft: Draft, number: int) -> Iterator[Fact]:
    entity = draft.entities[number]
    known = ontology().kinds[entity.kind].properties
    for name, value in entity.properties.items():
        if name not in INNER:
            yield _fact(name, value, known, _rule(draft, number, name))


def _fact(name: str, value: Value, known: Mapping[str, Property], rule: str | None) -> Fact:
    about = known[name]
    if about.type == "word":
        shown = f"{ontology().values[str(value)]} {value}"
    elif about.type == "boolean":
        shown = "是 yes"  # what is not so is left out
    else:
        shown = str(value)
    return Fact(about.zh, about.en, shown, rule)


def _rule(draft: Draft, number: int, name: str) -> str | None:
    """What gave a property of an entity: rules are pure, so asking again names the one that spoke."""
    entity = draft.entities[number]
    if (entity.kind, name) in ((kind, property_) for kind, (_, property_) in NAMED_RULES.items()):
        what = NAMED_RULES[entity.kind][0]
        return next((rule.name for rule in kind_rules()[what] if rule.pattern.search(entity.name)), None)
    if entity.kind == "Event":
        date = date_of_event(draft.text, entity.spans, draft.sentences, draft.dates, body=draft.body)
        return f"{date.rule} “{draft.words((date.start, date.end))}”" if date else None
    if name == "organization":
        return next((each.rule for each in draft.having("POST_OF") if each.source == number), None)
    return None


def _marks(draft: Draft, things: Sequence[Thing]) -> Iterator[Mark]:
    for entity, thing in zip(draft.entities, things, strict=True):
        for start, end in entity.spans:
            yield Mark(start, end, entity.kind, thing.number, _says(entity, thing))


def _says(entity: Entity, thing: Thing) -> str:
    kind = ontology().kinds[entity.kind]
    facts = "".join(f" · {fact.zh} {fact.value}" for fact in thing.facts)
    return f"{kind.zh} {kind.en}: {thing.name}{facts} · {thing.found_by} {thing.confidence:.2f}"


def _date(date: DateMention) -> Mark:
    value = " ".join(filter(None, (str(date.value or "不定 vague"), date.half_day)))
    return Mark(date.start, date.end, DATE, None, f"时间 date: {value} · {date.rule}")


def _mark(lines: Sequence[Line], marks: Iterable[Mark]) -> None:
    """Gives each sentence the marks that touch it, in the order of the text, the longer of two first."""
    ordered = sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.kind, mark.entity or 0))
    for line in lines:
        line.marks = [mark for mark in ordered if mark.start < line.end and line.start < mark.end]


def _link(relation: Relation, things: Sequence[Thing], lines: Sequence[Line]) -> Link:
    kind = ontology().relations[relation.type]
    stated = {name: value for name, value in relation.properties.items() if value is not False}
    facts = tuple(_fact(name, value, kind.properties, None) for name, value in stated.items())
    evidence = tuple(dict.fromkeys(relation.evidence))
    return Link(
        relation.type,
        kind.zh,
        kind.en,
        things[relation.source],
        things[relation.target],
        facts,
        relation.rule,
        relation.confidence,
        _sentences(evidence, lines),
        evidence,
    )


def _sentences(evidence: Sequence[Span], lines: Sequence[Line]) -> tuple[int, ...]:
    """The numbers of the sentences that hold the evidence, that of its first mention first."""
    numbers = [line.number for start, _ in evidence for line in lines if line.start <= start < line.end]
    return tuple(dict.fromkeys(numbers)) or (1,)
