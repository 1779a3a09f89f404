"""Why an answer is empty although the graph has what is named: a condition, or what the articles do not say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from graph.ontology import ontology
from graph.store.base import Store
from queries import asking
from queries.catalogue import Question

SIGNS = "“”‘’\"'《》〈〉「」『』（）()【】〔〕［］[]"
"""Signs without which names of events are compared: they are typed one way in one paper and another in the next."""
_CONDITIONS = ("place", "since", "until", "day", "kind", "type", "text", "below")
_ABSENT = """\
MATCH (e:Event)
WHERE any(name IN coalesce(e.aliases, []) + [e.name]
          WHERE reduce(bare = name, sign IN $signs | replace(bare, sign, '')) CONTAINS $event)
  AND ($day IS NULL OR e.date STARTS WITH $day)
  AND ($place IS NULL OR e.jurisdiction CONTAINS $place)
WITH DISTINCT e
RETURN e.name AS name, e.kind AS kind, e.date AS date, COUNT { (e)<-[:ATTENDED]-(:Person) } AS people, COUNT {
  MATCH (other:Event)
  WHERE other.jurisdiction = e.jurisdiction AND other.kind = e.kind AND other.date < e.date
    AND other.date >= toString(toInteger(substring(e.date, 0, 4)) - 1) + substring(e.date, 4)
    AND EXISTS { (other)<-[:ATTENDED]-(:Person) }
  RETURN other
} AS before
ORDER BY date, e.id
LIMIT 3
"""


def bare(name: str) -> str:
    """A name without `SIGNS`; the name itself where it is of nothing else."""
    return name.translate(dict.fromkeys(map(ord, SIGNS))) or name


def reasons(store: Store, question: Question, given: Mapping[str, Any]) -> Iterator[str]:
    """Lines: without which condition there would be rows; else what the articles do not say, as far as is known."""
    said = False
    for line in _conditions(store, question, given):
        said = True
        yield line
    if said:
        return
    if question.name == "absent":
        yield from _absent(store, given)
    elif question.header.none:
        yield f"{question.header.none.zh} {question.header.none.en}"


def _conditions(store: Store, question: Question, given: Mapping[str, Any]) -> Iterator[str]:
    """Each condition without which there are rows; if none is alone to blame, all of them."""

    def answered(without: tuple[str, ...], **more: Any) -> bool:
        kept = {key: value for key, value in given.items() if key not in without}
        return len(asking.ask(store, question, {**kept, **more}, limit=1)) > 0

    used = tuple(key for key in _CONDITIONS if given.get(key) is not None and not _required(question, key))
    alone: list[tuple[str, ...]] = [(key,) for key in used if answered((key,))]
    for blamed in alone or ([used] if len(used) > 1 and answered(used) else []):
        words = " ".join(f"{key}={given[key]}" for key in blamed)
        yield f"不加 {words} 就有结果。 Without {words} there are rows."
    if not alone and "at_least" in question.header.params and answered((), at_least=1):
        yield "加上 at_least=1 就有结果。 With at_least=1 there are rows."


def _required(question: Question, key: str) -> bool:
    return key not in question.header.params or question.header.params[key].required


def _absent(store: Store, given: Mapping[str, Any]) -> Iterator[str]:
    """Of each event that is meant, why nobody is missing at it."""
    wanted: dict[str, Any] = {"event": bare(str(given["event"]).strip()), "signs": list(SIGNS)}
    wanted |= {key: given.get(key) or None for key in ("day", "place")}
    for name, kind, date, people, before in store.read(_ABSENT, wanted).rows:
        zh = ontology().values.get(kind, kind)
        if not date or date.startswith("-"):
            yield f"“{name}”年份不明，无从比较。 The year of this event is not known: nothing to compare it with."
        elif not people:
            yield f"“{name}”没有名单。 No roster of this event is known."
        elif not before:
            yield (
                f"“{name}”（{date}）之前一年没有带名单的同类活动（{zh}）。 "
                f"No event of its kind ({kind}) with a roster is known in the year before."
            )
        else:
            yield (
                f"“{name}”（{date}）之前一年 {before} 次同类活动（{zh}）的到场者这次都到了。 "
                f"Everybody of the {before} events of its kind ({kind}) in the year before came."
            )
