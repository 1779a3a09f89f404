"""Writing an export: opens the graph, picks the format, puts the file in place only when it is whole."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryDirectory

from graph.errors import InputError
from graph.store.base import Store
from graph.writing import placed

STDOUT = Path("-")


def write(form: str, output: Path, *, db: str | None = None) -> list[Path]:
    """Export the graph at `db` as `form` to `output` (see `write_from`); returns what was written."""
    from queries.opening import open_graph

    with open_graph(db) as store:
        return write_from(store, form, output)


def write_from(store: Store, form: str, output: Path) -> list[Path]:
    """Export an open store as `form` to `output`, a folder for csv, else a file or - for stdout; returns what was
    written.

    InputError where `output` cannot be written, or lies in the graph's own folder.
    """
    export = import_module(f"queries.export.{form}").export
    if output == STDOUT:
        _to_stdout(lambda part: export(store, part), form)
        return []
    _check(store, output)
    try:
        if form == "csv":
            return list(export(store, output))
        output.parent.mkdir(parents=True, exist_ok=True)
        with placed(output) as part:
            export(store, part)
    except OSError as error:
        raise InputError(
            f"{output} cannot be written: {error.strerror or error}. Give another path with -o."
        ) from error
    return [output]


def _check(store: Store, output: Path) -> None:
    graph = Path(store.address)
    if graph.is_dir() and output.resolve().is_relative_to(graph.resolve()):
        raise InputError(f"{output} cannot be written: it lies in the graph itself. Give another path with -o.")


def _to_stdout(make: Callable[[Path], object], form: str) -> None:
    if form == "csv":
        raise InputError("csv is a folder of files and cannot go to stdout. Give a folder with -o.")
    with TemporaryDirectory() as folder:
        part = Path(folder) / form
        make(part)
        with part.open("rb") as whole:
            copyfileobj(whole, sys.stdout.buffer)
    sys.stdout.buffer.flush()
