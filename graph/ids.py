"""Deterministic ids from natural keys: the same text gives the same ids, on any machine, in any order.

An id is readable, `kind:scope/…/name`, so that a row of a table says what it is. `scope` is the jurisdiction that
issued the article: a person is a name within it, and two jurisdictions' 王伟 stay two people. Where neither the
issuing place nor the source is known, the scope is the article's own id: nobody is merged on a name alone.
"""

from __future__ import annotations

import unicodedata


def normal(name: str) -> str:
    """`name` in compatibility form (NFKC) without white space: the form that ids compare."""
    return "".join(unicodedata.normalize("NFKC", name).split())


def scope(*, place: str | None, source: str | None, article: str) -> str:
    """The jurisdiction within which a name means one thing."""
    return normal(place or "") or normal(source or "") or article


def _join(kind: str, *parts: str) -> str:
    return f"{kind}:" + "/".join(part.replace("%", "%25").replace("/", "%2F") for part in parts)


def entity_id(kind: str, within: str, *key: str) -> str:
    """Id of an entity of `kind` whose natural key within the scope `within` is `key`.

    Keys: Person, Organization, Place and Matter (name); Event (date or article id, name); Post (organization or "",
    title).
    """
    return _join(kind.lower(), within, *(normal(part) for part in key))


def sentence_id(article: str, start: int, end: int) -> str:
    """Id of the sentence of `article` from `start` to `end`."""
    return f"{article}@{start}-{end}"
