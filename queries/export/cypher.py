"""Cypher: a script of MERGE statements that makes the graph anew in any store, `cypher-shell -f FILE`.

Here alone values stand in Cypher, because a script has no parameters. They are written by `literal`, and a test reads
back what it writes, whatever the text.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby, islice
from pathlib import Path
from typing import Any, TypeVar

from graph import schema
from graph.store.base import Store
from queries.export.source import Link, Node, links, nodes

_Row = TypeVar("_Row")

_BATCH = 100
"""Rows in a statement: small enough for any heap."""


def literal(value: Any) -> str:
    r"""`value` (scalar, list or map with plain keys) as a literal of Cypher; text is escaped to ``\uXXXX`` as needed.

    >>> print(literal({"name": "李\"淑\\侠", "rank": 1, "open": True, "aliases": []}))
    {name: "李\"淑\\侠", rank: 1, open: true, aliases: []}
    """
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int() | float():
            return repr(value)
        case str():
            return _text(value)
        case Mapping():
            return "{" + ", ".join(f"{key}: {literal(one)}" for key, one in value.items()) + "}"
    return "[" + ", ".join(literal(one) for one in value) + "]"


def _text(value: str) -> str:
    r"""JSON's escapes are Cypher's, once what cannot be printed is written as numbers.

    Some servers replace ``\uXXXX`` before all else, even after an escaped backslash: there the text is cut.
    """
    cuts = [at for at in range(1, len(value)) if value[at - 1] == "\\" and _is_number(value[at])]
    parts = [value[start:end] for start, end in zip([0, *cuts], [*cuts, len(value)], strict=True)]
    quoted = (json.dumps(part, ensure_ascii=False) for part in parts)
    return " + ".join("".join(char if char.isprintable() else _number(char) for char in part) for part in quoted)


def _is_number(char: str) -> bool:
    return char == "u" or not char.isprintable()


def _number(char: str) -> str:
    units = char.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))


def _batched(rows: Iterable[_Row]) -> Iterator[list[_Row]]:
    waiting = iter(rows)
    while some := list(islice(waiting, _BATCH)):
        yield some


def _create_nodes(label: str, rows: Iterable[Node]) -> Iterator[str]:
    for some in _batched(rows):
        listed = ",\n  ".join(literal(dict(node.properties)) for node in some)
        yield f"UNWIND [\n  {listed}\n] AS row\nMERGE (n:{label} {{id: row.id}}) SET n += row;\n"


def _create_links(type_: str, source: str, target: str, rows: Iterable[Link]) -> Iterator[str]:
    key = " {start: row.properties.start, end: row.properties.end}" if type_ == "MENTIONS" else ""
    for some in _batched(rows):
        listed = ",\n  ".join(
            literal({"source": one.source, "target": one.target, "properties": dict(one.properties)}) for one in some
        )
        yield (
            f"UNWIND [\n  {listed}\n] AS row\nMATCH (a:{source} {{id: row.source}}), (b:{target} {{id: row.target}})\n"
            f"MERGE (a)-[r:{type_}{key}]->(b) SET r += row.properties;\n"
        )


def statements(store: Store) -> Iterator[str]:
    """Constraints, then nodes, then relations, each statement ending in ``;`` and a line break."""
    for statement in schema.statements():
        if ":_" not in statement:  # the program's own
            yield f"{statement};\n"
    found = sorted(nodes(store, sources=True), key=lambda node: node.label)
    labels = {node.id: node.label for node in found}
    for label, some in groupby(found, key=lambda node: node.label):
        yield from _create_nodes(label, some)

    def ends(link: Link) -> tuple[str, str, str]:
        return link.type, labels[link.source], labels[link.target]

    for (type_, source, target), rows in groupby(sorted(links(store, sources=True), key=ends), key=ends):
        yield from _create_links(type_, source, target, rows)


def export(store: Store, path: Path) -> list[Path]:
    """Write the script to `path`; returns it. The graph that it makes answers questions, but retracts nothing."""
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(statements(store))
    return [path]
