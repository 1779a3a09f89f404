"""Writing an export: opens the graph, picks the format, puts the file in place only when it is whole."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from graph.errors import InputError
from graph.store.base import Store


def write(form: str, output: Path, *, db: str | None = None) -> list[Path]:
    """Export the graph at `db` as `form` to `output` (a folder for csv, else a file); returns what was written."""
    from queries.opening import open_graph

    with open_graph(db) as store:
        return write_from(store, form, output)


def write_from(store: Store, form: str, output: Path) -> list[Path]:
    """As `write`, from an open store. InputError where `output` cannot be written."""
    export = import_module(f"queries.export.{form}").export
    try:
        if form == "csv":
            return list(export(store, output))
        output.parent.mkdir(parents=True, exist_ok=True)
        part = output.with_name(output.name + ".part")
        export(store, part)
        part.replace(output)
    except OSError as error:
        raise InputError(
            f"{output} cannot be written: {error.strerror or error}. Give another path with -o."
        ) from error
    return [output]
