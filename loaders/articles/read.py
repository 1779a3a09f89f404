"""Paths in, articles out, one at a time."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from graph.errors import UnreadableFile
from loaders.articles.decode import decode
from loaders.articles.files import Found, Walk
from loaders.articles.jsonl import MAX_BYTES, Line, open_lines, read_lines
from loaders.articles.model import Metadata, Refused, SourceArticle, fingerprint
from loaders.articles.offsets import OffsetMap

UNKNOWN = Metadata()


@dataclass(slots=True)
class _Reading:
    metadata: Metadata
    ids: set[str] = field(default_factory=set)

    def file(self, found: Found) -> Iterator[SourceArticle | Refused]:
        if found.suffix.startswith(".jsonl"):
            with open_lines(found.path) as stream:
                yield from self.lines(stream, path=str(found.path), stem=found.stem)
            return
        data = found.path.read_bytes()
        if len(data) > MAX_BYTES:
            raise UnreadableFile(f"{found.path} is too large")
        text = decode(data, path=str(found.path))
        yield self.article(found.stem, text, self.metadata, path=str(found.path))

    def lines(self, stream: BinaryIO, *, path: str, stem: str) -> Iterator[SourceArticle | Refused]:
        for line in read_lines(stream, path=path):
            if isinstance(line, Line):
                title = line.metadata.title
                text = f"{title}\n{line.text}" if title else line.text
                metadata = self.metadata.under(line.metadata)
                yield self.article(line.id or f"{stem}#{line.number}", text, metadata, path=path)
            else:
                yield line

    def article(self, name: str, text: str, metadata: Metadata, *, path: str) -> SourceArticle:
        title = metadata.title or ""
        return SourceArticle(
            id=name,
            title=title,
            text=text,
            body=len(title) + 1 if title else 0,
            offsets=OffsetMap.identity(len(text)),
            raw=text,
            start=0,
            end=len(text),
            path=path,
            sha256=fingerprint(raw=text, start=0, text=text, metadata=metadata),
            published=metadata.published,
            place=metadata.place,
            source=metadata.source,
            url=metadata.url,
        )


def read_paths(
    paths: Iterable[str | Path], *, metadata: Metadata = UNKNOWN, stdin: BinaryIO | None = None
) -> Iterator[SourceArticle | Refused]:
    """Articles of `paths` (files, folders, `-` for standard input), and what was refused, lazily and in a fixed order.

    `metadata` holds for every article that knows no better. Never raises for what it reads.
    """
    reading = _Reading(metadata)
    if "-" in (paths := [*paths]):
        yield from reading.lines(stdin or sys.stdin.buffer, path="-", stem="stdin")
    for found in Walk().over(Path(path) for path in paths if str(path) != "-"):
        if isinstance(found, Refused):
            yield found
            continue
        try:
            yield from reading.file(found)
        except (UnreadableFile, OSError) as error:
            yield Refused(path=str(found.path), message=str(error))
