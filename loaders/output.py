"""A file that is there whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from graph.errors import InputError


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """A binary file for writing that takes the name `path` once all is written; what was there stays till then.

    Raises InputError where it cannot be written. A run that is killed may leave `path`.partial.
    """
    if path.is_dir():
        raise InputError(f"{path} is a folder; --output wants the name of a file.")
    partial = path.with_name(path.name + ".partial")
    try:
        file = partial.open("wb")
    except OSError as error:
        raise InputError(
            f"{path} cannot be written: {error.strerror}. Check the folder and its permissions."
        ) from error
    try:
        with file:
            yield file
        partial.replace(path)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise
