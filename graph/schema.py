"""Constraints and indexes, from the ontology; the version of the schema, and how an older one becomes this one."""

from __future__ import annotations

from collections.abc import Iterator

from graph.ontology import ontology

VERSION = 1
"""Version of the graph's own shape; kept in the graph as `(:_Guanxi {version})`."""

FULL_TEXT = {"sentence_text": ("Sentence", ("text",))}


def statements() -> Iterator[str]:
    """Every constraint and index, `IF NOT EXISTS`: ids of nodes and relations are unique, names are looked up."""
    labels = [*ontology().kinds, *ontology().provenance["labels"]]
    for label in labels:
        yield f"CREATE CONSTRAINT {label.lower()}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"
    for relation in ontology().relations:
        yield f"CREATE CONSTRAINT {relation.lower()}_id IF NOT EXISTS FOR ()-[r:{relation}]-() REQUIRE r.id IS UNIQUE"
    for kind in ontology().kinds:
        yield f"CREATE INDEX {kind.lower()}_name IF NOT EXISTS FOR (n:{kind}) ON (n.name)"
    yield "CREATE INDEX event_date IF NOT EXISTS FOR (n:Event) ON (n.date)"
