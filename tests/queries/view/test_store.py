"""Pictures of a store: around a name, an event, an organization, who was seen together, an answer, everything.

The store is the embedded one with the samples' records; what must be seen is asked of it in other words.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import pytest

from graph.ontology import ontology
from graph.store.base import Store
from queries.view import draw, view
from queries.view.model import LeftOut

STATED = list(ontology().relations)


def ids(store: Store, cypher: str, **parameters: object) -> set[str]:
    return {row[0] for row in store.read(cypher, parameters).rows}


def pairs(store: Store, cypher: str, **parameters: object) -> set[tuple[str, str, str]]:
    return {(row[0], row[1], row[2]) for row in store.read(cypher, parameters).rows}


def test_everything(store: Store) -> None:
    data = view(store).data
    counts = store.counts()
    kinds = {kind: counts[kind] for kind in ontology().kinds if counts.get(kind)}
    assert Counter(node.kind for node in data.nodes) == kinds
    assert Counter(edge.type for edge in data.edges) == {name: counts[name] for name in STATED if counts.get(name)}
    held = [node.properties for node in data.nodes] + [edge.properties for edge in data.edges]
    assert not [name for properties in held for name in properties if name.startswith("_")]
    assert data.left_out is None


def test_the_most_connected_part_of_everything(store: Store) -> None:
    data = view(store, max_nodes=30).data
    counts = store.counts()
    total = sum(counts.get(kind, 0) for kind in ontology().kinds), sum(counts.get(name, 0) for name in STATED)
    assert data.left_out == LeftOut(*total)
    busiest = "MATCH (n)-[r]-() WHERE type(r) IN $types RETURN n.id, count(r) AS c ORDER BY c DESC, n.id LIMIT 30"
    assert {node.id for node in data.nodes} == ids(store, busiest, types=STATED)
    within = "MATCH (a)-[r]->(b) WHERE a.id IN $ids AND b.id IN $ids RETURN a.id, type(r), b.id"
    expected = pairs(store, within, ids=[node.id for node in data.nodes])
    assert {(edge.source, edge.type, edge.target) for edge in data.edges} == expected


@pytest.mark.parametrize("hops", [1, 2])
def test_around_a_name(store: Store, hops: int) -> None:
    data = view(store, around="林晓峰", hops=hops).data
    called = ids(store, "MATCH (n) WHERE n.name = '林晓峰' OR '林晓峰' IN n.aliases RETURN n.id")
    members = set(called)
    for _ in range(hops):
        near = "MATCH (a)-[r]-(b) WHERE a.id IN $ids AND type(r) IN $types RETURN b.id"
        members |= ids(store, near, ids=sorted(members), types=STATED)
    assert set(data.focus) == called
    assert len(called) == 2  # two jurisdictions, two people
    assert {node.id for node in data.nodes} == members


def test_every_sentence_stands_where_it_says(store: Store) -> None:
    data = view(store).data
    assert {name for edge in data.edges for name in edge.evidence} == set(data.sentences)
    lines: dict[str, list[tuple[int, int, str]]] = {}
    for article, start, end, text in store.read(
        "MATCH (a:Article)-[:HAS_SENTENCE]->(s:Sentence) RETURN a.id, s.start, s.end, s.text"
    ).rows:
        lines.setdefault(article, []).append((start, end, text))
    named = {node.id: {node.name, *node.aliases} for node in data.nodes}
    mentions = 0
    for one in data.sentences.values():
        assert (one.start, one.end, one.text) in lines[one.article.id]
        assert one.id.endswith(f"@{one.start}-{one.end}")
        before = [text for _, end, text in sorted(lines[one.article.id]) if end <= (one.start or 0)]
        after = [text for start, _, text in sorted(lines[one.article.id]) if start >= (one.end or 0)]
        assert one.before == (before[-1] if before else "")
        assert one.after == (after[0] if after else "")
        for mention in one.mentions:
            mentions += 1
            assert 0 <= mention.start < mention.end <= len(one.text)
    assert mentions > 300
    exact = sum(one.text[m.start : m.end] in named[m.node] for one in data.sentences.values() for m in one.mentions)
    assert exact > mentions * 0.6  # others are 会议, 县委书记 and the like


def test_an_event_with_its_roster(store: Store) -> None:
    shown = view(store, event="全县经济工作会议")
    data = shown.data
    roster = store.read(
        "MATCH (p)-[r:ATTENDED]->(e:Event {name: '全县经济工作会议'}) WHERE r.rank IS NOT NULL "
        "RETURN p.id, r.rank ORDER BY r.rank"
    ).rows
    attended = [edge for edge in data.edges if edge.type == "ATTENDED" and "rank" in edge.properties]
    seen = sorted((edge.properties["rank"], edge.source) for edge in attended)
    assert [(rank, name) for name, rank in roster] == seen
    assert len(seen) > 5
    assert [node.kind for node in data.nodes if node.id in data.focus] == ["Event"]


def test_an_organization_and_its_people(store: Store) -> None:
    data = view(store, organization="县住建局").data
    assert data.opens == "timeline"
    staff = ids(
        store, "MATCH (p:Person)-[:HOLDS_POST]->(:Post)-[:POST_OF]->(o:Organization {name: '县住建局'}) RETURN p.id"
    )
    assert len(staff) >= 2
    assert staff <= {node.id for node in data.nodes}
    events = pairs(
        store,
        "MATCH (p:Person)-[r:ATTENDED]->(e:Event) WHERE p.id IN $ids RETURN p.id, type(r), e.id",
        ids=sorted(staff),
    )
    assert events <= {(edge.source, edge.type, edge.target) for edge in data.edges}


@pytest.mark.parametrize(("since", "until"), [(None, None), ("2023-06", "2023-12"), ("2024", None)])
def test_who_was_seen_together(store: Store, since: str | None, until: str | None) -> None:
    data = view(store, coattendance=True, since=since, until=until).data
    assert data.title.startswith("同场网络")
    assert (since or "") in data.title
    rosters: dict[str, set[str]] = {}
    for person, event, day in store.read("MATCH (p:Person)-[:ATTENDED]->(e:Event) RETURN p.id, e.id, e.date").rows:
        day = day or ""
        if (since is None or day >= since) and (until is None or ("0" < day <= until + "~")) and (since is None or day):
            rosters.setdefault(event, set()).add(person)
    times = Counter(pair for people in rosters.values() for pair in combinations(sorted(people), 2))
    assert {(edge.source, edge.target): len(edge.dates) for edge in data.edges} == times
    assert len(times) > 20
    for edge in data.edges:
        assert len(edge.properties["events"]) == len(edge.dates)
        assert edge.evidence


def test_the_answer_to_a_question(store: Store) -> None:
    whole = view(store, "MATCH p = (a:Person)-[:ATTENDED]->(e:Event)-[:LOCATED_IN]->(l:Place) RETURN p").data
    expected = pairs(store, "MATCH (a:Person)-[r:ATTENDED]->(e:Event)-[:LOCATED_IN]->() RETURN a.id, type(r), e.id")
    places = "MATCH (e:Event)-[r:LOCATED_IN]->(l:Place) WHERE (e)<-[:ATTENDED]-(:Person) RETURN e.id, type(r), l.id"
    expected |= pairs(store, places)
    assert {(edge.source, edge.type, edge.target) for edge in whole.edges} == expected
    assert whole.sentences


def test_relations_without_their_ends_and_nodes_without_relations(store: Store) -> None:
    bare = view(store, "MATCH (:Person)-[r:CHAIRED]->(:Event) RETURN r").data
    expected = pairs(store, "MATCH (a)-[r:CHAIRED]->(b) RETURN a.id, type(r), b.id")
    assert {(edge.source, edge.type, edge.target) for edge in bare.edges} == expected
    assert {node.kind for node in bare.nodes} == {"Person", "Event"}
    assert all(node.name for node in bare.nodes)
    nodes = view(store, "MATCH (n) WHERE n:Person OR n:Event RETURN collect(n) AS all").data
    joined = "MATCH (a)-[r]->(b) WHERE (a:Person OR a:Event) AND (b:Person OR b:Event) RETURN a.id, type(r), b.id"
    assert {(edge.source, edge.type, edge.target) for edge in nodes.edges} == pairs(store, joined)


def test_articles_and_sentences_can_be_drawn(store: Store) -> None:
    held = "MATCH (a:Article)-[h:HAS_SENTENCE]->(s:Sentence)-[m:MENTIONS]->(n:Person) RETURN a, h, s, m, n LIMIT 40"
    data = view(store, held).data
    assert {node.kind for node in data.nodes} == {"Article", "Sentence", "Person"}
    assert {edge.type for edge in data.edges} == {"HAS_SENTENCE", "MENTIONS"}
    assert not [name for node in data.nodes for name in node.properties if name.startswith("_")]


def test_without_a_store_an_answer_is_drawn_as_it_is(store: Store) -> None:
    table = store.read("MATCH (a:Person)-[r:CHAIRED]->(e:Event) RETURN a, r, e")
    assert len(draw(None, table).data.edges) == len(table)
    assert draw(None, table).data.sentences == {}
    assert len(draw(store, table, timeline=True).data.sentences) > 0
