"""Where free Cypher comes from: the command line, a file, or stdin."""

from __future__ import annotations

from pathlib import Path
from typing import IO

from graph.errors import InputError


def cypher_from(given: str | None, file: Path | None, stdin: IO[str]) -> str:
    """The text of a question; exactly one source must be named, and it must not be empty."""
    if (given is None) == (file is None):
        raise InputError(
            "Give the question as an argument, with -f FILE, or - to read it from stdin: one of the three."
        )
    written = stdin.read() if given == "-" else given
    text = _read(file) if file is not None else str(written)
    if not text.strip():
        raise InputError("The question is empty.")
    return text.strip().rstrip(";")


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError(f"{file} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{file} is not UTF-8 text (byte {error.start}). Save it as UTF-8.") from error
