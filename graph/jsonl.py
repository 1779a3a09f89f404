"""Records as JSON lines: read with every refusal named, write with the same bytes for the same records."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from graph.checks import check
from graph.errors import InputError, RecordError
from graph.records import FORMAT, Record
from graph.store.base import Located, Rejected

_encode = msgspec.json.Encoder(order="deterministic").encode
_decoder: msgspec.json.Decoder[Record] = msgspec.json.Decoder(Record)


def dump(record: Record) -> bytes:
    """One record as one line of UTF-8, its newline included; the same record gives the same bytes."""
    return _encode(record) + b"\n"


def write(records: Iterable[Record], stream: BinaryIO) -> int:
    """Write records to a binary stream, one a line. Returns how many."""
    number = 0
    for number, record in enumerate(records, 1):  # noqa: B007
        stream.write(dump(record))
    return number


def parse(line: bytes, where: str) -> Record:
    """The record that `line` holds. Raises RecordError with `where`, the field, and what was expected there."""
    try:
        record = _decoded(line)
        check(record)
    except RecordError as error:
        raise RecordError(str(error), where=where, field=error.field) from None
    return record


def _decoded(line: bytes) -> Record:
    try:
        return _decoder.decode(line)
    except msgspec.ValidationError as error:
        if "unknown field `format`" in str(error):
            return _versioned(line)
        raise _refusal(error) from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise RecordError(f"expected one JSON object, got what is no JSON: {error}") from None


def _versioned(line: bytes) -> Record:
    """A record that names its format version; one of a later version is refused."""
    raw: dict[str, Any] = msgspec.json.decode(line)
    written = raw.pop("format")
    if not isinstance(written, int) or isinstance(written, bool) or not 1 <= written <= FORMAT:
        raise RecordError(
            f"$.format: expected {FORMAT} or less, got {written!r}; a newer guanxi wrote it: upgrade this one",
            field="$.format",
        )
    try:
        record: Record = msgspec.convert(raw, Record)
    except msgspec.ValidationError as error:
        raise _refusal(error) from None
    return record


def _refusal(error: msgspec.ValidationError) -> RecordError:
    """msgspec's message ends in ``- at `$.field` `` where it knows the field."""
    reason, _, place = str(error).rpartition(" - at `")
    field = place.rstrip("`") if reason else None
    return RecordError(f"{field}: {reason}" if reason else str(error), field=field)


def read(paths: Iterable[Path | str], *, reject: Callable[[Rejected], None]) -> Iterator[Located]:
    """The good records of the files `paths` ("-" is stdin), one by one; each bad line goes to `reject`.

    Raises InputError for a file that cannot be opened. Empty lines are passed over.
    """
    for path in paths:
        name = "stdin" if str(path) == "-" else str(path)
        with _opened(path, name) as stream:
            for number, line in enumerate(stream, 1):
                if not line.strip():
                    continue
                where = f"{name}:{number}"
                text = line.rstrip(b"\r\n").decode("utf-8", errors="replace")
                try:
                    yield Located(parse(line.removeprefix(b"\xef\xbb\xbf"), where), where, text)
                except RecordError as error:
                    reject(Rejected(where, error.field, str(error).removeprefix(f"{where}: "), text))


def _opened(path: Path | str, name: str) -> Any:
    if name == "stdin":
        return nullcontext(sys.stdin.buffer)
    try:
        return Path(path).open("rb")
    except OSError as error:
        raise InputError(f"{name} cannot be read: {error.strerror}. Check the path and its permissions.") from error


def write_rejects(rejected: Iterable[Rejected], path: Path) -> int:
    """Write refused lines to `path`, one JSON object a line: where, field, reason, line. Returns how many."""
    lines = [_encode(each) + b"\n" for each in rejected]
    path.write_bytes(b"".join(lines))
    return len(lines)
