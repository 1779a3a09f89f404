"""Paths in, articles out, one at a time: the front door of this room."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, cast

from graph.errors import UnreadableFile
from loaders.articles.assemble import Clean, read_one, read_page
from loaders.articles.decode import decode
from loaders.articles.files import STDIN, Found, Walk
from loaders.articles.ids import Ids
from loaders.articles.jsonl import MAX_BYTES, open_lines, read_lines
from loaders.articles.model import Metadata, Refused, SourceArticle, fingerprint
from loaders.articles.script import is_traditional
from loaders.articles.sidecar import Sidecars, some

UNKNOWN = Metadata()
_SNIFFED = ((b"{", ".jsonl"), (b"<", ".html"), (b"%PDF", ".pdf"), (b"PK\x03\x04", ".docx"))


def read_paths(
    paths: Iterable[str | Path], *, metadata: Metadata = UNKNOWN, stdin: BinaryIO | None = None
) -> Iterator[SourceArticle | Refused]:
    """Articles of `paths` (files, folders, `-` for standard input), and what was refused, lazily and in a fixed order.

    `metadata` holds for every article about which neither a sidecar nor the article itself says otherwise. `stdin`
    stands in for standard input. Nothing that is read raises: it becomes a Refused, and the rest goes on.
    """
    reading = _Reading(metadata)
    walk = Walk()
    for path in paths:
        if str(path) == STDIN:
            yield from reading.standard_input(stdin or sys.stdin.buffer)
            continue
        for found in walk.over([Path(path)]):
            yield from [found] if isinstance(found, Refused) else reading.file(found)
    yield from reading.remarks()


@dataclass(slots=True)
class _Reading:
    """One run: the ids given so far, the sidecars seen so far, the articles (path, id) in traditional characters."""

    metadata: Metadata
    ids: Ids = field(default_factory=Ids)
    sidecars: Sidecars = field(default_factory=Sidecars)
    traditional: list[tuple[str, str]] = field(default_factory=list)

    def remarks(self) -> Iterator[Refused]:
        """At the end of the run: what only then is known."""
        yield from self.sidecars.unmatched()
        if self.traditional:
            path, keys = self.traditional[0][0], [key for _, key in self.traditional]
            what = f"{len(keys)} articles are in traditional characters ({some(keys)})"
            message = f"{what}; only simplified ones are read right: convert them first, with `opencc -c t2s.json`"
            yield Refused(path=path, message=message, passed_over=True, remark=True)

    def file(self, found: Found) -> Iterator[SourceArticle | Refused]:
        """What one file holds."""
        try:
            said = self.metadata.under(self.sidecars.of(found))
            yield from self.sidecars.complained()
            if found.suffix.startswith(".jsonl"):
                with open_lines(found.path) as stream:
                    yield from self._lines(stream, found, said)
            else:
                with found.path.open("rb") as stream:
                    yield from self._document(stream, found, said)
        except UnreadableFile as error:
            yield Refused(path=found.name, message=str(error))
        except OSError as error:
            why = (error.strerror or str(error)).lower()
            yield Refused(path=found.name, message=f"{found.name} cannot be read: {why}; check its permissions")

    def standard_input(self, stream: BinaryIO) -> Iterator[SourceArticle | Refused]:
        """What standard input holds; its first bytes say which kind it is."""
        buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, stream))
        start = buffered.peek(64).removeprefix(b"\xef\xbb\xbf").lstrip()
        suffix = next((suffix for magic, suffix in _SNIFFED if start.startswith(magic)), ".txt")
        found = Found(Path("stdin" + suffix), suffix, Path(), name=STDIN)
        try:
            reader = self._lines if suffix == ".jsonl" else self._document
            yield from reader(buffered, found, self.metadata)
        except UnreadableFile as error:
            yield Refused(path=STDIN, message=str(error))

    def _document(self, stream: BinaryIO, found: Found, said: Metadata) -> Iterator[SourceArticle]:
        data = stream.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise UnreadableFile(
                f"{found.name} is larger than {MAX_BYTES // 2**20} MB; split it, or write its articles as JSON lines"
            )
        source, articles, own = _articles(data, found, one=said.title is not None)
        if not any(clean.text for clean in articles):
            raise UnreadableFile(f"{found.name} holds no words; nothing to read")
        for key, clean in zip(self.ids.file(found, len(articles)), articles, strict=True):
            beside = Metadata() if found.name == STDIN else self.sidecars.of(found, key)
            yield self._article(key, source, clean, said.under(beside).under(own), found)

    def _lines(self, stream: BinaryIO, found: Found, said: Metadata) -> Iterator[SourceArticle | Refused]:
        for line in read_lines(stream, path=found.name):
            if isinstance(line, Refused):
                yield line
                continue
            title = line.metadata.title or ""
            source = f"{title}\n{line.text}" if title else line.text
            clean = read_one(source, title=len(title))
            known = said.under(line.metadata)
            article = self._article(line.id or f"{found.stem}#{line.number}", source, clean, known, found)
            yield self.ids.record(article, found, line.number)

    def _article(self, key: str, source: str, clean: Clean, known: Metadata, found: Found) -> SourceArticle:
        raw = source if clean.start == 0 and clean.end == len(source) else source[clean.start : clean.end]
        title = known.title or clean.title
        if is_traditional(clean.text):
            self.traditional.append((found.name, key))
        return SourceArticle(
            id=key,
            title=title,
            text=clean.text,
            body=clean.body,
            offsets=clean.offsets,
            raw=raw,
            start=clean.start,
            end=clean.end,
            path=found.name,
            sha256=fingerprint(
                raw=raw, start=clean.start, text=clean.text, metadata=known.under(Metadata(title=title))
            ),
            published=known.published,
            place=known.place,
            source=known.source,
            url=known.url,
        )


def _articles(data: bytes, found: Found, *, one: bool) -> tuple[str, list[Clean], Metadata]:
    """The source as read, its articles, and what the document itself states; `one` forbids splitting."""
    if found.suffix in (".html", ".htm"):
        from loaders.articles.html import html_page

        page = html_page(data, path=found.name)
        source = f"{page.title}\n{page.text}" if page.title else page.text
        return source, [read_one(source, title=len(page.title))], page.metadata
    if found.suffix == ".txt":
        source = decode(data, path=found.name)
    else:
        from loaders.articles.documents import docx_text, pdf_text

        source = (pdf_text if found.suffix == ".pdf" else docx_text)(data, path=found.name)
    return source, [read_one(source)] if one else read_page(source), UNKNOWN
