"""A reading to a draft: clusters become entities, relations keep their confidence."""

from __future__ import annotations

from loaders.extraction.draft import Draft, Entity, Relation, Span
from loaders.extraction.reader.reading import Cluster, Mention, Reading


def draft_of(
    text: str,
    reading: Reading,
    *,
    sentences: list[Span],
    reader: str,
    body: int = 0,
    published: str | None = None,
    place: str | None = None,
) -> Draft:
    """The draft of one article. `reader` names what found it, with its version; spans are those of `text`."""
    draft = Draft(text, body=body, published=published, place=place, sentences=sentences)
    draft.entities = [_entity(draft, cluster) for cluster in reading.clusters]
    draft.relations = [
        Relation(
            type=relation.type,
            source=relation.left,
            target=relation.right,
            confidence=relation.confidence,
            evidence=[_span(relation.left_mention), _span(relation.right_mention)],
            rule=reader,
        )
        for relation in reading.relations
    ]
    return draft


def _entity(draft: Draft, cluster: Cluster) -> Entity:
    spans = sorted(_span(mention) for mention in cluster.mentions)
    name = "".join(cluster.name.split())
    forms = {"".join(draft.words(span).split()) for span in spans} - {name}
    score = max(mention.score for mention in cluster.mentions)
    return Entity(kind=cluster.kind, spans=spans, name=name, score=score, aliases=forms)


def _span(mention: Mention) -> Span:
    return mention.start, mention.end
