"""What an annotation says of an event's people beside their being there: rank, role, capacity, and how they spoke."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

from loaders.extraction.draft import Draft, Relation
from loaders.extraction.stages import capacities
from loaders.samples.drafting import CUES

COMPANION = re.compile(r"陪同|一同|随同")
LED = ("inspection", "visit")


def attendance(draft: Draft, annotation: dict[str, Any]) -> None:
    """Adds the properties of ATTENDED and SPOKE_AT; `rosters` of the annotation are in protocol order, by event."""
    events = {event["name"]: event["id"] for event in annotation["events"]}
    chaired, spoke = (draft.pairs(type_) for type_ in ("CHAIRED", "SPOKE_AT"))
    held = capacities(draft)
    for relation in draft.having("ATTENDED"):
        person, event = draft.entities[relation.source], draft.entities[relation.target]
        if person.kind != "Person":
            continue
        roster = annotation.get("rosters", {}).get(events[event.name], {"people": []})
        rank = roster["people"].index(person.name) + 1 if person.name in roster["people"] else None
        if rank:
            relation.properties |= {"rank": rank, "open": roster["open"]}
        pair = relation.source, relation.target
        if pair in chaired:
            role = "chair"
        elif rank == 1 and event.properties["kind"] in LED:
            role = "leader"
        elif pair in spoke:
            role = "speaker"
        else:
            role = "companion" if _accompanies(draft, relation) else "attendee"
        relation.properties["role"] = role
        if relation.source in held:
            relation.properties["capacity"] = held[relation.source]
    _speeches(draft)


def _accompanies(draft: Draft, relation: Relation) -> bool:
    start, end = relation.evidence[0]
    return COMPANION.search(draft.text, end, draft.sentence(start)[1]) is not None


def _speeches(draft: Draft) -> None:
    """The verb of each speech, and the order in which an event's speeches are told."""
    told: dict[int, list[Relation]] = defaultdict(list)
    for relation in draft.having("SPOKE_AT"):
        told[relation.target].append(relation)
        start, end = relation.evidence[0]
        if verb := CUES["SPOKE_AT"].search(draft.text, end, draft.sentence(start)[1]):
            relation.properties["verb"] = verb[0]
    for relations in told.values():
        for order, relation in enumerate(sorted(relations, key=lambda relation: relation.evidence[0]), 1):
            relation.properties["order"] = order
