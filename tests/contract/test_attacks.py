"""Ways around read-only: after all of them the graph is what it was, and nothing from outside was read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph.errors import GuanxiError
from tests.graph.samples import article

if TYPE_CHECKING:
    from graph.store.bolt import BoltStore

SECRET = "the-secret-of-this-file"

ATTACKS = [
    "CREATE (n:Person {id: 'evil'})",
    "MERGE (n:Person {id: 'evil'})",
    "MATCH (n:Person) SET n.name = 'evil'",
    "MATCH (n:Person) SET n += {name: 'evil'}",
    "MATCH (n:Person) SET n = {}",
    "MATCH (n:Person) SET n:Evil",
    "MATCH (n:Person) SET n:$('Evil')",
    "MATCH (n:Person) REMOVE n.name",
    "MATCH (n:Person) REMOVE n:Person",
    "MATCH (n) DETACH DELETE n",
    "MATCH (n) OPTIONAL MATCH (n)-[r]-() DELETE r, n",
    "MATCH ()-[r]->() DELETE r",
    "MATCH (a:Person), (e:Event) CREATE (a)-[:CHAIRED]->(e)",
    "MATCH (a:Person), (e:Event) MERGE (a)-[:CHAIRED]->(e)",
    "MATCH (n:Person) FOREACH (x IN [1] | SET n.name = 'evil')",
    "FOREACH (x IN [1, 2] | CREATE (:Person {id: 'evil' + x}))",
    "UNWIND [1] AS x CREATE (:Person {id: 'evil'}) RETURN 1",
    "UNWIND [1] AS x CALL { CREATE (:Person {id: 'evil'}) } RETURN x",
    "UNWIND [1] AS x CALL { WITH x CREATE (:Person {id: 'evil'}) } RETURN x",
    "UNWIND [1] AS x CALL (x) { CREATE (:Person {id: 'evil'}) } RETURN x",
    "UNWIND [1] AS x CALL { WITH x CREATE (:Person {id: 'evil'}) } IN TRANSACTIONS OF 1 ROWS RETURN x",
    "MATCH (n) CALL { WITH n DETACH DELETE n } IN TRANSACTIONS",
    "MATCH (n) CALL { WITH n DETACH DELETE n } IN CONCURRENT TRANSACTIONS",
    "RETURN 1 AS x UNION CREATE (:Person {id: 'evil'}) RETURN 2 AS x",
    "MATCH (n:Person) WITH n LIMIT 1 SET n.name = 'evil' RETURN n",
    "/* MATCH */ CREATE (:Person {id: 'evil'})",
    "// RETURN 1\nCREATE (:Person {id: 'evil'})",
    "MATCH (n) RETURN n /* */ ; CREATE (:Person {id: 'evil'})",
    "RETURN 1; CREATE (:Person {id: 'evil'})",
    "RETURN 1;\nMATCH (n) DETACH DELETE n;",
    "\\u0043REATE (:Person {id: 'evil'})",
    "CREATE (:`Per\\u0073on` {id: 'evil'})",
    "RETURN 'x\\u0027}) CREATE (:Person {id: \\u0027evil\\u0027}) //'",
    "  \n\t CREATE (:Person {id: 'evil'})",
    "\ufeffCREATE (:Person {id: 'evil'})",
    "cReAtE (:Person {id: 'evil'})",
    "PROFILE CREATE (:Person {id: 'evil'})",
    "PROFILE MATCH (n) DETACH DELETE n",
    "EXPLAIN CREATE (:Person {id: 'evil'})",
    "/* */ PROFILE CREATE (:Person {id: 'evil'})",
    "/* EXPLAIN */ PROFILE MATCH (n) DETACH DELETE n",
    "CYPHER 5 CREATE (:Person {id: 'evil'})",
    "CYPHER 5 PROFILE CREATE (:Person {id: 'evil'})",
    "CYPHER runtime=slotted CREATE (:Person {id: 'evil'})",
    "PROFILE CYPHER 5 MATCH (n) DETACH DELETE n",
    "EXPLAIN PROFILE MATCH (n) DETACH DELETE n",
    "CREATE INDEX evil FOR (n:Person) ON (n.evil)",
    "CREATE CONSTRAINT evil FOR (n:Person) REQUIRE n.evil IS UNIQUE",
    "CREATE FULLTEXT INDEX evil FOR (n:Person) ON EACH [n.name]",
    "DROP CONSTRAINT person_id",
    "DROP INDEX person_name",
    "DROP INDEX sentence_text IF EXISTS",
    "CREATE DATABASE evil",
    "DROP DATABASE neo4j",
    "DROP DATABASE guanxi",
    "ALTER DATABASE neo4j SET ACCESS READ ONLY",
    "STOP DATABASE neo4j",
    "CREATE USER evil SET PASSWORD 'evil-evil'",
    "ALTER USER neo4j SET PASSWORD 'evil-evil'",
    "ALTER CURRENT USER SET PASSWORD FROM 'guanxi-tests' TO 'evil-evil'",
    "DROP USER neo4j",
    "GRANT ROLE admin TO reader",
    "SHOW USERS",
    "SHOW SETTINGS",
    "USE system SHOW USERS",
    "USE system CREATE USER evil SET PASSWORD 'evil-evil'",
    "LOAD CSV FROM 'file://{file}' AS line RETURN line",
    "LOAD CSV FROM 'file:///{file}' AS line RETURN line",
    "LOAD CSV FROM '{file}' AS line RETURN line",
    "LOAD CSV WITH HEADERS FROM 'file://{file}' AS line RETURN line",
    "PROFILE LOAD CSV FROM 'file://{file}' AS line RETURN line",
    "CALL { LOAD CSV FROM 'file://{file}' AS line RETURN line } RETURN line",
    "LOAD CSV FROM 'http://127.0.0.1:9/x' AS line RETURN line",
    "LOAD CSV FROM 'file://{file}' AS line CREATE (:Person {id: line[0]})",
    "CALL apoc.load.json('file://{file}') YIELD value RETURN value",
    "CALL apoc.cypher.doIt('CREATE (:Person {id: 1})', {}) YIELD value RETURN value",
    "CALL apoc.cypher.runWrite('CREATE (:Person {id: 1})', {})",
    "CALL apoc.create.node(['Person'], {id: 'evil'})",
    "CALL apoc.periodic.iterate('MATCH (n) RETURN n', 'DETACH DELETE n', {})",
    "CALL apoc.export.csv.all('/tmp/evil.csv', {})",
    "CALL db.createLabel('Evil')",
    "CALL db.createProperty('evil')",
    "CALL db.createRelationshipType('EVIL')",
    "CALL db.index.fulltext.createNodeIndex('evil', ['Person'], ['name'])",
    "CALL db.index.fulltext.drop('sentence_text')",
    "CALL db.clearQueryCaches()",
    "CALL db.checkpoint()",
    "CALL dbms.setConfigValue('db.logs.query.enabled', 'off')",
    "CALL dbms.listConfig()",
    "CALL dbms.security.createUser('evil', 'evil', false)",
    "CALL dbms.killQuery('query-1')",
    "CALL `dbms`.`listConfig`()",
    "CALL dbms . listConfig()",
    "INSERT (:Person {id: 'evil'})",
    "DELETE FROM Person",
    "UPDATE Person SET name = 'evil'",
    "IMPORT DATABASE file://{file}",
    "BACKUP DATABASE",
    "RETURN apoc.util.sleep(1)",
]


def test_nothing_gets_through(store: BoltStore, tmp_path: Path) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text(f"{SECRET},1\n", encoding="utf-8")
    store.load(article("a#1"))
    before, schema = store.checksum(), _schema(store)
    answered = []
    for attack in ATTACKS:
        try:
            table = store.read(attack.replace("{file}", str(secret)), limit=100, timeout=20)
        except GuanxiError:
            continue
        answered.append(attack)
        assert SECRET not in repr(table), attack
        assert store.checksum() == before, attack
    assert len(ATTACKS) >= 60
    assert store.checksum() == before
    assert _schema(store) == schema
    assert not [attack for attack in answered if "USER" in attack.upper()]


def _schema(store: BoltStore) -> list[str]:
    indexes = store.read("SHOW INDEXES YIELD name RETURN name ORDER BY name").column("name")
    return [*indexes, *store.read("SHOW CONSTRAINTS YIELD name RETURN name ORDER BY name").column("name")]


@pytest.mark.parametrize(
    "question",
    ["PROFILE MATCH (n) RETURN count(n)", "EXPLAIN MATCH (n) RETURN n", "CALL db.labels()", "CALL dbms.components()"],
)
def test_harmless_questions_are_answered(store: BoltStore, question: str) -> None:
    store.load(article("a#1"))
    store.read(question)
