"""A file that is there whole or not at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from graph.errors import InputError


@contextmanager
def placed(path: Path) -> Iterator[Path]:
    """A path to write to: what is written there takes the name `path` at the end; what was there stays till then.

    A link stays a link: the file that it leads to is replaced. A pipe or a device is written to and never replaced.
    Raises InputError for a folder, and where nothing can be put at `path`. A run that is killed may leave a file that
    ends in .partial.
    """
    target = _target(path)
    if target is None:
        yield path
        return
    draft = target.with_name(target.name + ".partial")
    try:
        yield draft
        try:
            draft.replace(target)
        except OSError as error:
            raise _refused(path, error) from error
    finally:
        draft.unlink(missing_ok=True)


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """`placed`, with the file already open for bytes: InputError before the work begins where it cannot be."""
    with placed(path) as draft:
        try:
            file = draft.open("wb")
        except OSError as error:
            raise _refused(path, error) from error
        with file:
            yield file


def _target(path: Path) -> Path | None:
    """The regular file to put in place, links followed; None where there is something that is none."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        mode = stat.S_IFREG  # it is new, or a link to what is not there yet
    except OSError as error:
        raise _refused(path, error) from error
    if stat.S_ISDIR(mode):
        raise InputError(f"{path} cannot be written: it is a folder. Give the name of a file with -o.")
    return Path(os.path.realpath(path)) if stat.S_ISREG(mode) else None


def _refused(path: Path, error: OSError) -> InputError:
    return InputError(f"{path} cannot be written: {error.strerror}. Check the folder and its permissions.")
