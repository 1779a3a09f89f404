"""One article scored: what is right, wrong and missed, by kind and relation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Set
from dataclasses import dataclass
from typing import NamedTuple

from loaders.annotations.gold import Annotation, Named
from loaders.evaluation.events import Aligned, align
from loaders.evaluation.figures import KINDS, RELATIONS, Count
from loaders.evaluation.found import Found, Home
from loaders.evaluation.names import norm, norms, same_holding, same_matter

Item = tuple[str, ...]
ALIKE = 0.6
"""Overlap from which an event's name counts as right."""


class Mistake(NamedTuple):
    """An item that is wrong or missed: where, of which kind or relation, and what, in names."""

    article: str
    what: str
    verdict: str
    item: Item


class Judged(NamedTuple):
    """A relation that was found and counts, with its confidence, and whether it is right."""

    type: str
    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Scored:
    """One article: counts by kind and relation, every mistake, every relation that was found and counts."""

    counts: dict[str, Count]
    mistakes: list[Mistake]
    judged: list[Judged]


def score_article(gold: Annotation, home: Home) -> Scored:
    """Compares one article's annotation with what the records say of it."""
    scoring = _Scoring(gold, home)
    scoring.run()
    return Scored(scoring.counts, scoring.mistakes, scoring.judged)


class _Scoring:
    def __init__(self, gold: Annotation, home: Home) -> None:
        self.gold, self.home = gold, home
        self.counts: dict[str, Count] = defaultdict(Count)
        self.mistakes: list[Mistake] = []
        self.judged: list[Judged] = []
        self.event_names = {event.id: event.name for event in gold.events}
        self.unsure = {event.id for event in gold.events if event.optional}
        self.canonical = _canonical(gold, home.entities.values())
        self.aligned = align(gold, home, self.canonical)

    def run(self) -> None:
        for kind, key in KINDS.items():
            stated: list[Named] = getattr(self.gold, key)
            got = {(self.canonical[found.id],) for found in self._of_kind(kind)}
            self._count(kind, got, {(norm(entity.name),) for entity in stated}, self._optional(key))
        self._events()
        for type_, key in RELATIONS.items():
            if type_ == "RESPONSIBLE_FOR":
                self._match(type_, key, lambda found: found.name, same_matter)
            elif type_ == "HOLDS_POST":
                self._match(type_, key, lambda found: found.title, same_holding)
            else:
                self._pairs(type_, key)

    def _of_kind(self, kind: str) -> list[Found]:
        return [found for found in self.home.entities.values() if found.kind == kind]

    def _optional(self, key: str) -> set[Item]:
        """What counts neither for nor against; names in their normal form, events by id."""
        rows = self.gold.optional.get(key, [])
        return {tuple(map(self._key, [row] if isinstance(row, str) else row)) for row in rows}

    def _key(self, name: str | None) -> str:
        return name if name in self.event_names else norm(name)

    def _end(self, key: str) -> str:
        """An end of a relation as annotations name it; an event that is none of theirs by its id, marked."""
        if self.home.entities[key].kind != "Event":
            return self.canonical[key]
        return self.aligned[key].event.id if key in self.aligned else f"?{key}"

    def _events(self) -> None:
        got = {(self._end(found.id),) for found in self._of_kind("Event")}
        self._count("Event", got, {(key,) for key in self.event_names}, {(key,) for key in self.unsure})
        for key, aligned in self.aligned.items():
            if aligned.event.id not in self.unsure:
                self._name_and_date(self.home.entities[key], aligned)

    def _name_and_date(self, found: Found, aligned: Aligned) -> None:
        """An aligned event's name and date; a wrong one is wrong and missed at once."""
        alike = aligned.alike >= ALIKE
        self.counts["Event name"] += Count(int(alike), int(not alike), int(not alike))
        got, want = found.properties.get("date"), aligned.event.date
        same = bool(want) and str(got) == want
        self.counts["Event date"] += Count(int(same), int(bool(got) and str(got) != want), int(bool(want) and not same))
        if not alike:
            self._mistake("Event name", "wrong", (found.name, aligned.event.name))
        if not same and (got or want):
            self._mistake("Event date", "wrong", (aligned.event.name, str(got or "none"), want or "none"))

    def _pairs(self, type_: str, key: str) -> None:
        stated: list[tuple[str, str]] = getattr(self.gold, key)
        want: set[Item] = {(self._key(a), self._key(b)) for a, b in stated}
        got = self._found(type_, lambda source, target: (self._end(source), self._end(target)))
        loose = {pair for pair in got.keys() | want if self.unsure.intersection(pair)}
        optional = self._optional(key) | loose
        self._count(type_, got.keys(), want, optional)
        self.judged += [Judged(type_, sure, item in want) for item, sure in got.items() if item not in optional]

    def _found(self, type_: str, item_of: Callable[[str, str], Item]) -> dict[Item, float]:
        """The relations of a type as items, in order, each with the highest confidence of those that it stands for."""
        found: dict[Item, float] = {}
        for (source, target), sure in self.home.of(type_).items():
            item = item_of(source, target)
            found[item] = max(sure, found.get(item, 0.0))
        return dict(sorted(found.items()))

    def _count(self, what: str, got: Set[Item], want: Set[Item], optional: Set[Item]) -> None:
        got, want = got - optional, want - optional
        self.counts[what] += Count(len(got & want), len(got - want), len(want - got))
        for item in sorted(got - want):
            self._mistake(what, "wrong", item)
        for item in sorted(want - got):
            self._mistake(what, "missed", item)

    def _match(
        self,
        type_: str,
        key: str,
        wording: Callable[[Found], str],
        same: Callable[[tuple[str, str], tuple[str, str]], bool],
    ) -> None:
        """Items that are the same by `same`, not by equality; optional ones are taken off what is wrong."""
        got = self._found(type_, lambda a, b: (self.canonical[a], norm(wording(self.home.entities[b]))))
        left = [(norm(row[0]), norm(row[1])) for row in getattr(self.gold, key)]
        loose = [(item[0], item[1]) for item in self._optional(key) if len(item) > 1]
        for (who, words), sure in got.items():
            item = who, words
            hit = next((want for want in left if same(item, want)), None)
            if hit is not None:
                left.remove(hit)
                self.counts[type_] += Count(right=1)
                self.judged.append(Judged(type_, sure, right=True))
            elif not any(same(item, want) for want in loose):
                self.counts[type_] += Count(wrong=1)
                self.judged.append(Judged(type_, sure, right=False))
                self._mistake(type_, "wrong", item)
        self.counts[type_] += Count(missed=len(left))
        for item in left:
            self._mistake(type_, "missed", item)

    def _mistake(self, what: str, verdict: str, item: Item) -> None:
        self.mistakes.append(Mistake(self.gold.id, what, verdict, tuple(map(self._shown, item))))

    def _shown(self, end: str) -> str:
        """An event by its name, anything else as it stands."""
        if end.startswith("?") and end[1:] in self.home.entities:
            return self.home.entities[end[1:]].name
        return self.event_names.get(end, end)


def _canonical(gold: Annotation, entities: Iterable[Found]) -> dict[str, str]:
    """The annotated name of each entity, by id: of its kind if there is one, else of any kind, else its own."""
    by_kind: dict[tuple[str, str], str] = {}
    for kind, key in KINDS.items():
        for entity in getattr(gold, key):
            for form in norms([entity.name, *entity.aliases]):
                by_kind.setdefault((kind, form), norm(entity.name))
    by_form = {form: name for (_, form), name in by_kind.items()}
    found = {}
    for entity in entities:
        forms = sorted(norms(entity.names))
        hit = next((by_kind[entity.kind, form] for form in forms if (entity.kind, form) in by_kind), None)
        found[entity.id] = hit or next((by_form[form] for form in forms if form in by_form), norm(entity.name))
    return found
