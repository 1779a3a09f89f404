"""Marks over a text, which may lie in each other or cross, as a tree of pieces that nest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from loaders.explanation.model import Mark


@dataclass(slots=True)
class Piece:
    """Part of a mark from `start` to `end`, with what lies in it: text and further pieces.

    A mark that crosses another is cut at its end; `whole` is false for the pieces of it but the last.
    """

    mark: Mark
    start: int
    end: int
    whole: bool = True
    parts: list[str | Piece] = field(default_factory=list)

    @property
    def height(self) -> int:
        """How many marks lie in each other below this one, at most."""
        return max((1 + part.height for part in self.parts if isinstance(part, Piece)), default=0)


def nest(text: str, start: int, end: int, marks: Sequence[Mark]) -> list[str | Piece]:
    """The text from `start` to `end` as characters and pieces; marks that reach beyond are cut there."""
    inside = [Piece(mark, max(mark.start, start), min(mark.end, end)) for mark in marks]
    pieces = [piece for piece in inside if piece.start < piece.end]
    root = Piece(Mark(start, end, ""), start, end)
    _fill(text, root, pieces)
    return root.parts


def _fill(text: str, outer: Piece, pieces: list[Piece]) -> None:
    """Puts `pieces`, all within `outer`, and the text between them into it; the longest of those that start together
    holds the others."""
    left = sorted(pieces, key=lambda piece: (piece.start, -piece.end))
    place = outer.start
    while left:
        first, *others = left
        outer.parts += _words(text, place, first.start)
        mine = [piece for cut in others for piece in _cut(cut, first.end) if piece.end <= first.end]
        left = [piece for cut in others for piece in _cut(cut, first.end) if piece.start >= first.end]
        left.sort(key=lambda piece: (piece.start, -piece.end))
        _fill(text, first, mine)
        outer.parts.append(first)
        place = first.end
    outer.parts += _words(text, place, outer.end)


def _words(text: str, start: int, end: int) -> list[str]:
    return [text[start:end]] if start < end else []


def _cut(piece: Piece, at: int) -> Iterator[Piece]:
    if piece.start < at < piece.end:
        yield Piece(piece.mark, piece.start, at, whole=False)
        yield Piece(piece.mark, at, piece.end, whole=piece.whole)
    else:
        yield piece
