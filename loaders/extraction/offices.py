"""Posts that the reader missed: after the name, before a list of names, where somebody is chosen or dismissed."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from loaders.extraction.draft import Draft, Entity, Relation, Span
from loaders.extraction.rules.enumerations import lists, mask
from loaders.extraction.rules.offices import is_planned, is_shared, title_after, title_given, titles_also, titles_now
from loaders.extraction.rules.registers import titles_beside, titles_in, under_headings
from loaders.extraction.rules.tables import rows

AFTER, LISTED, GIVEN = "holds_post.title_after_name", "holds_post.enumeration", "holds_post.comes_or_goes"
NOW, ALSO, REGISTERED = "holds_post.present", "holds_post.further", "holds_post.register"
SURE = {AFTER: 0.97, LISTED: 0.94, GIVEN: 0.95, NOW: 0.95, ALSO: 0.95, REGISTERED: 0.95}
"""The share of such titles that are annotated so (see rules/offices.py)."""


def offices(draft: Draft) -> None:
    """Adds posts to people whose title the reader did not tie to them; takes those away that are still to come."""
    draft.relations = [r for r in draft.relations if r.type != "HOLDS_POST" or not _is_planned(draft, r)]
    people = dict(draft.named("Person"))
    posts = _Posts.of(draft)
    for name, person in people.items():
        for title, rule in _told(draft, name):
            posts.give(person, name, posts.cut(title), rule)
    for name, title in titles_also(draft.text, list(people)):
        posts.give(people[name], name, posts.cut(title), ALSO)
    _registered(draft, people, posts)
    _along_lists(draft, people)


@dataclass(slots=True)
class _Posts:
    """The posts of an article: where each is named, and who (person, words) holds one."""

    draft: Draft
    named: dict[Span, int]
    organs: list[Span]
    held: set[tuple[int, str]]

    @classmethod
    def of(cls, draft: Draft) -> _Posts:
        held = {(relation.source, draft.entities[relation.target].name) for relation in draft.having("HOLDS_POST")}
        return cls(draft, dict(draft.named("Post")), [span for span, _ in draft.named("Organization")], held)

    def cut(self, title: Span) -> Span:
        """The title as the reader cut it, or what an organization's name leaves of it: 副书记 of 柳河镇党委副书记."""
        read = [start for start, end in self.named if end == title[1]]
        beyond = [end for start, end in self.organs if start < title[0] < end < title[1]]
        start = max(beyond, default=title[0])
        return (min(read, key=lambda place: abs(place - start), default=start), title[1])

    def give(self, person: int, name: Span, title: Span, rule: str) -> None:
        """Lets the person named at `name` hold the post named at `title`, unless one of its words is theirs already."""
        words = self.draft.words(title)
        if (person, words) in self.held:
            return
        self.held.add((person, words))
        if title not in self.named:
            self.named[title] = len(self.draft.entities)
            self.draft.entities.append(Entity("Post", [title], words, SURE[rule], rule=rule))
        relation = Relation("HOLDS_POST", person, self.named[title], SURE[rule], [name, title], rule)
        self.draft.relations.append(relation)


def _told(draft: Draft, name: Span) -> Iterator[tuple[Span, str]]:
    """The titles that the words around a name give it, and the rule."""
    if after := title_after(draft.text, name[1]):
        yield after, AFTER
    if given := title_given(draft.text, name):
        yield given, GIVEN
    yield from ((title, NOW) for title in titles_now(draft.text, draft.sentence(name[0]), name))


def _registered(draft: Draft, people: dict[Span, int], posts: _Posts) -> None:
    """What a register sets beside a name, or over a list of names, is theirs and nobody else's."""
    beside = [([name], title) for name in people for title in titles_beside(draft.text, name)]
    for row in rows(draft.text):
        name = next((name for name in people if row.name[0] <= name[0] and name[1] <= row.name[1]), None)
        if name and row.posts:
            beside += [([name], title) for title in titles_in(draft.text, row.posts)]
    known = mask(draft.text, [*posts.named, *posts.organs, *(title for _, title in beside)])
    over = [(names, title) for title, names in under_headings(draft.text, known, list(people))]
    for names, found in (*beside, *over):
        title = posts.cut(found)
        _leave_to(draft, {people[name] for name in names}, title)
        for name in names:
            posts.give(people[name], name, title, REGISTERED)


def _leave_to(draft: Draft, holders: Container[int], title: Span) -> None:
    """Takes from all others the post that is named at `title`, as far as they hold it by those words alone."""
    draft.relations = [
        held
        for held in draft.relations
        if held.type != "HOLDS_POST" or held.source in holders or title not in held.evidence
    ]


def _is_planned(draft: Draft, held: Relation) -> bool:
    """Whether all that the relation rests on speaks of a post to come."""
    spans = [span for span in held.evidence if span in draft.entities[held.target].spans]
    return bool(spans) and all(is_planned(draft.text, span) for span in spans)


def _along_lists(draft: Draft, people: dict[Span, int]) -> None:
    """市政协副主席王明、李华, or 王明、李华教授: what stands between two names of such a list is its mark alone."""
    titled: dict[int, list[Relation]] = {}
    for held in draft.having("HOLDS_POST"):
        titled.setdefault(held.source, []).append(held)
    shared: dict[tuple[int, int], list[Span]] = {}
    for run in lists(draft.text, list(people), (), draft.sentences):
        for place, post in _at_an_end(draft, run, [titled.get(people[run[end]], []) for end in (0, -1)]):
            for name in run:
                if people[name] not in titled:
                    shared.setdefault((people[name], post), [place, name])
    for pair, evidence in shared.items():
        draft.relations.append(Relation("HOLDS_POST", *pair, SURE[LISTED], evidence, LISTED))


def _at_an_end(draft: Draft, run: Sequence[Span], held: Sequence[Sequence[Relation]]) -> Iterator[tuple[Span, int]]:
    """Where a title that several can hold stands right before the first name of a list, or right after the last one.

    `held` are the posts of the first one, and those of the last.
    """
    for relations, edge, facing in zip(held, (run[0][0], run[-1][1]), (1, 0), strict=True):
        for index in (relation.target for relation in relations):
            post = draft.entities[index]
            if is_shared(post.name):
                yield from ((span, index) for span in post.spans if span[facing] == edge)
