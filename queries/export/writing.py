"""Writing an export: opens the graph, picks the format, puts the file in place only when it is whole."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from graph.errors import InputError
from graph.store.base import Store


def write(form: str, output: Path, *, db: str | None = None) -> list[Path]:
    """Export the graph at `db` as `form` to `output` (a folder for csv, else a file); returns what was written."""
    from queries.opening import open_graph

    with open_graph(db) as store:
        return write_from(store, form, output)


def _in_place(make: Callable[[Path], object], output: Path) -> None:
    """Let `make` write beside `output`, and move it there once it is whole."""
    part = output.with_name(output.name + ".part")
    try:
        make(part)
        part.replace(output)
    finally:
        part.unlink(missing_ok=True)


def write_from(store: Store, form: str, output: Path) -> list[Path]:
    """As `write`, from an open store. InputError where `output` cannot be written."""
    export = import_module(f"queries.export.{form}").export
    try:
        if form == "csv":
            return list(export(store, output))
        output.parent.mkdir(parents=True, exist_ok=True)
        _in_place(lambda part: export(store, part), output)
    except OSError as error:
        raise InputError(
            f"{output} cannot be written: {error.strerror or error}. Give another path with -o."
        ) from error
    return [output]
