"""Kinds of events and organizations, levels of places: read off the name by ordered patterns (kinds.yaml)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class KindRule:
    """A named pattern; a name in which it is found is of this kind. `fires` and `silent` are its examples."""

    name: str
    kind: str
    pattern: re.Pattern[str]
    fires: tuple[str, ...]
    silent: tuple[str, ...]


@cache
def kind_rules() -> dict[str, tuple[KindRule, ...]]:
    """The rules of kinds.yaml for "event", "organization" and "place", in their order."""
    raw = yaml.safe_load(files(__package__).joinpath("kinds.yaml").read_text(encoding="utf-8"))
    return {what: tuple(map(_rule, rules)) for what, rules in raw.items()}


def _rule(about: dict[str, Any]) -> KindRule:
    kind = about.get("kind") or about["level"]
    return KindRule(about["name"], kind, re.compile(about["pattern"]), tuple(about["fires"]), tuple(about["silent"]))


def kind_of(what: str, name: str) -> str | None:
    """The kind of an "event" or "organization", or the level of a "place", by its name; None where no rule fires."""
    return next((rule.kind for rule in kind_rules()[what] if rule.pattern.search(name)), None)
