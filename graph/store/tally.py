"""Tallies: how many articles claim which value of a property. What several articles say of one thing, put together.

A tally is a multiset, so adding an article's claims is commutative and associative, and taking them away is the exact
inverse; its size grows with the number of different values, not of articles. What the graph shows is a function of the
tally alone (`fold`), hence independent of the order of loading.

The rule where articles disagree on a property that has one value: the value that most articles claim; a date counts
also the less precise dates that it agrees with; of equals, the more precise date, the earlier word of the ontology's
list, true before false, the smaller number, the text first in code point order. Lists are the union of what is claimed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import msgspec

from graph.ontology import Property

Scalar = str | int | float | bool
Claimed = Mapping[str, Iterable[Scalar]]
_NOTHING: Mapping[Scalar, int] = {}
_encode = msgspec.json.Encoder(order="deterministic").encode


@dataclass(slots=True)
class Tally:
    """`number` of articles, and by property how many of them claim each value."""

    number: int = 0
    values: dict[str, dict[Scalar, int]] = field(default_factory=dict)

    def add(self, claimed: Claimed, times: int = 1) -> None:
        """Count one article's claims in (`times` = 1) or out (-1)."""
        if not self.values:  # most things are claimed by one article
            self.values = {name: dict.fromkeys(values, times) for name, values in claimed.items()}
            self.number += times
            return
        self.number += times
        for name, values in claimed.items():
            counts = self.values.setdefault(name, {})
            for value in values:
                counts[value] = counts.get(value, 0) + times

    def merge(self, other: Tally) -> None:
        """Count another tally in."""
        self.number += other.number
        for name, values in other.values.items():
            counts = self.values.setdefault(name, {})
            for value, times in values.items():
                counts[value] = counts.get(value, 0) + times

    def encode(self) -> str:
        """One canonical text for it.

        JSON of the number and, by property in order, the values in order with their counts.
        """
        kept = {}
        for name, values in self.values.items():
            pairs = [pair for pair in values.items() if pair[1]]
            if len(pairs) > 1:
                pairs.sort()
            if pairs:
                kept[name] = pairs
        return _encode((self.number, kept)).decode()

    @classmethod
    def decode(cls, text: str) -> Tally:
        """The tally that `encode` wrote."""
        number, pairs = msgspec.json.decode(text)
        return cls(number, {name: dict(values) for name, values in pairs.items()})

    def onto(self, known: str | None) -> Tally:
        """This one counted into the one that `encode` wrote; itself where there is none."""
        if known is None:
            return self
        tally = Tally.decode(known)
        tally.merge(self)
        return tally

    def of(self, name: str) -> Mapping[Scalar, int]:
        """The claimed values of one property with their counts."""
        values = self.values.get(name)
        if values is None:
            return _NOTHING
        if min(values.values(), default=0) > 0:
            return values
        return {value: times for value, times in values.items() if times > 0}


def fold(tally: Tally, properties: Mapping[str, Property]) -> dict[str, Scalar | list[Scalar] | None]:
    """What the graph shows for `tally`, by property; None for one that was claimed and is no more."""
    shown: dict[str, Scalar | list[Scalar] | None] = {}
    for name, about in properties.items():
        if name not in tally.values:
            continue
        counts = tally.of(name)
        if not counts:
            shown[name] = None
        elif about.type == "strings":
            shown[name] = sorted(counts)
        else:
            shown[name] = _chosen(counts, about)
    return shown


def _chosen(counts: Mapping[Scalar, int], about: Property) -> Scalar:
    if len(counts) == 1:
        return next(iter(counts))
    if about.type == "date":
        support = {date: _support(str(date), counts) for date in counts}
        return min(counts, key=lambda date: (-support[date], -len(str(date)), date))
    if about.type == "word":
        return min(counts, key=lambda word: (-counts[word], about.words.index(str(word))))
    if about.type == "boolean":
        return min(counts, key=lambda value: (-counts[value], not value))
    return min(counts, key=lambda value: (-counts[value], value))


def _support(date: str, counts: Mapping[Scalar, int]) -> int:
    """How many articles claim `date`, or a less precise one that it agrees with: 2020-09 speaks for 2020-09-28."""
    agreeing = {date, date[:4], date[:7], f"-{date[4:]}"} if date[0] != "-" else {date}
    return sum(times for value, times in counts.items() if value in agreeing)
