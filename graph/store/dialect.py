"""Where the two stores differ. Everything else is the same code and the same Cypher."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

Run = Callable[[str], None]


class Dialect(Protocol):
    """What a store does in its own way."""

    name: str

    def full_text(self, index: str, label: str, properties: tuple[str, ...], run: Run) -> None:
        """Create the full-text index `index` with two-character (CJK) tokens, unless it is there."""
        ...


@dataclass(frozen=True, slots=True)
class Neo4j:
    """Neo4j 5 and later."""

    name: str = "neo4j"

    def full_text(self, index: str, label: str, properties: tuple[str, ...], run: Run) -> None:
        """By Cypher; the analyser `cjk` is Lucene's."""
        each = ", ".join(f"n.{name}" for name in properties)
        run(
            f"CREATE FULLTEXT INDEX {index} IF NOT EXISTS FOR (n:{label}) ON EACH [{each}] "
            "OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}}"
        )


@dataclass(frozen=True, slots=True)
class Embedded:
    """ArcadeDB: full-text indexes are made by its SQL, at its HTTP endpoint."""

    sql: Callable[[str], None]
    name: str = "embedded"

    def full_text(self, index: str, label: str, properties: tuple[str, ...], run: Run) -> None:
        """By SQL: one index a property, as this engine asks for."""
        for name in properties:
            self.sql(f"CREATE PROPERTY {label}.{name} IF NOT EXISTS STRING")
