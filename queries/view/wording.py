"""The view's own words, read from words.yaml once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def words() -> dict[str, Any]:
    """derived, properties, surnames, as in words.yaml."""
    text = files("queries.view").joinpath("words.yaml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    # YAML 1.1 reads a bare `on`, `off`, `yes` or `no` as a truth value: none of the keys may be one.
    assert all(isinstance(key, str) for part in loaded.values() for key in part)
    return loaded
