"""Articles varied from pass to pass: people and places under other names, some characters hidden.

A network that reads the same thousand articles twenty times learns them by heart: on its own articles it reached 0.96
where unseen ones gave 0.79. Names are exchanged for others of the same length, wherever their letters stand, so every
offset holds; a hidden character is one that the encoder knows from its own training (MASK).
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

import numpy as np

from loaders.extraction.reader.labels import ORGANIZATION, PERSON, PLACE
from loaders.extraction.reader.vocabulary import MASK, Vocabulary
from loaders.training.batches import Example, example
from loaders.training.documents import Document

DIVISION = re.compile(r"(?P<stem>[㐀-鿿]{2})(?:[省市县镇乡村]|街道|社区|自治[州县])")
"""A division whose stem is a name, as far as its form tells: 柳河镇, not 开发区 or 南京路."""
BARE = re.compile(r"(?P<stem>[㐀-鿿]{2})")
"""A place said without the word for what it is (柳河), or one whose name has no such word."""
FIRM = re.compile(r"(?:.{2,3}[省市县区镇乡])?(?P<stem>[㐀-鿿]{2}).*(?:公司|集团|厂|合作社|农场|酒店)")
"""An enterprise, after the division that it may begin with: 柳河县恒润纺织公司 is 恒润."""
NO_STEM = re.compile(
    r"[全本各我该][省市县镇乡村]|城镇|乡镇|农村|新农|中国|国家|全国|.[省市县区镇乡村国]|[省市县区镇乡村州国全]."
)


@dataclass(frozen=True, slots=True)
class Names:
    """Names to draw from: people's by length, the stems of places and of firms."""

    people: Mapping[int, Sequence[str]]
    places: Sequence[str]
    firms: Sequence[str]


@dataclass(frozen=True, slots=True)
class Variation:
    """How articles vary: the share of names exchanged in an article that is chosen at all, the share of its
    characters that are hidden, and how often an article is chosen for either.
    """

    names: Names
    vocabulary: Vocabulary
    chosen: float = 0.5
    exchanged: float = 0.8
    hidden: float = 0.08

    def __call__(self, original: Example, random: Random) -> Example:
        """The example, varied or as it is. What networks annotated keeps its names: they said it of this text."""
        if original.soft is None and random.random() < self.chosen:
            document = renamed(original.document, self.names, random, self.exchanged)
            original = example(document, self.vocabulary)
        if random.random() < self.chosen:
            original = hidden(original, random, self.hidden)
        return original


def names_of(documents: Iterable[Document]) -> Names:
    """All names of the documents, each once, in an order that depends on nothing else."""
    people: dict[int, set[str]] = defaultdict(set)
    places, firms = set(), set()
    for document in documents:
        for name in _people(document):
            people[len(name)].add(name)
        places.update(_stems(document, PLACE, DIVISION))
        firms.update(_stems(document, ORGANIZATION, FIRM))
    return Names({size: sorted(found) for size, found in people.items()}, sorted(places), sorted(firms))


def renamed(document: Document, names: Names, random: Random, share: float = 1.0) -> Document:
    """The document with a share of its people, places and firms under other names of the same length."""
    text = document.text
    known = [(name, names.people.get(len(name), ())) for name in _people(document)]
    known += [(stem, names.places) for pattern in (DIVISION, BARE) for stem in _stems(document, PLACE, pattern)]
    known += [(stem, names.firms) for stem in _stems(document, ORGANIZATION, FIRM)]
    exchange: dict[str, str] = {}
    for name, others in known:
        if others and random.random() < share:
            other = random.choice(others)
            if other not in text and other not in exchange.values():
                exchange[name] = other
    if not exchange:
        return document
    longest_first = "|".join(sorted(map(re.escape, exchange), key=len, reverse=True))
    return replace(document, text=re.sub(longest_first, lambda found: exchange[found[0]], text))


def hidden(example: Example, random: Random, share: float) -> Example:
    """The example with a share of its tokens hidden; those at the ends of a window among them, which does no harm."""
    cover = np.random.default_rng(random.getrandbits(32)).random(len(example.tokens)) < share
    return replace(example, tokens=np.where(cover, MASK, example.tokens))


def _people(document: Document) -> list[str]:
    """Full names: a mention by surname alone (王书记) keeps its letters, which costs nothing."""
    longest = (
        max((document.text[a:b] for a, b in spans), key=len) for kind, spans in document.clusters if kind == PERSON
    )
    return sorted({name for name in longest if 2 <= len(name) <= 3})


def _stems(document: Document, kind: int, pattern: re.Pattern[str]) -> list[str]:
    mentions = {document.text[a:b] for of_kind, spans in document.clusters if of_kind == kind for a, b in spans}
    found = {match["stem"] for mention in mentions if (match := pattern.fullmatch(mention))}
    return sorted(stem for stem in found if not NO_STEM.fullmatch(stem))
