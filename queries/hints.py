"""Why an answer is empty: what the graph has nothing of, and what it has that is called nearly so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from graph.store.base import Store
from queries.catalogue import Question

NAMES = ("name", "a", "b", "who", "organization", "event", "title", "matter")
"""The parameters of questions that name something in the graph."""
MOST = 5
_NEAR = """\
MATCH (n:Person|Organization|Place|Event|Post|Matter)
WITH n.name AS name, coalesce(n.aliases, []) + [n.name, coalesce(n.title, n.name)] AS forms
WHERE any(form IN forms WHERE form CONTAINS $start OR form CONTAINS $end)
WITH DISTINCT name, any(form IN forms WHERE form = $word OR ($part AND form CONTAINS $word)) AS meant
RETURN name, meant
ORDER BY meant DESC, abs(size(name) - size($word)), name
LIMIT $most
"""
_PLACES = "MATCH (n:Person|Organization|Event) WHERE n.jurisdiction CONTAINS $place RETURN n.id LIMIT 1"


def hints(store: Store, question: Question, given: Mapping[str, Any]) -> Iterator[str]:
    """A line for each name that was `given` to a question and that nothing in the graph has.

    What is near has the first or the last two characters of the name.
    """
    for parameter in question.header.params:
        word = str(given.get(parameter) or "").strip()
        if parameter == "place":
            yield from no_such_place(store, word)
        if parameter not in NAMES or not word:
            continue
        part = f"CONTAINS ${parameter}" in question.cypher
        near = store.read(_NEAR, {"word": word, "start": word[:2], "end": word[-2:], "part": part, "most": MOST}).rows
        if not any(meant for _, meant in near):
            names = "、".join(str(name) for name, _ in near)
            yield f"图中没有“{word}”。 Nothing in the graph is called so." + (f" 相近 near: {names}" if names else "")


def no_such_place(store: Store, place: str | None) -> Iterator[str]:
    """A line where no jurisdiction in the graph has `place` in its name."""
    if place and not store.read(_PLACES, {"place": place}).rows:
        yield f"图中没有辖区“{place}”。 No jurisdiction in the graph is called so."
