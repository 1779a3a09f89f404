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
from loaders.articles.files import SIDECARS, Found
from loaders.articles.jsonl import MAX_BYTES
from loaders.articles.model import Metadata, Refused

_FIELDS = ("title", "published", "place", "source", "url")
_Row = dict[str, str | int | float | bool | None]


@dataclass(slots=True)
class Sidecars:
    """The sidecars of one run; each is read once, and what is wrong in it is said once."""

    rows: dict[Path, dict[str, Metadata]] = field(default_factory=dict)
    complaints: list[Refused] = field(default_factory=list)

    def of(self, found: Found, *article: str) -> Metadata:
        """What the sidecars say of a file, and of its `article` where an id is given."""
        known = Metadata()
        folders = [found.path.parent, *found.path.parent.parents]
        for folder in reversed(folders[: folders.index(found.root) + 1]):
            rows = self._folder(folder)
            for key in (found.path.relative_to(folder).as_posix(), *article):
                if key in rows:
                    known = known.under(rows[key])
        return known

    def complained(self) -> Iterator[Refused]:
        """What was wrong since the last call."""
        while self.complaints:
            yield self.complaints.pop(0)

    def _folder(self, folder: Path) -> dict[str, Metadata]:
        if folder not in self.rows:
            self.rows[folder] = {}
            for name in SIDECARS:
                path = folder / name
                if path.is_file():
                    self.rows[folder].update(self._read(path))
        return self.rows[folder]

    def _read(self, path: Path) -> dict[str, Metadata]:
        found: dict[str, Metadata] = {}
        try:
            with path.open("rb") as stream:
                data = stream.read(MAX_BYTES + 1)
            if len(data) > MAX_BYTES:
                raise UnreadableFile(f"{path} is larger than {MAX_BYTES // 2**20} MB; metadata is not read")
            text = decode(data, path=str(path))
            for number, row in (_csv_rows if path.suffix == ".csv" else _json_rows)(text):
                self._row(path, number, row, found)
        except (UnreadableFile, OSError, csv.Error) as error:
            self.complaints.append(Refused(path=str(path), message=str(error)))
        return found

    def _row(self, path: Path, number: int, row: _Row | None, found: dict[str, Metadata]) -> None:
        try:
            if row is None or not row.get("file"):
                raise InputError(f'names no file; expected "file" and any of {", ".join(_FIELDS)}')
            values = {name: str(row[name]) for name in _FIELDS if row.get(name) not in (None, "")}
            found[str(row["file"]).strip().replace("\\", "/").removeprefix("./")] = Metadata(**values)
        except InputError as error:
            self.complaints.append(Refused(path=str(path), message=f"{path}:{number} {error}", line=number))


def _csv_rows(text: str) -> Iterator[tuple[int, _Row | None]]:
    reader = csv.reader(io.StringIO(text, newline=""))
    names = [name.strip().lower() for name in next(reader, [])]
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield reader.line_num, {name: cell.strip() for name, cell in zip(names, cells, strict=False)}


def _json_rows(text: str) -> Iterator[tuple[int, _Row | None]]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                yield number, msgspec.json.decode(line, type=_Row)
            except msgspec.DecodeError:
                yield number, None
