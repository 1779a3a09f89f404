"""Who is who, for now: a name means one thing within the jurisdiction that issued the article.

Nobody is merged across jurisdictions by name alone, and where the issuing place and the source are unknown the article
is a world of its own. An event is its name and its day; undated, it is the article's own. A session of a
committee or congress is the same under its long and its short name, and so is an organ of the jurisdiction; 云澜县县长
is 县长 where 云澜县 issued the article. 我院 and
我局 are the article's own too: two hospitals of one city both say so.
"""

from __future__ import annotations

from collections.abc import Mapping

from graph.ids import entity_id
from graph.records import Value
from loaders.language.governments import HEADS_GOVERNMENT
from loaders.language.pointers import pointer
from loaders.resolution.organs import organ_of
from loaders.resolution.sessions import is_own, session_of


def identify(kind: str, name: str, properties: Mapping[str, Value], *, within: str, article: str) -> str:
    """The id of an entity of `kind` called `name` in `article`, issued within the jurisdiction `within`."""
    if kind == "Event":
        return entity_id(kind, within, str(properties.get("date") or article), session_of(name, within=within) or name)
    if kind == "Post":
        return entity_id(kind, within, _seat(name, str(properties.get("organization") or ""), within), name)
    if kind == "Organization":
        name = organ_of(name, within=within)
    points = pointer(name)
    return entity_id(kind, article if points and not points.speaks else within, name)


def _seat(title: str, organization: str, within: str) -> str:
    """The organization that tells a post from others of its title."""
    if HEADS_GOVERNMENT.fullmatch(title) and organization and is_own(organization, within):
        return ""
    return organ_of(organization, within=within)
