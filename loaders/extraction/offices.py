"""Posts that the reader missed: after the name, before a list of names, where somebody is chosen or dismissed."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence

from loaders.extraction.draft import Draft, Entity, Relation, Span
from loaders.extraction.rules.enumerations import lists, mask
from loaders.extraction.rules.offices import is_planned, is_shared, title_after, title_given, titles_now
from loaders.extraction.rules.registers import titles_beside, under_headings

AFTER, LISTED, GIVEN = "holds_post.title_after_name", "holds_post.enumeration", "holds_post.comes_or_goes"
NOW, REGISTERED = "holds_post.present", "holds_post.register"
SURE = {AFTER: 0.97, LISTED: 0.94, GIVEN: 0.95, NOW: 0.95, REGISTERED: 0.95}
"""The share of such titles that are annotated so (see rules/offices.py)."""


def offices(draft: Draft) -> None:
    """Adds posts to people whose title the reader did not tie to them; takes those away that are still to come."""
    draft.relations = [r for r in draft.relations if r.type != "HOLDS_POST" or not _is_planned(draft, r)]
    people = {span: index for index, entity in draft.of_kind("Person") for span in entity.spans}
    _after_names(draft, people)
    _registered(draft, people)
    _along_lists(draft, people)


def _after_names(draft: Draft, people: dict[Span, int]) -> None:
    known = {(held.source, draft.entities[held.target].name) for held in draft.having("HOLDS_POST")}
    posts = {span: index for index, entity in draft.of_kind("Post") for span in entity.spans}
    organs = [span for _, entity in draft.of_kind("Organization") for span in entity.spans]
    for name, person in sorted(people.items()):
        for found, rule in _told(draft, name):
            title = _without_organ(found, posts, organs)
            if (person, draft.words(title)) not in known:
                known.add((person, draft.words(title)))
                _hold(draft, person, title, posts, [name, title], rule)


def _told(draft: Draft, name: Span) -> Iterator[tuple[Span, str]]:
    """The titles that the words around a name give it, and the rule."""
    if after := title_after(draft.text, name[1]):
        yield after, AFTER
    if given := title_given(draft.text, name):
        yield given, GIVEN
    yield from ((title, NOW) for title in titles_now(draft.text, draft.sentence(name[0]), name))


def _without_organ(title: Span, posts: Iterable[Span], organs: Iterable[Span]) -> Span:
    """The title as the reader cut it, or what an organization's name leaves of it: 副书记 of 柳河镇党委副书记."""
    read = [start for start, end in posts if end == title[1]]
    beyond = [end for start, end in organs if start < title[0] < end < title[1]]
    start = max(beyond, default=title[0])
    return (min(read, key=lambda place: abs(place - start), default=start), title[1])


def _registered(draft: Draft, people: dict[Span, int]) -> None:
    """What a register sets beside a name, or over a list of names, is theirs and nobody else's."""
    posts = {span: index for index, entity in draft.of_kind("Post") for span in entity.spans}
    organs = [span for _, entity in draft.of_kind("Organization") for span in entity.spans]
    beside = [([name], title) for name in sorted(people) for title in titles_beside(draft.text, name)]
    cover = mask(draft.text, [*posts, *organs, *(title for _, title in beside)])
    over = [(names, title) for title, names in under_headings(draft.text, cover, sorted(people))]
    known = {(held.source, draft.entities[held.target].name) for held in draft.having("HOLDS_POST")}
    for names, found in (*beside, *over):
        title = _without_organ(found, posts, organs)
        holders = {people[name]: name for name in names}
        _leave_to(draft, holders, title)
        for person, name in holders.items():
            if (person, draft.words(title)) not in known:
                known.add((person, draft.words(title)))
                _hold(draft, person, title, posts, [name, title], REGISTERED)


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
    for run in lists(draft.text, sorted(people), (), draft.sentences):
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


def _hold(draft: Draft, person: int, title: Span, posts: dict[Span, int], evidence: list[Span], rule: str) -> None:
    if title not in posts:
        posts[title] = len(draft.entities)
        draft.entities.append(Entity("Post", [title], draft.words(title), SURE[rule]))
    draft.relations.append(Relation("HOLDS_POST", person, posts[title], SURE[rule], evidence, rule))
