"""Metadata beside the files: `metadata.jsonl` or `metadata.csv` with file, title, published, place, source, url.

`file` is the file's path from the sidecar's folder, or the id of an article (`page#2`). A sidecar holds for its own
folder and the folders below; the nearest one wins, and an article's row over its file's.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from graph.errors import InputError, UnreadableFile
from loaders.articles.decode import decode
from loaders.articles.files import SIDECARS, SUFFIXES, Found
from loaders.articles.jsonl import MAX_BYTES
from loaders.articles.model import Metadata, Refused

_FIELDS = ("title", "published", "place", "source", "url")
_KNOWN = f'"file" and any of {", ".join(_FIELDS)}'
_EXAMPLES = 3
_BEYOND = "\0"
"""The name of a cell that no column has."""
_Row = dict[str, str | int | float | bool | None]


@dataclass(slots=True)
class Sidecars:
    """The sidecars of one run; each is read once, and what is wrong in it is said once."""

    folders: dict[Path, dict[str, Metadata]] = field(default_factory=dict)
    told: dict[Path, list[str]] = field(default_factory=dict)
    complaints: list[Refused] = field(default_factory=list)
    used: set[tuple[Path, str]] = field(default_factory=set)
    files: set[Path] = field(default_factory=set)

    def of(self, found: Found, *article: str) -> Metadata:
        """What the sidecars say of a file, and of its `article` where an id is given."""
        known = Metadata()
        self.files.add(found.path)
        folders = [found.path.parent, *found.path.parent.parents]
        for folder in reversed(folders[: folders.index(found.root) + 1]):
            rows = self._folder(folder)
            for key in (found.path.relative_to(folder).as_posix(), *article):
                if key in rows:
                    self.used.add((folder, key))
                    known = known.under(rows[key])
        return known

    def complained(self) -> Iterator[Refused]:
        """What was wrong since the last call."""
        while self.complaints:
            yield self.complaints.pop(0)

    def unmatched(self) -> Iterator[Refused]:
        """At the end of the run: rows that match nothing that was read, nor a file that was not asked for."""
        for path, keys in self.told.items():
            folder = path.parent
            lost = [key for key in keys if (folder, key) not in self.used and not self._elsewhere(folder, key)]
            if lost:
                why = f"has {len(lost)} rows for files or articles that are not there: {some(lost)}"
                yield _remark(path, f"{why}; write the file's path from here, or an article's id (page#2)")

    def _elsewhere(self, folder: Path, key: str) -> bool:
        """Whether `key` may be of a file in `folder` that this run did not read."""
        stem, mark, _ = key.rpartition("#")
        named = [key, *(stem + suffix for suffix in SUFFIXES if mark)]
        return any((folder / name) not in self.files and (folder / name).exists() for name in named)

    def _folder(self, folder: Path) -> dict[str, Metadata]:
        if folder not in self.folders:
            rows = self.folders[folder] = {}
            for path in (folder / name for name in SIDECARS):
                if path.is_file():
                    found = self._read(path)
                    self._twice(path, [key for key in found if key in rows])
                    self.told[path] = list(found)
                    rows.update(found)
        return self.folders[folder]

    def _read(self, path: Path) -> dict[str, Metadata]:
        found: dict[str, Metadata] = {}
        twice: list[str] = []
        unread: dict[str, None] = {}
        try:
            for number, row in _rows(path):
                self._row(path, number, row, found, twice)
                unread.update(dict.fromkeys(name for name in row or () if name not in ("file", "", _BEYOND, *_FIELDS)))
        except (UnreadableFile, OSError, csv.Error) as error:
            self.complaints.append(Refused(path=str(path), message=str(error)))
        except InputError as error:
            self.complaints.append(Refused(path=str(path), message=f"{path}:1 {error}", line=1))
        self._twice(path, twice)
        if unread:
            self.complaints.append(
                _remark(path, f"has columns that are not read: {some(list(unread))}; read are {_KNOWN}")
            )
        return found

    def _row(self, path: Path, number: int, row: _Row | None, found: dict[str, Metadata], twice: list[str]) -> None:
        try:
            if row is None or not row.get("file"):
                raise InputError(f"names no file; expected {_KNOWN}")
            if row.get(_BEYOND):
                raise InputError("has more cells than the header; put what holds a comma into quotes")
            values = {name: str(row[name]) for name in _FIELDS if row.get(name) not in (None, "")}
            key = str(row["file"]).strip().replace("\\", "/").removeprefix("./")
            twice += [key] if key in found else []
            try:
                found[key] = Metadata(**values)
            except InputError as error:  # the date: what else the row says is as good as before
                found[key] = Metadata(**{name: value for name, value in values.items() if name != "published"})
                raise InputError(f"{error}; the rest of the row counts") from None
        except InputError as error:
            self.complaints.append(Refused(path=str(path), message=f"{path}:{number} {error}", line=number))

    def _twice(self, path: Path, keys: list[str]) -> None:
        if keys:
            again = some(list(dict.fromkeys(keys)))
            self.complaints.append(
                _remark(path, f"names {len(keys)} times what has a row already: {again}; the last row counts")
            )


def _remark(path: Path, why: str) -> Refused:
    return Refused(path=str(path), message=f"{path} {why}", passed_over=True, remark=True)


def some(names: list[str]) -> str:
    """The first of `names`, for a message."""
    return ", ".join([*names[:_EXAMPLES], *["…"][: len(names) > _EXAMPLES]])


def _rows(path: Path) -> Iterator[tuple[int, _Row | None]]:
    with path.open("rb") as stream:
        data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise UnreadableFile(f"{path} is larger than {MAX_BYTES // 2**20} MB; metadata is not read")
    yield from (_csv_rows if path.suffix == ".csv" else _json_rows)(decode(data, path=str(path)))


def _csv_rows(text: str) -> Iterator[tuple[int, _Row | None]]:
    reader = csv.reader(io.StringIO(text, newline=""))
    names = [name.strip().lower() for name in next(reader, [])]
    if "file" not in names:
        raise InputError(f"has the columns {some(names)}; expected {_KNOWN}, set apart by commas")
    for cells in reader:
        if any(cell.strip() for cell in cells):
            row: _Row = {name: cell.strip() for name, cell in zip(names, cells, strict=False)}
            yield reader.line_num, {**row, _BEYOND: True} if any(cells[len(names) :]) else row


def _json_rows(text: str) -> Iterator[tuple[int, _Row | None]]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                yield number, msgspec.json.decode(line, type=_Row)
            except msgspec.DecodeError:
                yield number, None
