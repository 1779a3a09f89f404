"""Parts of names are no entities."""

from __future__ import annotations

from loaders.extraction.draft import Draft
from loaders.extraction.rules.nesting import only_inside


def parts(draft: Draft) -> None:
    """Drops organizations and places that only stand inside longer names of organizations, with their relations."""
    hosts = [span for _, entity in draft.of_kind("Organization") for span in entity.spans]
    kept = [
        index
        for index, entity in enumerate(draft.entities)
        if entity.kind not in ("Organization", "Place") or not only_inside(entity.spans, hosts)
    ]
    place = {old: new for new, old in enumerate(kept)}
    draft.entities = [draft.entities[index] for index in kept]
    draft.relations = [r for r in draft.relations if r.source in place and r.target in place]
    for relation in draft.relations:
        relation.source, relation.target = place[relation.source], place[relation.target]
