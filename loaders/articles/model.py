"""What reading yields: articles whose every character is known in the source, and refusals by name."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, fields, replace

import msgspec

from loaders.articles.dates import iso_date
from loaders.articles.offsets import OffsetMap, Span
from loaders.articles.sentences import sentence_spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What is known of an article beside its text; None is unknown. `published` becomes ISO (else InputError)."""

    title: str | None = None
    published: str | None = None
    place: str | None = None
    source: str | None = None
    url: str | None = None

    def __post_init__(self) -> None:
        for name in (item.name for item in fields(self)):
            value = getattr(self, name)
            object.__setattr__(self, name, (value.strip() or None) if value is not None else None)
        if self.published is not None:
            object.__setattr__(self, "published", iso_date(self.published))

    def under(self, stronger: Metadata) -> Metadata:
        """This, with everything that `stronger` knows put over it."""
        known = {item.name: getattr(stronger, item.name) for item in fields(stronger)}
        return replace(self, **{name: value for name, value in known.items() if value is not None})


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceArticle:
    """One article as read.

    `text` is what extraction reads: the headline as one line, a line break, then the body, a paragraph a line. It holds
    only characters of the source (a line break may have become a space, or gone; so have blanks that only pad a name).
    `body` is the offset in `text` where the body starts: 0 if the article has no headline of its own; `title` is then
    the metadata's, or its first words.
    `raw` are the source's characters from `start` to `end`; `sha256` is that of all that the article was made of.
    """

    id: str
    title: str
    text: str
    body: int
    offsets: OffsetMap
    raw: str
    start: int
    end: int
    path: str
    sha256: str
    published: str | None = None
    place: str | None = None
    source: str | None = None
    url: str | None = None

    def source_span(self, start: int, end: int) -> Span:
        """Clean span to source span: code points of the source as read, end exclusive; IndexError outside `text`."""
        return self.offsets.span(start, end)

    def source_text(self, start: int, end: int) -> str:
        """The source's own characters behind the clean span `start` to `end`, line breaks included."""
        low, high = self.offsets.span(start, end)
        return self.raw[low - self.start : high - self.start]

    def sentences(self) -> list[Span]:
        """Clean spans of the sentences, in order: a headline's first, then the body's."""
        return sentence_spans(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """Something that did not become an article. `message` is whole: what, why, what to try.

    `passed_over` is true for what no one would expect to be read (a pipe, a hidden or unknown file, a second copy),
    false for what failed; `line` is the line of a file of records. `remark` is true for a word on what was read all the
    same: nothing failed, and `passed_over` is true too.
    """

    path: str
    message: str
    passed_over: bool = False
    line: int | None = None
    remark: bool = False

    @property
    def kind(self) -> str:
        """What a message begins with, before the path."""
        return "note on" if self.remark else "passed over" if self.passed_over else "refused"


def fingerprint(*, raw: str, start: int, text: str, metadata: Metadata) -> str:
    """SHA-256 of what an article was made of: its characters, where they stood, how they were read, its metadata."""
    content = hashlib.sha256()
    for part in (raw, "" if text == raw else text):
        data = part.encode("utf-8", "surrogatepass")
        content.update(len(data).to_bytes(8, "big"))
        content.update(data)
    content.update(msgspec.json.encode([start, *(getattr(metadata, item.name) for item in fields(metadata))]))
    return content.hexdigest()
