"""Why an answer is empty: what the graph has nothing of, what it has that is called nearly so, or another reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graph.ontology import ontology
from graph.store.base import Store
from queries import reasons
from queries.catalogue import Question

NAMES = ("name", "a", "b", "who", "organization", "event", "title", "matter")
"""The parameters of questions that name something in the graph."""
MOST = 5
_NEAR = """\
MATCH (n:Person|Organization|Place|Event|Post|Matter)
WHERE $kind IS NULL OR $kind IN labels(n)
WITH labels(n)[0] AS kind, n.name AS name, [form IN coalesce(n.aliases, []) + [n.name, coalesce(n.title, n.name)] |
     reduce(bare = form, sign IN $signs | replace(bare, sign, ''))] AS forms
WITH DISTINCT name, kind, any(form IN forms WHERE form = $word OR ($part AND form CONTAINS $word)) AS meant,
     size([pair IN $pairs WHERE any(form IN forms WHERE form CONTAINS pair)]) AS alike
WHERE meant OR 3 * alike >= size($pairs)
RETURN name, kind, meant
ORDER BY meant DESC, alike DESC, abs(size(name) - size($word)), name, kind
LIMIT $most
"""
_PLACES = "MATCH (n:Person|Organization|Event) WHERE n.jurisdiction CONTAINS $place RETURN n.id LIMIT 1"
_ASKED = re.compile(r"MATCH \(\w+:([\w|]+)")


@dataclass(frozen=True)
class _Found:
    """What the graph has of a name: the kinds of what bears it; where nothing does, the names that are near."""

    kinds: tuple[str, ...]
    near: tuple[str, ...]


def hints(store: Store, question: Question, given: Mapping[str, Any]) -> Iterator[str]:
    """A line for each name that was `given` to a question and that nothing in the graph has, with what is near.

    If the graph has them all, or none was given: which condition left nothing, else what the question can say of it.
    """
    told = False
    named = dict[str, _Found]()
    for parameter in question.header.params:
        word = str(given.get(parameter) or "").strip()
        if parameter == "place":
            for line in no_such_place(store, word):
                told = True
                yield line
        if parameter in NAMES and word:
            found = named[parameter] = _look(store, question, parameter, word)
            if not found.kinds:
                told = True
                names = "、".join(found.near)
                yield f"图中没有“{word}”。 Nothing in the graph is called so." + (
                    f" 相近 near: {names}" if names else ""
                )
    if not told:
        yield from _of_another_kind(question, given, named) or reasons.reasons(store, question, given)


def _look(store: Store, question: Question, parameter: str, word: str) -> _Found:
    """What has the name, and else what shares at least a third of its pairs of characters, the most alike first."""
    event = parameter == "event"
    bare = reasons.bare(word) if event else word
    pairs = list(dict.fromkeys(bare[i : i + 2] for i in range(max(len(bare) - 1, 1))))
    wanted = {
        "word": bare,
        "pairs": pairs,
        "part": f"CONTAINS ${parameter}" in question.cypher,
        "signs": list(reasons.SIGNS) if event else [],
        "kind": {"event": "Event", "matter": "Matter"}.get(parameter),
        "most": MOST,
    }
    rows = store.read(_NEAR, wanted).rows
    kinds = tuple(dict.fromkeys(str(kind) for _, kind, meant in rows if meant))
    return _Found(kinds, tuple(dict.fromkeys(str(name) for name, *_ in rows)))


def _of_another_kind(question: Question, given: Mapping[str, Any], named: Mapping[str, _Found]) -> list[str]:
    """A line for each name that the graph has, but of nothing that the question asks for."""
    first = _ASKED.search(question.cypher)
    asked = first[1].split("|") if first else []
    known = ontology().kinds
    return [
        f"“{given[parameter]}”在图中是{'、'.join(known[kind].zh for kind in found.kinds)}，"
        f"这里问的是{'、'.join(known[kind].zh for kind in asked)}。 "
        f"The graph has it as {', '.join(found.kinds)}; this asks for {' or '.join(asked)}."
        for parameter, found in named.items()
        if asked and parameter in ("name", "a", "b", "who") and not set(found.kinds) & set(asked)
    ]


def no_such_place(store: Store, place: str | None) -> Iterator[str]:
    """A line where no jurisdiction in the graph has `place` in its name."""
    if place and not store.read(_PLACES, {"place": place}).rows:
        yield f"图中没有辖区“{place}”。 No jurisdiction in the graph is called so."
