"""The stages that rules add to a reading, in their order. Each changes the draft of an article in place."""

from __future__ import annotations

from collections import defaultdict

from loaders.extraction.activities import diaries
from loaders.extraction.anaphora import anaphora
from loaders.extraction.assignments import assignments
from loaders.extraction.divisions import divisions
from loaders.extraction.draft import Draft, Relation, Span
from loaders.extraction.entries import entries
from loaders.extraction.merging import drop, names, titles
from loaders.extraction.minutes import labels, minuted
from loaders.extraction.nesting import parts
from loaders.extraction.occasions import occasions
from loaders.extraction.offices import offices
from loaders.extraction.organs import organs
from loaders.extraction.rules import duties, rosters
from loaders.extraction.rules.dates import find_dates
from loaders.extraction.rules.enumerations import mask, stretches
from loaders.extraction.rules.event_dates import date_of_event, year_counted, year_named
from loaders.extraction.rules.kinds import kind_of
from loaders.extraction.rules.posts import Holding, is_governed, seats
from loaders.extraction.rules.weeks import dated
from loaders.extraction.sharing import enumerations
from loaders.extraction.terms import terms

Pairs = set[tuple[int, int]]
"""Sources and targets of relations of one type."""


def kinds(draft: Draft) -> None:
    """Kinds of organizations, levels of places, the jurisdiction that speaks of them."""
    for _, entity in draft.of_kind("Organization", "Place"):
        what, key = ("organization", "kind") if entity.kind == "Organization" else ("place", "level")
        found = kind_of(what, entity.name)
        if found or entity.kind == "Organization":
            entity.properties[key] = found or "other"
    if draft.place:
        for entity in draft.entities:
            entity.properties["jurisdiction"] = draft.place


def mentioned(draft: Draft) -> None:
    """Drops events that nobody is at and that lie nowhere, where the article tells such things of another.

    They are cited or planned (全会精神, 下月的交易会): of 66 such in articles that the reader did not know, annotators
    took 13 for events of the report.
    """
    related = {end for relation in draft.relations for end in (relation.source, relation.target)}
    found = {index for index, _ in draft.of_kind("Event")}
    if found & related:
        drop(draft, found - related)


def events(draft: Draft) -> None:
    """Kind, date and half-day of every event, and from when or until when somebody holds a post."""
    found = draft.of_kind("Event")
    year = draft.published or year_named([event.name for _, event in found]) or year_counted(draft.text)
    draft.dates = dated(draft.text, find_dates(draft.text, published=year))
    terms(draft, draft.dates)
    for _, event in found:
        event.properties["kind"] = kind_of("event", event.name) or "other"
        date = date_of_event(draft.text, event.spans, draft.sentences, draft.dates, body=draft.body)
        if date and date.value:
            event.properties["date"] = str(date.value)
            if date.half_day and date.value.day:
                event.properties["half_day"] = date.half_day


def attendance(draft: Draft) -> None:
    """Whoever spoke at an event or chaired it attended it."""
    known = draft.pairs("ATTENDED")
    for relation in draft.having("SPOKE_AT", "CHAIRED"):
        pair = relation.source, relation.target
        if pair not in known:
            known.add(pair)
            rule = "attended.spoke" if relation.type == "SPOKE_AT" else "attended.chaired"
            draft.relations.append(Relation("ATTENDED", *pair, relation.confidence, list(relation.evidence), rule))


def posts(draft: Draft) -> None:
    """The organization of every post, as a property and as POST_OF."""
    holdings = draft.having("HOLDS_POST")
    named = {
        span: i for kind in ("Place", "Organization") for i, entity in draft.of_kind(kind) for span in entity.spans
    }
    places = [Holding(_nearest(draft, held, post=True), _nearest(draft, held, post=False)) for held in holdings]
    done: set[tuple[int, int]] = set()
    for held, seat in zip(holdings, seats(draft.text, places, list(named)), strict=True):
        post = draft.entities[held.target]
        post.properties["title"] = post.name
        if seat is None:
            continue
        index = named[seat.organization]
        post.properties["organization"] = draft.entities[index].name
        if draft.entities[index].kind == "Organization" and (held.target, index) not in done:
            done.add((held.target, index))
            evidence = [post.spans[0], seat.organization]
            draft.relations.append(Relation("POST_OF", held.target, index, held.confidence, evidence, seat.rule))
    _govern(draft, holdings)


def _govern(draft: Draft, holdings: list[Relation]) -> None:
    """Heads of the territory (县长, 云澜县县长 in its own news) belong to its government, if the article names it.

    Only the edge says so: the post is the same where an article does not name the government.
    """
    bodies = draft.of_kind("Organization")
    for held in holdings:
        post = draft.entities[held.target]
        if post.properties.get("organization", draft.place) != draft.place:
            continue
        heads = (i for i, b in bodies if all(is_governed(post.name, form, place=draft.place) for form in b.forms))
        body = next(heads, None)
        if body is not None:
            evidence = [_nearest(draft, held, post=True), draft.entities[body].spans[0]]
            draft.add(Relation("POST_OF", held.target, body, held.confidence, evidence, "post.head_of_government"))


def _nearest(draft: Draft, held: Relation, *, post: bool) -> Span:
    """The mention of the post, or of its holder, that the relation rests on."""
    mine = set(draft.entities[held.target if post else held.source].spans)
    return next((span for span in held.evidence if span in mine), min(mine))


def roster(draft: Draft) -> None:
    """Rank, openness, role and capacity of the people of every event; verb and order of its speakers."""
    attended: dict[int, list[Relation]] = defaultdict(list)
    for relation in draft.having("ATTENDED"):
        attended[relation.target].append(relation)
    if attended:
        known = mask(draft.text, draft.cover())
        names = [span for span, _ in draft.named("Person")]
        rows = stretches(draft.text, known, names, draft.sentences)
        told = draft.pairs("CHAIRED"), draft.pairs("SPOKE_AT")
        for event, relations in attended.items():
            people = [relation for relation in relations if draft.entities[relation.source].kind == "Person"]
            _rank(draft, event, people, rows, known, told)
        held = capacities(draft)
        for relation in draft.having("ATTENDED"):
            if relation.source in held and draft.entities[relation.source].kind == "Person":
                relation.properties["capacity"] = held[relation.source]
    _speeches(draft)


def _rank(
    draft: Draft,
    event: int,
    relations: list[Relation],
    rows: list[Span],
    known: bytearray,
    told: tuple[Pairs, Pairs],
) -> None:
    """Places of an event's people; `told` are the pairs of person and event of those who chaired, and who spoke."""
    spans = [[span for span in draft.entities[r.source].spans if span[0] >= draft.body] for r in relations]
    chaired, spoke = told
    kind = draft.entities[event].properties.get("kind")
    first = next((span[0] for span in draft.entities[event].spans if span[0] >= draft.body), draft.body)
    start = draft.sentence(first)[0]
    places = rosters.roster(draft.text, spans, rows, known=known, start=start, led=kind == "inspection")
    for relation, mentions, place in zip(relations, spans, places, strict=True):
        pair = relation.source, event
        name = mentions[0] if mentions else draft.entities[relation.source].spans[0]
        if place:
            relation.properties |= {"rank": place.rank, "open": place.open}
        relation.properties["role"] = rosters.role(
            draft.text,
            draft.sentence(name[0]),
            name,
            kind=str(kind),
            chaired=pair in chaired,
            spoke=pair in spoke,
            rank=place.rank if place else None,
        )


def _speeches(draft: Draft) -> None:
    speeches: dict[int, list[tuple[Span, Relation]]] = defaultdict(list)
    for relation in draft.having("SPOKE_AT"):
        mine = set(draft.entities[relation.source].spans)
        name = next((span for span in relation.evidence if span in mine), min(mine))
        speeches[relation.target].append((name, relation))
        if verb := rosters.speech_verb(draft.text, draft.sentence(name[0]), name):
            relation.properties["verb"] = verb
    for spoken in speeches.values():
        for order, (_, relation) in enumerate(sorted(spoken, key=lambda pair: pair[0]), 1):
            relation.properties["order"] = order


def capacities(draft: Draft) -> dict[int, str]:
    """By person the posts that the article gives them, as one would write them before the name.

    Those of which it says until when they were held are left out: nobody attends anything in them.
    """
    held: dict[int, dict[str, None]] = defaultdict(dict)
    for relation in draft.having("HOLDS_POST"):
        if "end" in relation.properties:
            continue
        post = draft.entities[relation.target]
        held[relation.source][f"{post.properties.get('organization') or ''}{post.name}"] = None
    return {person: "、".join(titles) for person, titles in held.items()}


def responsibilities(draft: Draft) -> None:
    """Whether a responsibility is a standing duty or a task, and the verb that says so."""
    for relation in draft.having("RESPONSIBLE_FOR"):
        bearers = set(draft.entities[relation.source].spans)
        bearer = next((span for span in relation.evidence if span in bearers), min(bearers))
        matter = draft.entities[relation.target].spans[0]
        telling = duties.told(draft.text, bearer, matter)
        kind = relation.properties.setdefault("kind", telling.kind)  # an entry or a table knows
        if telling.verb and kind == telling.kind:
            relation.properties.setdefault("verb", telling.verb)


STAGES = (
    organs,
    parts,
    titles,
    divisions,
    names,
    anaphora,
    offices,
    minuted,
    enumerations,
    entries,
    assignments,
    labels,
    diaries,
    posts,
    kinds,
    events,
    occasions,
    mentioned,
    attendance,
    roster,
    responsibilities,
)
"""In this order: names before what relates them, kinds, posts and attendance before rosters."""
