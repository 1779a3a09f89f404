"""Where each character of a clean text stands in the source it was read from.

A clean text is the source's own characters, some left out and some moved, so its map is a few runs in which both
advance together. Offsets count code points, end exclusive.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Runs: from `clean[k]` up to the next run, clean offset i stands for source offset `source[k] + i - clean[k]`."""

    length: int
    clean: tuple[int, ...] = (0,)
    source: tuple[int, ...] = (0,)

    @classmethod
    def identity(cls, length: int) -> OffsetMap:
        """The map of a text that is its source."""
        return cls(length)

    def of(self, index: int) -> int:
        """Source offset of the clean character at `index`; IndexError outside the text."""
        if not 0 <= index < self.length:
            raise IndexError(f"offset {index} is outside a text of {self.length} characters")
        run = bisect_right(self.clean, index) - 1
        return self.source[run] + index - self.clean[run]

    def span(self, start: int, end: int) -> Span:
        """The smallest stretch of the source that holds the clean characters from `start` to `end` (at least one)."""
        if start >= end:
            raise IndexError(f"an empty stretch ({start} to {end}) stands nowhere in the source")
        first, last = self.of(start), self.of(end - 1)
        low, high = min(first, last), max(first, last)
        for run in range(bisect_right(self.clean, start), bisect_right(self.clean, end - 1)):
            low, high = min(low, self.source[run]), max(high, self.source[run] - 1)
            high = max(high, self.source[run - 1] + self.clean[run] - self.clean[run - 1] - 1)
        return low, high + 1

    def positions(self) -> list[int]:
        """The source offset of every clean character, in order."""
        ends = [*self.clean[1:], self.length]
        return [
            place
            for start, end, source in zip(self.clean, ends, self.source, strict=True)
            for place in range(source, source + end - start)
        ]


@dataclass(slots=True)
class Assembler:
    """Puts a clean text together from stretches of its source, and keeps the map."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    clean: list[int] = field(default_factory=list)
    source: list[int] = field(default_factory=list)

    def add(self, text: str, at: int) -> None:
        """Appends `text`, which stands in the source at offset `at` (a line break may be written as a space there)."""
        if not text:
            return
        if not self.clean or self.source[-1] + self.length - self.clean[-1] != at:
            self.clean.append(self.length)
            self.source.append(at)
        self.parts.append(text)
        self.length += len(text)

    def text(self) -> str:
        """The clean text so far."""
        return "".join(self.parts)

    def offsets(self) -> OffsetMap:
        """The map of the clean text so far."""
        return OffsetMap(self.length, tuple(self.clean) or (0,), tuple(self.source) or (0,))
