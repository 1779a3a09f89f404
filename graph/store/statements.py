"""The loader's Cypher. Labels and types come from the ontology; every value is a parameter.

Relations carry an `id` (of type and ends) with a unique constraint: they are found by index, never by walking from an
official whom twenty thousand articles name. Nodes that are there are matched and locked by a write before their tally
is read; nodes that are not are created, and where two loaders create the same one, the constraint makes one try again.
"""

from __future__ import annotations

ARTICLES_LOCKED = """
MATCH (a:Article) WHERE a.id IN $ids
SET a.id = a.id
RETURN a.id AS id, a._digest AS digest, a._claims AS claims"""

ARTICLES_CREATED = "UNWIND $rows AS row CREATE (a:Article) SET a = row"
ARTICLES_DELETED = "MATCH (a:Article) WHERE a.id IN $ids DETACH DELETE a"

SENTENCES_CREATED = """
UNWIND $rows AS row
MATCH (a:Article {id: row.article})
CREATE (a)-[:HAS_SENTENCE]->(:Sentence {id: row.id, text: row.text, start: row.start, end: row.end})"""

SENTENCES_DELETED = "MATCH (a:Article)-[:HAS_SENTENCE]->(s:Sentence) WHERE a.id IN $ids DETACH DELETE s"


def mentions_created(kind: str) -> str:
    """Rows: sentence, entity, start, end, text."""
    return f"""
UNWIND $rows AS row
MATCH (s:Sentence {{id: row.sentence}})
MATCH (n:{kind} {{id: row.entity}})
CREATE (s)-[:MENTIONS {{start: row.start, end: row.end, text: row.text}}]->(n)"""


def entities_locked(kind: str) -> str:
    """Of `ids`, those that are there, with their tallies."""
    return f"MATCH (n:{kind}) WHERE n.id IN $ids SET n.id = n.id RETURN n.id AS id, n._tally AS tally"


def entities_created(kind: str) -> str:
    """Rows: all properties."""
    return f"UNWIND $rows AS row CREATE (n:{kind}) SET n = row"


def entities_changed(kind: str) -> str:
    """Rows: id, properties (null takes one away)."""
    return f"UNWIND $rows AS row MATCH (n:{kind} {{id: row.id}}) SET n += row"


def entities_deleted(kind: str) -> str:
    """By `ids`."""
    return f"MATCH (n:{kind}) WHERE n.id IN $ids DETACH DELETE n"


def relations_read(relation: str) -> str:
    """Of `ids`, those that are there: tallies, and of those in `whole` the evidence.

    Their ends are locked, so nobody else changes them.
    """
    return f"""
MATCH ()-[r:{relation}]->() WHERE r.id IN $ids
RETURN r.id AS id, r._tally AS tally, CASE WHEN r.id IN $whole THEN r.evidence END AS evidence"""


def relations_created(relation: str, source: str, target: str) -> str:
    """Rows: source, target, properties."""
    return f"""
UNWIND $rows AS row
MATCH (a:{source} {{id: row.source}})
MATCH (b:{target} {{id: row.target}})
CREATE (a)-[r:{relation}]->(b)
SET r = row.properties"""


def relations_changed(relation: str) -> str:
    """`rows` by id: properties, and what goes into the sorted evidence and out of it.

    The list is changed where it is: that of a popular relation never travels. A place in it is found by halving (2^24
    pieces are more than a property holds): comparing all of 20,000 took the server more than twice as long.
    """
    return f"""
MATCH ()-[r:{relation}]->() WHERE r.id IN $ids
WITH r, $rows[r.id] AS row
SET r += row.properties,
    r.evidence = reduce(
      kept = CASE WHEN size(row.gone) = 0 THEN r.evidence ELSE [x IN r.evidence WHERE NOT x IN row.gone] END,
      e IN row.come | [
        at IN [reduce(p = [0, size(kept)], step IN range(1, 24) |
          CASE WHEN p[0] = p[1] THEN p
               WHEN kept[(p[0] + p[1]) / 2] < e THEN [(p[0] + p[1]) / 2 + 1, p[1]]
               ELSE [p[0], (p[0] + p[1]) / 2] END)[0]] |
        CASE WHEN kept[at] = e THEN kept ELSE kept[..at] + [e] + kept[at..] END][0])"""


def relations_made_anew(relation: str) -> str:
    """`rows` by id: properties, evidence among them."""
    return f"MATCH ()-[r:{relation}]->() WHERE r.id IN $ids WITH r, $rows[r.id] AS row SET r += row"


def relations_deleted(relation: str) -> str:
    """By `ids`."""
    return f"MATCH ()-[r:{relation}]->() WHERE r.id IN $ids DELETE r"
