"""Articles from JSON lines: one object with `id, title, text, published, place, source, url` is one article.

The source as read is title + line break + text, or the text alone where there is no title. Memory holds one line.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

import msgspec

from graph.errors import InputError
from loaders.articles.model import Metadata, Refused

MAX_BYTES = 10 * 1024 * 1024
"""Largest file, and largest line of a file of records, that is read."""
TRIES = 20
"""Lines after which a file is given up of which none was an article, not even one with a mistake in it."""


class Item(msgspec.Struct, frozen=True):
    """A line of an article file; other fields are ignored."""

    text: str
    id: str | int | None = None
    title: str | None = None
    published: str | int | None = None
    place: str | None = None
    source: str | None = None
    url: str | None = None
    record: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """What a good line holds: its number, its id ("" where it gives none), its text and its metadata."""

    number: int
    id: str
    text: str
    metadata: Metadata


class _Foreign(Refused):
    """A line that is nothing like an article."""


_DECODER = msgspec.json.Decoder(Item)


def open_lines(path: Path) -> BinaryIO:
    """`path` for reading bytes, unpacked where it ends in .gz."""
    return cast(BinaryIO, gzip.open(path, "rb")) if path.name.lower().endswith(".gz") else path.open("rb")


def read_lines(stream: BinaryIO, *, path: str) -> Iterator[Line | Refused]:
    """Lines of `stream` in order; each that is no article becomes a Refused with its number, and the rest goes on.

    A file that begins with TRIES lines that are nothing like articles is some other file, and is left. A line whose
    date or id is wrong is an article's.
    """
    foreign = True
    for line in _read_lines(stream, path):
        yield line
        foreign = foreign and isinstance(line, _Foreign)
        if foreign and isinstance(line, Refused) and (line.line or 0) >= TRIES:
            yield Refused(path=path, message=f"{path} was left unread from there on: it is no file of articles")
            return


def _read_lines(stream: BinaryIO, path: str) -> Iterator[Line | Refused]:
    number = 0
    try:
        while data := stream.readline(MAX_BYTES + 1):
            number += 1
            if len(data) > MAX_BYTES:
                _skip_line(stream, data)
                yield _foreign(path, number, f"is longer than {MAX_BYTES // 2**20} MB; split it")
            elif bare := data.removeprefix(b"\xef\xbb\xbf").strip():
                yield _line(bare, path=path, number=number)
    except (OSError, EOFError, zlib.error) as error:
        yield _refused(path, number + 1, f"cannot be read ({error}); the file is damaged or cut off: get it again")


def _line(data: bytes, *, path: str, number: int) -> Line | Refused:
    try:
        item = _DECODER.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return _foreign(path, number, f'{error}; expected an object with "text", and id, title, published, …')
    if item.record is not None:
        return _foreign(path, number, "is a record, not an article; give the file to `guanxi load`")
    try:
        return _article(item, number)
    except InputError as error:
        return _refused(path, number, str(error))


def _article(item: Item, number: int) -> Line:
    if not item.text.strip():
        raise InputError("has an empty text; nothing to read")
    if item.id is not None and not str(item.id).isprintable():
        raise InputError(f"has an id with control characters, {item.id!r}")
    metadata = Metadata(
        title=" ".join((item.title or "").split()),
        published=str(item.published or ""),
        place=item.place,
        source=item.source,
        url=item.url,
    )
    return Line(number, str(item.id if item.id is not None else "").strip(), item.text, metadata)


def _refused(path: str, number: int, why: str) -> Refused:
    return Refused(path=path, message=f"{path}:{number} {why}", line=number)


def _foreign(path: str, number: int, why: str) -> _Foreign:
    return _Foreign(path=path, message=f"{path}:{number} {why}", line=number)


def _skip_line(stream: BinaryIO, data: bytes) -> None:
    while data and not data.endswith(b"\n"):
        data = stream.readline(MAX_BYTES)
