"""Readings to records, and records to figures: the reader's own words, without the rules that stand around it.

So a figure here is the reader's alone: no dates, no organizations of posts, no short forms.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.records import Entity, Evidence, Mention, Record
from graph.records import Relation as Stated
from loaders.evaluation import Annotation, Count, Judged, evaluate
from loaders.extraction.reader.labels import KINDS, MATTER, POST
from loaders.extraction.reader.reader import Reader
from loaders.extraction.reader.reading import Reading, Relation
from loaders.training.documents import Row, article_text

Table = Mapping[str, Count]
"""What is scored (Person, ATTENDED, "all relations" …) to right, wrong and missed items."""

DEPENDENT = (KINDS[POST], KINDS[MATTER])
"""Kinds that are only written where a relation names them."""


@dataclass(frozen=True, slots=True)
class Read:
    """An article, the text the reader was given, and what it found."""

    article: str
    text: str
    reading: Reading


def read_articles(reader: Reader, articles: Sequence[Row]) -> list[Read]:
    """Reads articles, title first."""
    texts = [article_text(article) for article in articles]
    rows = zip(articles, texts, reader.read(texts), strict=True)
    return [Read(article["id"], text, reading) for article, text, reading in rows]


def score(reads: Iterable[Read], thresholds: Mapping[str, float], gold: Sequence[Annotation]) -> Table:
    """The figures of readings with the relations that reach `thresholds`."""
    return evaluate(records(reads, thresholds), gold).table()


def judged(reads: Sequence[Read], thresholds: Mapping[str, float], gold: Sequence[Annotation]) -> list[list[Judged]]:
    """What `gold` says of the relations that reach `thresholds`, article by article; confidences are probabilities."""
    own = {read.article: read for read in reads}
    return [list(evaluate(records([own[each.id]], thresholds), [each]).judged) for each in gold if each.id in own]


def records(reads: Iterable[Read], thresholds: Mapping[str, float]) -> list[Record]:
    """Records of all articles, with the relations that reach `thresholds`."""
    return [record for read in reads for record in _records(read, thresholds)]


def _records(read: Read, thresholds: Mapping[str, float]) -> Iterator[Record]:
    taken = [r for r in read.reading.relations if r.probability >= thresholds[r.type]]
    related = {end for relation in taken for end in (relation.left, relation.right)}
    for number, cluster in enumerate(read.reading.clusters):
        if cluster.kind not in DEPENDENT or number in related:
            forms = sorted({read.text[m.start : m.end] for m in cluster.mentions} - {cluster.name})
            mentions = [Mention(article=read.article, start=m.start, end=m.end) for m in cluster.mentions]
            key = f"{read.article}/{number}"
            yield Entity(id=key, kind=cluster.kind, name=cluster.name, aliases=forms, mentions=mentions)
    for kind, relation in _stated(taken):
        low = min(relation.left_mention.start, relation.right_mention.start)
        high = max(relation.left_mention.end, relation.right_mention.end)
        said = Evidence(article=read.article, start=low, end=high, text=read.text[low:high], rule="reader")
        source, target = f"{read.article}/{relation.left}", f"{read.article}/{relation.right}"
        yield Stated(type=kind, source=source, target=target, evidence=[said], confidence=relation.probability)


def _stated(relations: Sequence[Relation]) -> Iterator[tuple[str, Relation]]:
    """Relations by type, and that who spoke or chaired attended, each once."""
    attended = {(r.left, r.right) for r in relations if r.type == "ATTENDED"}
    for relation in relations:
        yield relation.type, relation
        ends = relation.left, relation.right
        if relation.type in ("SPOKE_AT", "CHAIRED") and ends not in attended:
            attended.add(ends)
            yield "ATTENDED", relation
