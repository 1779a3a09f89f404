"""Annotated articles as files hold them: one JSON object a line, a list of them, or a single one."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from graph.errors import InputError

Pair = tuple[str, str]
Triple = tuple[str, str, str | None]


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """A person, organization or place by its fullest form in the article; `aliases` are its other forms there."""

    name: str
    aliases: list[str] = []


class GoldEvent(msgspec.Struct, frozen=True, kw_only=True):
    """An event; relations name it by `id`. `date` is ISO as precise as known, or None; `optional` ones do not count."""

    id: str
    name: str
    aliases: list[str] = []
    date: str | None = None
    optional: bool = False


class Annotation(msgspec.Struct, frozen=True, kw_only=True):
    """What a careful reader finds in one article. Fields that this has no use for are passed over.

    `optional` lists, under the same keys, what counts neither for nor against: names, or pairs and triples.
    """

    id: str
    family: str | None = None
    persons: list[Named] = []
    organizations: list[Named] = []
    places: list[Named] = []
    events: list[GoldEvent] = []
    attended: list[Pair] = []
    spoke_at: list[Pair] = []
    chaired: list[Pair] = []
    organized: list[Pair] = []
    located_in: list[Pair] = []
    responsible_for: list[Triple] = []
    holds_post: list[Triple] = []
    optional: dict[str, list[str | list[str | None]]] = {}


def read_gold(paths: Iterable[Path | str]) -> list[Annotation]:
    """The annotations of files, in order.

    Raises InputError, with file and line, for what cannot be read, and where an article is annotated twice.
    """
    found: dict[str, Annotation] = {}
    for path in paths:
        for annotation in _read(Path(path)):
            if annotation.id in found:
                raise InputError(f"{path}: article {annotation.id} is annotated twice; keep one of the two")
            found[annotation.id] = annotation
    if not found:
        raise InputError(
            "no annotation in the gold files; expected one JSON object an article, with id, persons, events …"
        )
    return list(found.values())


def _read(path: Path) -> list[Annotation]:
    try:
        data = path.read_bytes().removeprefix(b"\xef\xbb\xbf")
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}. Check the path and its permissions.") from error
    whole = _whole(data)
    if whole is not None:
        rows = whole if isinstance(whole, list) else [whole]
        return [_annotation(row, f"{path}, annotation {number}") for number, row in enumerate(rows, 1)]
    lines = [(number, line) for number, line in enumerate(data.splitlines(), 1) if line.strip()]
    return [_annotation(_json(line, f"{path}:{number}"), f"{path}:{number}") for number, line in lines]


def _whole(data: bytes) -> object:
    """The one JSON value that the file is, or None where it is lines of them."""
    try:
        value: object = msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    return value


def _json(line: bytes, where: str) -> object:
    try:
        value: object = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{where}: expected one JSON object, got what is no JSON: {error}") from None
    return value


def _annotation(row: object, where: str) -> Annotation:
    if isinstance(row, dict) and "record" in row:
        raise InputError(f"{where}: this is a record, not an annotation; give RECORDS first, then GOLD")
    try:
        return msgspec.convert(row, Annotation)
    except msgspec.ValidationError as error:
        raise InputError(f"{where}: {error}; loaders/evaluation/README.md tells the format") from None
