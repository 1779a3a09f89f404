"""What one article claims, as one object: the unit that is added to the graph and taken out of it again.

`packed` are the bytes that the graph keeps on the article (`_claims`): retracting needs nothing else, so it costs in
proportion to the article, however often its people are named elsewhere.
"""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass, field
from typing import Self

import msgspec

from graph.ids import sentence_id
from graph.records import Article
from graph.store.tally import Scalar

Span = tuple[int, int]
RelationKey = tuple[str, str, str]  # type, id of the source, id of the target


class EntityClaim(msgspec.Struct, array_like=True):
    """What an article says of an entity: values by property (name and aliases among them).

    Several where it disagrees.
    """

    kind: str
    values: dict[str, set[Scalar]] = {}


class RelationClaim(msgspec.Struct, array_like=True):
    """What an article says of a relation; `values` holds also rules, confidence and `seen` (its publication date)."""

    source_kind: str
    target_kind: str
    values: dict[str, set[Scalar]] = {}
    evidence: set[Span] = set()


@dataclass(slots=True)
class Claims:
    """One article with all that it claims; `mentions` are (start, end, text or None, entity id).

    `seal` it when nothing more comes: then `digest` and `packed` are there.
    """

    article: Article
    sentences: dict[Span, str] = field(default_factory=dict)
    entities: dict[str, EntityClaim] = field(default_factory=dict)
    mentions: set[tuple[int, int, str | None, str]] = field(default_factory=set)
    relations: dict[RelationKey, RelationClaim] = field(default_factory=dict)
    digest: str = ""
    """SHA-256 of everything claimed, whatever the order of its records: equal digests, nothing to do."""
    packed: bytes = b""
    """What retracting needs: entities and relations, compressed."""

    def seal(self) -> Self:
        """Compute digest and packed claims."""
        claimed = _encode((self.entities, sorted(self.relations.items())))
        mentions = sorted((start, end, text or "", entity) for start, end, text, entity in self.mentions)
        text = _encode([self.article, sorted(self.sentences.items()), mentions])
        self.digest = hashlib.sha256(claimed + text).hexdigest()
        self.packed = zlib.compress(claimed, 6)
        return self


def unpack(article: str, packed: bytes) -> Claims:
    """The claims that `seal` packed, without sentences and mentions."""
    entities, relations = _packed.decode(zlib.decompress(packed))
    return Claims(Article(id=article), entities=entities, relations=dict(relations))


_encode = msgspec.msgpack.Encoder(order="deterministic").encode  # sorts keys and sets
_packed = msgspec.msgpack.Decoder(tuple[dict[str, EntityClaim], list[tuple[RelationKey, RelationClaim]]])


def evidence_ids(article: str, claim: RelationClaim) -> list[str]:
    """Ids of the sentences that a claim rests on, in any order."""
    return [sentence_id(article, start, end) for start, end in claim.evidence]
