"""Loading, the whole truth: any order, any batches, twice, replaced, retracted: the graph is what its articles say."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from graph.records import Article, Entity, Evidence, Mention, Record, Relation
from graph.store.base import LoadReport
from tests.conftest import wipe
from tests.contract.articles import articles
from tests.graph.samples import PLACE, TEXT, article, attended, event, person

if TYPE_CHECKING:
    from graph.store.bolt import BoltStore

few = settings(
    max_examples=8,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def _fresh(store: BoltStore, found: list[list[Record]], *, batch: int = 200) -> str:
    wipe(store)
    store.load(chain.from_iterable(found), batch=batch)
    return store.checksum()


@few
@given(found=articles(), data=st.data())
def test_order_and_batches_do_not_matter(store: BoltStore, found: list[list[Record]], data: st.DataObject) -> None:
    expected = _fresh(store, found)
    assert store.load(chain.from_iterable(found)) == LoadReport(unchanged=len(found))
    assert store.checksum() == expected
    shuffled = data.draw(st.permutations(found))
    assert _fresh(store, list(shuffled), batch=data.draw(st.integers(1, 3))) == expected


@few
@given(found=articles(), data=st.data())
def test_retracting_is_the_exact_inverse(store: BoltStore, found: list[list[Record]], data: st.DataObject) -> None:
    ids = [records[0].id for records in found if isinstance(records[0], Article)]
    gone = data.draw(st.lists(st.sampled_from(ids), unique=True))
    expected = _fresh(store, [records for name, records in zip(ids, found, strict=True) if name not in gone])
    _fresh(store, found)
    assert store.retract(gone) == len(gone)
    assert store.checksum() == expected
    assert store.retract(gone) == 0


@few
@given(old=articles(), new=articles())
def test_a_replaced_article_leaves_nothing_behind(
    store: BoltStore, old: list[list[Record]], new: list[list[Record]]
) -> None:
    expected = _fresh(store, [*new, *old[len(new) :]])
    _fresh(store, old)
    store.load(chain.from_iterable(new))
    assert store.checksum() == expected


def test_what_several_articles_say_of_one_thing(store: BoltStore) -> None:
    found = [
        article("a#1", rank=2, published="2024-05-08"),
        article("b#1", rank=1, published="2024-05-07"),
        article("c#1", rank=1, published=None),
    ]
    assert store.load(chain.from_iterable(found)) == LoadReport(loaded=3)
    assert store.counts() == {
        "Article": 3,
        "Sentence": 3,
        "Person": 1,
        "Event": 1,
        "ATTENDED": 1,
        "HAS_SENTENCE": 3,
        "MENTIONS": 6,
    }
    table = store.read("MATCH (p:Person)-[r:ATTENDED]->(e:Event) RETURN p, r, e")
    ((who, relation, what),) = table.rows
    assert dict(who.items()) == {
        "id": f"person:{PLACE}/林远山",
        "name": "林远山",
        "aliases": ["别称1", "别称2"],
        "jurisdiction": PLACE,
    }
    assert what["date"] == "2024-05-06"
    end = len(TEXT)
    assert {name: value for name, value in relation.items() if name != "id"} == {
        "evidence": [f"a#1@0-{end}", f"b#1@0-{end}", f"c#1@0-{end}"],
        "rules": ["lead.chair"],
        "confidence": 0.7,
        "first_seen": "2024-05-07",
        "last_seen": "2024-05-08",
        "rank": 1,
        "role": "leader",
    }
    store.retract(["a#1"])
    ((relation, aliases),) = store.read("MATCH (p:Person)-[r:ATTENDED]->() RETURN r, p.aliases").rows
    assert (relation["confidence"], relation["last_seen"], aliases) == (0.6, "2024-05-07", ["别称1"])


def test_a_precise_date_wins_over_the_imprecise_ones_it_agrees_with(store: BoltStore) -> None:
    for name, date in [
        ("a#1", "2024-05"),
        ("b#1", "2024-05-06"),
        ("c#1", "2024"),
        ("d#1", "2024-05-09"),
        ("e#1", "2024-05-09"),
    ]:
        store.load([Article(id=name), event(name, date=date)])
    assert store.read("MATCH (e:Event) RETURN e.date").rows == (("2024-05-09",),)
    store.retract(["e#1"])
    assert store.read("MATCH (e:Event) RETURN e.date").rows == (("2024-05-06",),)


def test_the_losing_name_is_an_alias(store: BoltStore) -> None:
    for number, name in enumerate(["市局", "市公安局", "市公安局"]):
        store.load([Article(id=f"{number}#1"), Entity(id="organization:x", kind="Organization", name=name)])
    assert store.read("MATCH (o:Organization) RETURN o.name, o.aliases").rows == (("市公安局", ["市局"]),)


def test_mentions_hang_on_the_sentence_that_covers_them(store: BoltStore) -> None:
    who, what = person("林远山", "a#1"), event("a#1")
    far = Entity(id="place:x", kind="Place", name="石桥水库", mentions=[Mention(article="a#1", start=100, end=104)])
    records: list[Record] = [Article(id="a#1"), who, what, far, attended(who, what, "a#1")]
    assert store.load(records).rejected == ()
    rows = store.read(
        "MATCH (a:Article)-[:HAS_SENTENCE]->(s:Sentence)-[m:MENTIONS]->(n) "
        "RETURN s.start AS start, s.text AS text, m.start AS at, m.text AS words, n.name AS name ORDER BY at"
    ).rows
    assert rows == (
        (0, TEXT, 4, "林远山", "林远山"),
        (0, TEXT, 9, TEXT[9:17], "全县防汛工作会议"),
        (100, "石桥水库", 100, "石桥水库", "石桥水库"),
    )


def test_every_evidence_is_a_sentence(store: BoltStore) -> None:
    store.load(article("a#1"))
    rows = store.read(
        "MATCH ()-[r:ATTENDED]->() UNWIND r.evidence AS id MATCH (a:Article)-[:HAS_SENTENCE]->(s:Sentence {id: id}) "
        "RETURN a.id, s.text"
    ).rows
    assert rows == (("a#1", TEXT),)


def test_what_does_not_fit_is_refused_and_the_rest_loads(store: BoltStore) -> None:
    who, what = person("林远山", "a#1"), event("a#1")
    good = attended(who, what, "a#1")
    records: list[Record] = [
        person("早到", "a#1"),  # before any article
        Article(id="a#1"),
        who,
        what,
        good,
        Relation(type="ATTENDED", source=who.id, target="event:nobody", evidence=good.evidence, confidence=1),
        Relation(type="CHAIRED", source=what.id, target=what.id, evidence=good.evidence, confidence=1),
        person("别处", "b#1"),
        Entity(id=who.id, kind="Place", name="林远山"),
        Relation(
            type="CHAIRED",
            source=who.id,
            target=what.id,
            evidence=[Evidence(article="a#1", start=0, end=2, text="县长", rule="r"), *good.evidence[:0]],
            confidence=2,
        ),
        Relation(
            type="CHAIRED",
            source=who.id,
            target=what.id,
            evidence=[Evidence(article="a#1", start=0, end=len(TEXT), text="另" * len(TEXT), rule="r")],
            confidence=1,
        ),
    ]
    report = store.load(records)
    assert (report.loaded, store.counts()["ATTENDED"], "CHAIRED" in store.counts()) == (1, 1, False)
    assert sorted((each.where, each.field) for each in report.rejected) == [
        ("record 1", None),
        ("record 10", "$.confidence"),
        ("record 11", "$.evidence[0].text"),
        ("record 6", "$.target"),
        ("record 7", "$.type"),
        ("record 8", "$.mentions[0].article"),
        ("record 9", "$.kind"),
    ]
    assert all(each.line.startswith("{") for each in report.rejected)


def test_much_evidence_at_once_is_what_it_is_one_by_one(store: BoltStore) -> None:
    """Above a few pieces the list is written anew; below, the server sorts them in."""
    found = [article(f"{number:02}#1", rank=number % 3 + 1) for number in (5, 3, 8, 1, 9, 2, 7, 4, 6)]
    for records in found:
        store.load(records)
    expected = store.checksum()
    ((evidence,),) = store.read("MATCH ()-[r:ATTENDED]->() RETURN r.evidence").rows
    assert evidence == sorted(evidence)
    wipe(store)
    store.load(chain.from_iterable(found[:2]))
    store.load(chain.from_iterable(found))
    assert store.checksum() == expected
    assert store.read("MATCH ()-[r:ATTENDED]->() RETURN r.evidence").rows == ((evidence,),)
    two = _fresh(store, found[:2])
    _fresh(store, found)
    store.retract([records[0].id for records in found[2:] if isinstance(records[0], Article)])
    assert store.checksum() == two


def test_articles_tells_what_is_there(store: BoltStore) -> None:
    store.load([*article("a#1", sha256="1" * 64), *article("b#1")])
    assert store.articles() == {"a#1": "1" * 64, "b#1": None}


def test_the_later_of_two_versions_in_one_stream_stands(store: BoltStore) -> None:
    report = store.load([*article("a#1", rank=1), *article("a#1", rank=2)])
    assert report == LoadReport(loaded=1, replaced=1)
    assert store.read("MATCH ()-[r:ATTENDED]->() RETURN r.rank").rows == ((2,),)


@pytest.mark.parametrize("name", ["a'}) DETACH DELETE n //", "\\u0027) //", "`]->() //", "$rows", "𠮷田", "a\n"])
def test_values_stay_values(store: BoltStore, name: str) -> None:
    who = Entity(id=f"person:{name}", kind="Person", name=name, mentions=[])
    assert store.load([Article(id=name, title=name), who]).rejected == ()
    assert store.read("MATCH (p:Person) RETURN p.name").rows == ((name,),)
    assert store.retract([name]) == 1
    assert store.counts() == {}
