"""An annotation to the draft that a perfect reader would make: names found in the text, relations on mentions."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from graph.records import Value
from loaders.annotations import locate
from loaders.articles import SourceArticle
from loaders.extraction.draft import Draft, Entity, Relation, Span
from loaders.extraction.rules.duties import told
from loaders.extraction.rules.rosters import VERBS
from loaders.extraction.stages import kinds

RULE = "gold"
NAMED = {"persons": "Person", "organizations": "Organization", "places": "Place"}
JOINS = {"attended": "ATTENDED", "spoke_at": "SPOKE_AT", "chaired": "CHAIRED", "organized": "ORGANIZED"}
CUES = {
    "ATTENDED": re.compile("出席|参加|到会|列席|陪同|就座|一同"),
    "SPOKE_AT": re.compile(f"作(?:了)?说明|叮嘱|分享|{VERBS.pattern}|报告"),
    "CHAIRED": re.compile("主持"),
    "ORGANIZED": re.compile("主办|承办|联合|举办|举行|召开"),
    "RESPONSIBLE_FOR": re.compile("要|负责|牵头|分管|联系|包保|希望"),
}
"""What stands after a name in the sentence that says so."""
HALF_DAYS = {"上午": "am", "下午": "pm", "晚": "evening"}


def draft_of(article: SourceArticle, annotation: dict[str, Any]) -> Draft:
    """The draft of an annotated article; ValueError where something annotated does not stand in it.

    Kinds of organizations and levels of places, which annotations leave out, come from the names.
    """
    draft = Draft(
        article.text,
        body=article.body,
        published=article.published,
        place=article.place,
        sentences=article.sentences(),
    )
    _Drafting(draft, annotation).build()
    kinds(draft)
    return draft


@dataclass(slots=True)
class _Drafting:
    """Fills a draft; `index` knows which entity stands for which (kind, key) of the annotation."""

    draft: Draft
    gold: dict[str, Any]
    index: dict[tuple[str, object], int] = field(default_factory=dict)
    titled: set[int] = field(default_factory=set)

    def build(self) -> None:
        self._names()
        self._events()
        self._posts()
        self._responsibilities()
        for key, type_ in JOINS.items():
            for who, event in self.gold[key]:
                self._relate(type_, self._find(who, "Person", "Organization"), self._find(event, "Event"))
        for what, where in self.gold["located_in"]:
            target = self._find(where, "Place")
            sources = {self.index.get((kind, what)) for kind in ("Event", "Organization", "Place")} - {None, target}
            if not sources:
                raise ValueError(f"{self.gold['id']}: {what} is not listed")
            for source in sorted(source for source in sources if source is not None):
                self._relate("LOCATED_IN", source, target)

    def _names(self) -> None:
        for key, kind in NAMED.items():
            forms = [[entity["name"], *entity.get("aliases", [])] for entity in self.gold[key]]
            for names, spans in zip(forms, locate.entity_spans(self.draft.text, forms), strict=True):
                self._add(kind, names[0], spans, names)

    def _events(self) -> None:
        people = [person["name"] for person in self.gold["persons"]]
        for event in self.gold["events"]:
            names = [event["name"], *event["aliases"]]
            index = self._add("Event", event["id"], locate.event_spans(self.draft.text, names, people), names)
            words = event["date_text"] or ""
            half_day = next((half for word, half in HALF_DAYS.items() if word in words), None)
            known = {"kind": event["kind"], "date": event["date"], "half_day": half_day if event["date"] else None}
            self.draft.entities[index].properties |= {key: value for key, value in known.items() if value}

    def _posts(self) -> None:
        for person, title, organization in self.gold["holds_post"]:
            self._holds(person, title, organization)
        for person, title, organization, start, end in self.gold.get("terms", []):
            stated: dict[str, Value] = {"start": start, "end": end}
            held = self._holds(person, title, organization)
            held.properties |= {key: value for key, value in stated.items() if value}

    def _holds(self, person: str, title: str, organization: str | None) -> Relation:
        """The relation of a person to a post, made once."""
        who = self._find(person, "Person")
        span = locate.post_span(self.draft.text, title, self.draft.entities[who].spans)
        if span is None:
            raise ValueError(f"{self.gold['id']}: no mention of {title} beside {person}")
        self.titled.add(span[0])
        post = self.index.get(("Post", (title, organization)))
        if post is None:
            post = self._add("Post", (title, organization), [span], [title])
            self.draft.entities[post].properties["title"] = title
            self._post_of(post, organization)
        self.draft.entities[post].spans = sorted({*self.draft.entities[post].spans, span})
        for held in self.draft.having("HOLDS_POST"):
            if (held.source, held.target) == (who, post):
                return held
        return self._relate("HOLDS_POST", who, post, right=[span])

    def _post_of(self, post: int, organization: str | None) -> None:
        if organization is not None:
            self.draft.entities[post].properties["organization"] = organization
            unit = self.index.get(("Organization", organization))
            if unit is not None:
                self._relate("POST_OF", post, unit)

    def _responsibilities(self) -> None:
        for bearer, words, kind in self.gold["responsible_for"]:
            who = self._find(bearer, "Person", "Organization")
            loose = locate.matter_span(self.draft.text, words)
            spans = [*locate.occurrences(self.draft.text, words)] or ([loose] if loose else [])
            matter = self.index.get(("Matter", words))
            if matter is None:
                matter = self._add("Matter", words, spans, [words])
            relation = self._relate("RESPONSIBLE_FOR", who, matter, right=spans)
            telling = told(self.draft.text, *relation.evidence)
            relation.properties |= {"kind": kind} | ({"verb": telling.verb} if telling.verb else {})
            self.draft.entities[matter].spans = [relation.evidence[1]]

    def _add(self, kind: str, key: object, spans: list[Span], names: list[str]) -> int:
        if not spans:
            raise ValueError(f"{self.gold['id']}: no mention of {names[0]}")
        self.index[kind, key] = len(self.draft.entities)
        self.draft.entities.append(Entity(kind, spans, names[0], aliases=set(names[1:])))
        return self.index[kind, key]

    def _find(self, key: object, *kinds: str) -> int:
        for kind in kinds:
            if (kind, key) in self.index:
                return self.index[kind, key]
        raise ValueError(f"{self.gold['id']}: {key} is not listed")

    def _relate(self, type_: str, source: int, target: int, *, right: list[Span] | None = None) -> Relation:
        left, right = self.draft.entities[source].spans, right or self.draft.entities[target].spans
        pairs = [(one, other) for one in left for other in right]
        evidence = min(pairs, key=lambda pair: self._doubt(type_, target, *pair))
        self.draft.relations.append(Relation(type_, source, target, 1.0, list(evidence), RULE))
        return self.draft.relations[-1]

    def _doubt(self, type_: str, target: int, one: Span, other: Span) -> tuple[bool | int, ...]:
        """How little two mentions state a relation, what weighs most first.

        Best is a name in the body with its cue after it, while the event is spoken of, in one sentence, and near.
        A name that only opens a title (县住建局 in 县住建局局长王伟) tells no deed of the body so named.
        """
        start, end = self.draft.sentence(one[0])
        joins = type_ in JOINS.values()
        cue = CUES.get(type_)
        silent = cue is not None and not cue.search(self.draft.text, one[1], end)
        return (
            one[0] < self.draft.body,
            silent and type_ != "ATTENDED",
            joins and target not in self._spoken_of(end),
            joins and other[0] >= end,
            (joins or type_ == "RESPONSIBLE_FOR") and one[1] in self.titled,
            silent,
            not start <= other[0] < end,
            type_ == "RESPONSIBLE_FOR" and one[0] > other[0],
            abs(one[0] - other[0]),
        )

    def _spoken_of(self, end: int) -> set[int]:
        """The events of the last sentence up to `end` that names any."""
        found = [(span, index) for index, event in self.draft.of_kind("Event") for span in event.spans if span[0] < end]
        start = max((self.draft.sentence(span[0])[0] for span, _ in found), default=0)
        return {index for span, index in found if span[0] >= start}
