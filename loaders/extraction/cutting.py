"""Where the parts of a name stand: an entity that is cut in two, mention by mention."""

from __future__ import annotations

from loaders.extraction.draft import Draft, Span


def part_of(draft: Draft, mention: Span, name: str, part: Span) -> Span | None:
    """Where the characters `part` of `name` stand in a mention that says it; None where it says something else.

    `part` is a span within the name, which has no white space; the mention may have some: 市委 市政府.
    """
    letters = [place for place in range(*mention) if not draft.text[place].isspace()]
    if "".join(draft.text[place] for place in letters) != name:
        return None
    return letters[part[0]], letters[part[1] - 1] + 1
