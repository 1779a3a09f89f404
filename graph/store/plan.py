"""What a question would do, by Neo4j's own EXPLAIN: its statement type, its operators, the procedures it calls.

The server's READ access mode refuses writes by itself. What it lets through is named here: files and URLs (LOAD CSV),
procedures outside a list, other databases, and commands about transactions, settings, users.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import neo4j
from neo4j.exceptions import CypherSyntaxError

from graph.errors import QueryError, ReadOnlyViolation
from graph.store.mistakes import NO_CYPHER

PROCEDURES = frozenset(
    {
        "db.index.fulltext.listavailableanalyzers",
        "db.index.fulltext.querynodes",
        "db.index.fulltext.queryrelationships",
        "db.info",
        "db.labels",
        "db.propertykeys",
        "db.ping",
        "db.relationshiptypes",
        "db.schema.nodetypeproperties",
        "db.schema.reltypeproperties",
        "db.schema.visualization",
        "dbms.components",
    }
)
"""Procedures that a question may call: they read the graph and nothing else."""

_SHOWN = frozenset({"ShowIndexes", "ShowConstraints", "ShowProcedures", "ShowFunctions"})
_OUTSIDE = re.compile(
    r"LoadCSV|^Show|^Terminate|Administration|Transaction|Foreach|^Create|^Merge|^Delete|^DetachDelete|^Set|^Remove"
    r"|^Drop|^Alter|^Grant|^Deny|^Revoke|^Start|^Stop|^Dump|^Execute|^Rename|Database|Alias|Server"
)
_LEADING = re.compile(r"(?:\s|//[^\n]*(?:\n|$)|/\*.*?\*/)*", re.DOTALL)


def check(tx: neo4j.Transaction, cypher: str, parameters: dict[str, Any]) -> None:
    """Raise ReadOnlyViolation if `cypher` would write or reach outside the graph. It is explained, not run."""
    start = _LEADING.match(cypher)
    body = cypher[start.end() if start else 0 :]
    word = re.match(r"(?i)(explain|profile)\b", body)
    if word and word.group().lower() == "explain":
        return  # never run
    if word:
        body = body[word.end() :]
    prefix = "EXPLAIN "
    try:
        summary = tx.run(prefix + (body if word else cypher), parameters).consume()
    except CypherSyntaxError as error:
        raise QueryError(NO_CYPHER + _unshifted(error.message or "", len(prefix))) from error
    operators = list(_operators(summary.plan))
    for operator, details in operators:
        _allow(operator, details)
    listed = summary.query_type == "s" and "ProcedureCall" in dict(operators)  # dbms.components() counts as schema
    if summary.query_type not in ("r", None) and not listed:
        raise ReadOnlyViolation("The question would change the graph or its schema; questions only read.")


def _operators(plan: Any) -> Iterator[tuple[str, str]]:
    if plan is None:
        return
    yield plan["operatorType"].split("@")[0], str(plan.get("args", {}).get("Details", ""))
    for child in plan.get("children", ()):
        yield from _operators(child)


def _allow(operator: str, details: str) -> None:
    if operator == "ProcedureCall":
        name = re.match(r"\s*([\w.`]+)", details)
        if name is None or name.group(1).replace("`", "").lower() not in PROCEDURES:
            called = name.group(1) if name else details
            raise ReadOnlyViolation(
                f"The question calls the procedure {called}, which may reach outside the graph. "
                f"Questions may call: {', '.join(sorted(PROCEDURES))}."
            )
    elif operator not in _SHOWN and _OUTSIDE.search(operator):
        raise ReadOnlyViolation(f"The question would reach outside the graph ({operator}); questions only read it.")


def _unshifted(message: str, by: int) -> str:
    """A message with places as the user counts them, without the prefix that was put before the question."""
    message = re.sub(
        r"\(line 1, column (\d+) \(offset: (\d+)\)\)",
        lambda found: f"(line 1, column {int(found[1]) - by} (offset: {int(found[2]) - by}))",
        message,
    )
    return message.replace('"EXPLAIN ', '"').replace("\n" + " " * by, "\n")
