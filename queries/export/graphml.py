"""GraphML: for yEd, Cytoscape, igraph and networkx."""

from __future__ import annotations

from pathlib import Path

from graph.store.base import Store
from queries.export.flat import flat, xml_safe


def export(store: Store, path: Path) -> list[Path]:
    """Write the entities and stated relations to `path`; returns it."""
    import networkx

    networkx.write_graphml_xml(xml_safe(flat(store)), path, named_key_ids=True)
    return [path]
