"""GEXF: for Gephi and Gephi Lite."""

from __future__ import annotations

from pathlib import Path

from graph.store.base import Store
from queries.export.flat import flat, xml_safe


def export(store: Store, path: Path) -> list[Path]:
    """Write the entities and stated relations to `path`; returns it.

    GEXF keeps `type`, `start`, `end` and `id` of an element for itself: the kind of a node is its `kind_of_node`, the
    type of a relation its `relation`, stated terms are `start_date` and `end_date`.
    """
    import networkx

    made = xml_safe(flat(store))
    for about in made.nodes.values():
        about["kind_of_node"] = about.pop("type")
        about.pop("id", None)
    for about in made.edges.values():
        about["relation"] = about.pop("type")
        about.pop("id", None)
        for name in ("start", "end"):
            if name in about:
                about[f"{name}_date"] = about.pop(name)
    networkx.write_gexf(made, path)
    return [path]
