"""Readings to records that gold/score.py can score: the reader's own words, without the rules that stand around it.

So a figure here is the reader's alone: no dates, no organizations of posts, no short forms.
"""

import importlib.util
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from loaders.extraction.reader.labels import KINDS, MATTER, POST
from loaders.extraction.reader.reader import Reader
from loaders.extraction.reader.reading import Reading, Relation
from loaders.training.documents import Row, article_text

Table = dict[str, dict[str, float]]
"""What is scored (Person, ATTENDED, "all relations" …) to precision, recall, f1, gold and found."""
Scorer = Callable[[Sequence[Row], Sequence[Row]], Table]

DEPENDENT = (KINDS[POST], KINDS[MATTER])
"""Kinds that are only written where a relation names them."""


@dataclass(frozen=True, slots=True)
class Read:
    """An article, the text the reader was given, and what it found."""

    article: str
    text: str
    reading: Reading


def load_scorer(path: Path) -> Scorer:
    """The function `score` of gold/score.py, which is a script of its own outside the package."""
    spec = importlib.util.spec_from_file_location("gold_score", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(f"no scorer at {path}: give the path of gold/score.py")
    module: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return lambda records, gold: module.score(records, gold)[0]


def read_articles(reader: Reader, articles: Sequence[Row]) -> list[Read]:
    """Reads articles, title first."""
    texts = [article_text(article) for article in articles]
    rows = zip(articles, texts, reader.read(texts), strict=True)
    return [Read(article["id"], text, reading) for article, text, reading in rows]


def records(reads: Iterable[Read], thresholds: Mapping[str, float]) -> list[Row]:
    """Records of all articles, with the relations that reach `thresholds`."""
    return [row for read in reads for row in _records(read, thresholds)]


def _records(read: Read, thresholds: Mapping[str, float]) -> Iterator[Row]:
    taken = [r for r in read.reading.relations if r.probability >= thresholds[r.type]]
    related = {end for relation in taken for end in (relation.left, relation.right)}
    for number, cluster in enumerate(read.reading.clusters):
        if cluster.kind not in DEPENDENT or number in related:
            forms = sorted({read.text[m.start : m.end] for m in cluster.mentions} - {cluster.name})
            mentions = [{"article": read.article, "start": m.start, "end": m.end} for m in cluster.mentions]
            entity = {"record": "entity", "id": f"{read.article}/{number}", "kind": cluster.kind, "name": cluster.name}
            yield {**entity, "aliases": forms, "mentions": mentions, "properties": {}}
    for left, right, kind in sorted({ends for relation in taken for ends in _stated(relation)}):
        ends = {"source": f"{read.article}/{left}", "target": f"{read.article}/{right}"}
        yield {"record": "relation", "type": kind, **ends, "evidence": [{"article": read.article}]}


def _stated(relation: Relation) -> Iterator[tuple[int, int, str]]:
    """A relation, and that who spoke or chaired attended."""
    yield relation.left, relation.right, relation.type
    if relation.type in ("SPOKE_AT", "CHAIRED"):
        yield relation.left, relation.right, "ATTENDED"
