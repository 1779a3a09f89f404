"""A digest of the whole graph that does not depend on the order of nodes, nor on the store."""

from __future__ import annotations

import hashlib
from typing import Any

import neo4j

_NODES = "MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties"
_RELATIONS = """
MATCH (a)-[r]->(b)
RETURN labels(a) AS from, a.id AS source, type(r) AS type, labels(b) AS to, b.id AS target,
       properties(r) AS properties"""


def of(tx: neo4j.ManagedTransaction) -> str:
    """Read the graph as a stream.

    The digests of its nodes and relationships are added up, so any order gives the same.
    """
    total = 0
    for statement in (_NODES, _RELATIONS):
        for record in tx.run(statement):
            digest = hashlib.sha256(repr(_canonical(record.data())).encode("utf-8", "surrogatepass")).digest()
            total = (total + int.from_bytes(digest)) % (1 << 256)
    return f"{total:064x}"


def _canonical(given: Any) -> Any:
    if isinstance(given, dict):
        return sorted((key, _canonical(each)) for key, each in given.items())
    if isinstance(given, list):
        return sorted(map(_canonical, given), key=repr)
    return given
