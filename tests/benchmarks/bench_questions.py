"""Every named question on a graph of many relations: python -m tests.benchmarks.bench_questions [RELATIONS] [STORE …]

STORE is `embedded`, `neo4j` (started as the contract tests do) or both, the default. The graph is invented: forty
counties or more, each with rosters of a realistic shape (tests.queries.analysis.shapes), as articles with posts,
speeches, venues, hosts and tasks. Medians are of `TURNS` answers with different names each, in milliseconds, the first
one aside: it pays for plans and caches.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.ids import entity_id
from graph.records import Article, Entity, Evidence, Mention, Record, Relation, Sentence, Value
from graph.settings import Settings
from graph.store import open_store
from queries import Graph
from queries.catalogue import catalogue
from tests.contract import neo4j_server
from tests.queries.analysis.shapes import rosters

if TYPE_CHECKING:
    from graph.store.base import Store

TURNS = 5
COUNTIES, PEOPLE = 40, 500
PER_COUNTY = 8_000
"""Relations that a county's five hundred people come to at most; a larger graph has more counties."""
TITLES = ["书记", "县长", "主任", "主席", "副书记", "常委", "副县长", "局长", "副局长"]
KINDS = ["meeting", "inspection", "ceremony", "training"]


def person_name(county: int, who: int, counties: int) -> str:
    """A name; some are borne in two counties."""
    return f"人{(county * PEOPLE + who) % (counties * PEOPLE * 3 // 5)}"


def article(county: int, number: int, roster: list[int], counties: int) -> Iterator[Record]:
    """A county's article about one event: who sat there, spoke, chaired, hosted, where, in which posts, and a task."""
    place = f"第{county}县"
    day = f"202{number % 4}-{1 + number % 12:02}-{1 + number % 28:02}"
    own = f"bench-{county}-{number}"
    people = [person_name(county, who, counties) for who in roster]
    text = (
        f"{day}，{place}第{number}次会议在会堂{number % 6}召开，{'、'.join(people)}出席，"
        f"办公室{number % 8}要办好事项{number % 60}。"
    )
    sha256 = f"{county * 10**6 + number:064x}"
    yield Article(id=own, title=text[:20], place=place, published=day, sha256=sha256, end=len(text))
    yield Sentence(article=own, start=0, end=len(text), text=text)
    proof = [Evidence(article=own, start=0, end=len(text), text=text, rule="bench")]
    made: dict[str, Entity] = {}

    def entity(label: str, name: str, *key: str, **properties: Value) -> str:
        at = max(text.find(name), 0)
        mention = Mention(article=own, start=at, end=at + min(len(name), len(text) - at))
        found = entity_id(label, place, *(key or (name,)))
        made[found] = Entity(
            id=found, kind=label, name=name, mentions=[mention], properties={"jurisdiction": place, **properties}
        )
        return found

    def relation(type_: str, source: str, target: str, **properties: Value) -> Relation:
        sure = 0.5 + number % 50 / 100
        return Relation(
            type=type_, source=source, target=target, evidence=proof, confidence=sure, properties=properties
        )

    event = entity("Event", f"第{number}次会议", day, f"第{number}次会议", kind=KINDS[number % 4], date=day)
    venue = entity("Place", f"会堂{number % 6}", level="site")
    town = entity("Place", f"镇{number % 12}", level="township")
    office = entity("Organization", f"办公室{number % 8}", kind="government")
    above = entity("Organization", f"部门{number % 3}", kind="government")
    matter = entity("Matter", f"事项{number % 60}")
    stated = [
        relation("LOCATED_IN", event, venue),
        relation("LOCATED_IN", venue, town),
        relation("ORGANIZED", office, event),
        relation("PART_OF", office, above),
        relation("RESPONSIBLE_FOR", office, matter, kind="task"),
    ]
    for rank, (who, name) in enumerate(zip(roster, people, strict=True), 1):
        title, where = TITLES[who % 9], f"单位{who % 20}"
        unit = entity("Organization", where, kind="government")
        person = entity("Person", name)
        post = entity("Post", where + title, where, title, title=title, organization=where)
        stated += [relation("ATTENDED", person, event, rank=rank, role="leader" if rank == 1 else "attendee")]
        stated += [relation("HOLDS_POST", person, post), relation("POST_OF", post, unit)]
        if rank <= 2:
            stated.append(relation("SPOKE_AT" if rank == 1 else "CHAIRED", person, event))
    yield from made.values()
    yield from stated


def records(relations: int) -> Iterator[Record]:
    """Articles, county by county in turn, until so many relations have been stated (each counted once)."""
    seen: set[tuple[str, str, str]] = set()
    counties = max(COUNTIES, -(-relations // PER_COUNTY))
    told = [enumerate(rosters(PEOPLE, seed=county)) for county in range(counties)]
    for day in zip(*told, strict=False):
        for county, (number, roster) in enumerate(day):
            for record in article(county, number, roster, counties):
                if isinstance(record, Relation):
                    seen.add((record.type, record.source, record.target))
                yield record
        if len(seen) >= relations:
            return


@contextmanager
def store_of(name: str, folder: Path) -> Iterator[Store]:
    """An empty store of either kind."""
    if name == "embedded":
        with open_store(Settings(db=folder / "graph.db")) as store:
            yield store
    else:
        with neo4j_server.running(folder) as settings, open_store(settings) as store:
            yield store


def given(name: str, turn: int) -> dict[str, Any]:
    """Parameters for a question: people of different fame, so that no answer is the same twice."""
    who, other = f"人{turn * 7}", f"人{turn * 7 + 1}"
    known: dict[str, Any] = {
        "name": who, "a": who, "b": other, "event": f"第{turn * 11}次会议", "since": "2023", "day": None,
        "title": f"单位{turn}{TITLES[turn % 9]}", "words": f"第{turn}次会议",
    }  # fmt: skip
    special: dict[str, dict[str, Any]] = {
        "activities": {"name": f"办公室{turn}"}, "structure": {"name": f"部门{turn}"}, "staff": {"name": f"单位{turn}"},
        "at": {"name": f"镇{turn}"}, "single-source": {"type": "CHAIRED"}, "uncertain": {"below": 0.51},
    }  # fmt: skip
    required = {key for key, one in catalogue()[name].header.params.items() if one.required}
    return {key: known[key] for key in required if key in known} | special.get(name, {})


def measure(graph: Graph) -> dict[str, tuple[float, int]]:
    """Median milliseconds and rows of each question."""
    found = {}
    for name in catalogue():
        times, rows = [], 0
        for turn in range(TURNS + 1):
            start = time.perf_counter()
            rows = len(graph.ask(name, limit=1_000, **given(name, turn)))
            times.append((time.perf_counter() - start) * 1_000)
        found[name] = (statistics.median(times[1:]), rows)
        print(f"  {name:16} {found[name][0]:9.1f} ms {rows:6} rows", file=sys.stderr, flush=True)
    return found


def main() -> None:
    """Load, ask, print one table for the stores given."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    stores = sys.argv[2:] or ["embedded", "neo4j"]
    answers = {}
    for name in stores:
        with tempfile.TemporaryDirectory() as folder, store_of(name, Path(folder)) as store:
            start = time.perf_counter()
            store.load(records(wanted))
            stated = sum(number for kind, number in store.counts().items() if kind.isupper())
            print(f"{name}: {stated:,} relationships loaded in {time.perf_counter() - start:.0f} s", file=sys.stderr)
            answers[name] = measure(Graph(store))
    print("| question | " + " | ".join(f"{name}, ms" for name in stores) + " | rows |")
    print("|---|" + "---|" * (len(stores) + 1))
    for question in catalogue():
        cells = [f"{answers[name][question][0]:.0f}" for name in stores]
        print(f"| `{question}` | {' | '.join(cells)} | {answers[stores[0]][question][1]} |")


if __name__ == "__main__":
    main()
