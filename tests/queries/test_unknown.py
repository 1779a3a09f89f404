"""Free Cypher that finds nothing: what in it the ontology does not have, and what is near."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries import Graph
from queries.catalogue import catalogue
from queries.unknown import unknown
from tests.queries.commandline import run


@pytest.mark.parametrize(
    ("cypher", "name", "near"),
    [
        ("MATCH (p:Persn) RETURN p", "Persn", "Person"),
        ("MATCH (p:person {name: 'x'}) RETURN p", "person", "Person"),
        ("MATCH (:人物) RETURN 1", "人物", "Person"),
        ("MATCH (n:Person|Organisation) RETURN n", "Organisation", "Organization"),
        ("MATCH (n) WHERE n:Evnt RETURN n", "Evnt", "Event"),
        ("MATCH (n:`Persons`) RETURN n", "Persons", "Person"),
        ("MATCH (p)-[:ATENDED]->() RETURN p", "ATENDED", "ATTENDED"),
        ("MATCH (p)-[r:ATTENDED|attended*1..3]->() RETURN p", "attended", "ATTENDED"),
        ("MATCH (p)-[r:参加]->() RETURN p", "参加", "ATTENDED"),
        ("MATCH (p:Person {nme: 'x'}) RETURN p", "nme", "name"),
        ("MATCH (p:Person) WHERE p.jurisdction = 'x' RETURN p", "jurisdction", "jurisdiction"),
        ("MATCH (p:Person) WHERE p.姓名 = 'x' RETURN p", "姓名", "name"),
        ("MATCH (p:Person) WHERE p.title = 'x' RETURN p", "title", "Post.title"),
        ("MATCH ()-[r:ATTENDED {rang: 1}]->() RETURN r", "rang", "rank"),
        ("MATCH (e:Event WHERE e.dat = '2023') RETURN e", "dat", "date"),
        ("MATCH (e) WHERE EXISTS { (e)<-[:CHAIRD]-() } RETURN e", "CHAIRD", "CHAIRED"),
    ],
)
def test_what_the_ontology_does_not_have_is_told(cypher: str, name: str, near: str) -> None:
    (line,) = unknown(cypher)
    assert f"“{name}”" in line
    assert f" {name}" in line.split("The ontology has no")[1]
    assert near in line.split("near: ")[1].split("、")


@pytest.mark.parametrize(
    "cypher",
    [
        "MATCH (p:Person) WHERE p.name = '(x:Persn)-[:FOO]->()' RETURN p // (q:Nobody) q.nme",
        'MATCH (p) /* (x:Persn {nme: 1}) */ WHERE p.name = "it\\"s (x:Persn)" RETURN p',
        "MATCH (p:Person) WITH {nme: p.name, foo: 1} AS row WHERE row.nme = 'x' RETURN row.foo",
        "MATCH (p:Person) RETURN collect({who: p.name, what: 1}) AS told",
        "UNWIND $rows AS p RETURN p.anything, $q.whatever",
        "MATCH (p:Person) WITH collect(p) AS ps UNWIND ps AS one RETURN one.whatever",
        "MATCH (p:Person) RETURN [x IN [{a: 1}] | x.a], reduce(n = 0, x IN [1] | n + x)",
        "MATCH w = (a:Person)-[*1..3]-(b) RETURN nodes(w)[0].foo, startNode(last(relationships(w))).foo, a['foo']",
        "MATCH (p:Person) WHERE p._tally > 0 RETURN date('2023-01-01').year AS foo, p {.name, bar: 1}",
        "MATCH (e:Event) CALL (e) { MATCH (e)<-[r:ATTENDED]-(x) RETURN count(x) AS n } RETURN e.half_day, n",
        "CALL db.index.fulltext.queryNodes('sentence_text', '经济') YIELD node AS s RETURN s.text",
        "MATCH (a:Article)-[:HAS_SENTENCE]->(s:Sentence)-[m:MENTIONS]->(n) RETURN a.url, s.start, m.end, n.id",
        "MATCH (x)-[r]->() WHERE r.confidence < 0.5 AND r.rules = [] AND x.code IS NULL RETURN x.title",
        "MATCH (p:Person) RETURN ({foo: 1}).foo, (p {.name, bar: 1}), [{baz: p.name}]",
        "RETURN CASE WHEN true THEN {a: 1} ELSE null END AS m",
    ],
)
def test_what_is_no_such_name_is_left_alone(cypher: str) -> None:
    assert unknown(cypher) == []


def test_the_rooms_own_questions_use_what_is_known() -> None:
    assert {name: unknown(one.cypher) for name, one in catalogue().items() if unknown(one.cypher)} == {}
    for file in files("queries.view").joinpath("cypher").iterdir():
        text = re.sub(":(Kind|Relation)", "", file.read_text(encoding="utf-8"))
        assert unknown(text) == [], file.name


@given(st.text(alphabet="(p:)-[]{}'\"`/*\\.n, AS\n"))
def test_any_text_is_looked_at(text: str) -> None:
    assert isinstance(unknown(text), list)


def test_it_is_told_where_an_answer_says_nothing(embedded_county: Graph) -> None:
    for cypher in (
        "MATCH (p:Persn) RETURN p.name",
        "MATCH (p:Persn) RETURN count(p) AS n",
        "MATCH (p:Person) RETURN p.nme LIMIT 3",
    ):
        assert "The ontology has no" in run(embedded_county, "query", cypher).stderr
        found = run(embedded_county, "shell", input=cypher + ";\n")
        assert "The ontology has no" in found.stderr
    for cypher in ("MATCH (p:Person) RETURN p.name LIMIT 3", "MATCH (p:Person {name: '无此人'}) RETURN p.name"):
        assert run(embedded_county, "query", cypher).stderr == ""
