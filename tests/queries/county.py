"""The samples' two jurisdictions, and an answer's rows as the tests write them down."""

from __future__ import annotations

from typing import Any

from queries import Result

COUNTY, ZONE = "云澜县", "澄湖经济技术开发区"


def rows(result: Result, *columns: str) -> list[tuple[Any, ...]]:
    """The named columns of each row."""
    return [tuple(row[column] for column in columns) for row in result.records()]
