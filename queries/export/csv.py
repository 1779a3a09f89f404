"""CSV: a folder with one file a kind and one a relation type; ids join them. Lists are JSON in their cell."""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from graph.ontology import ontology
from graph.store.base import Store
from queries.export.source import PROVENANCE, links, nodes


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return json.dumps(value)
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value


def _write(path: Path, rows: list[Mapping[str, Any]], first: Iterable[str]) -> None:
    columns = [*first, *sorted({key for row in rows for key in row} - set(first))]
    # The mark at the start is what lets Excel read Chinese.
    with path.open("w", encoding="utf-8-sig", newline="") as out:
        writer = csv.DictWriter(out, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows({key: _cell(value) for key, value in row.items()} for row in rows)


def export(store: Store, folder: Path) -> list[Path]:
    """Write `Person.csv`, …, `Sentence.csv` and `ATTENDED.csv`, …, `MENTIONS.csv` into `folder`; returns the files.

    Files of these names that another graph left there go; any others stay.
    """
    known = ontology()
    folder.mkdir(parents=True, exist_ok=True)
    kinds: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for node in nodes(store, sources=True):
        kinds[node.label].append(node.properties)
    types: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for link in links(store, sources=True):
        types[link.type].append({"source": link.source, "target": link.target, **link.properties})
    for label, rows in kinds.items():
        _write(folder / f"{label}.csv", rows, ["id"])
    for type_, rows in types.items():
        _write(folder / f"{type_}.csv", rows, ["source", "target"])
    for name in {*known.kinds, *PROVENANCE, *known.relations, *known.provenance["relations"]} - {*kinds, *types}:
        (folder / f"{name}.csv").unlink(missing_ok=True)
    return sorted(folder / f"{name}.csv" for name in (*kinds, *types))
