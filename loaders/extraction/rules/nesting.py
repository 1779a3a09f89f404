"""Names within names.

云澜县人民法院 names a court, not the county as a place nor 法院 as a body of its own: a name that only ever stands
inside a longer organization's name is a part of that name.
"""

from __future__ import annotations

from collections.abc import Sequence

Span = tuple[int, int]


def only_inside(spans: Sequence[Span], hosts: Sequence[Span]) -> bool:
    """Whether every one of `spans` lies within a longer one of `hosts`."""
    return all(any(a <= start and end <= b and (a, b) != (start, end) for a, b in hosts) for start, end in spans)
