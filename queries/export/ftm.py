"""FollowTheMoney: entities for Aleph, OpenSanctions' tools and whoever else speaks it (extra `ftm`).

People, organizations, places, events and posts become its things (Person, PublicBody or Company or Organization,
Address, Event, Position), what somebody is responsible for a Note on them, an article an Article. Holding a post is an
Occupancy, every other stated relation an UnknownLink with its `role`; both carry the sentences (`description`) and the
articles (`proof`). The library checks every entity before it is written.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from graph.errors import MissingDependency
from graph.ontology import ontology
from graph.store.base import Store
from queries.evidence import Quote, fetch
from queries.export.source import Link, Node, links, nodes

if TYPE_CHECKING:
    from followthemoney.proxy import EntityProxy

_PUBLIC = {"party", "government", "congress", "cppcc", "discipline", "court", "street", "village"}
_SCHEMATA = {
    "Person": "Person",
    "Place": "Address",
    "Event": "Event",
    "Post": "Position",
    "Matter": "Note",
    "Article": "Article",
}


def _model() -> Any:
    try:
        from followthemoney import model
    except ImportError as error:
        raise MissingDependency("FollowTheMoney entities need its library: pip install 'guanxi[ftm]'.") from error
    return model


def ftm_id(own: str) -> str:
    """The id there of what has the id `own` here: FollowTheMoney's ids are ASCII letters, digits, dots and hyphens."""
    return "guanxi-" + hashlib.sha1(own.encode(), usedforsecurity=False).hexdigest()


def _schema(node: Node) -> str:
    if node.label != "Organization":
        return _SCHEMATA[node.label]
    kind = node.properties.get("kind")
    return "PublicBody" if kind in _PUBLIC else "Company" if kind == "company" else "Organization"


def _thing(node: Node) -> EntityProxy:
    made: EntityProxy = _model().make_entity(_schema(node))
    made.id = ftm_id(node.id)
    about = node.properties
    name = about.get("name") or about.get("title")
    made.add("name", name)
    for alias in about.get("aliases", ()):
        made.add("alias", alias)
    match node.label:
        case "Article":
            values = {
                "title": about.get("title"),
                "publishedAt": about.get("published"),
                "publisher": about.get("source"),
            }
            values["sourceUrl"] = about.get("url")
        case "Event":
            values = {"date": about.get("date"), "keywords": about.get("kind"), "country": "cn"}
        case "Place":
            values = {"full": name, "region": about.get("jurisdiction"), "country": "cn"}
        case "Post":
            values = {"subnationalArea": about.get("jurisdiction"), "country": "cn"}
        case "Matter":
            values = {"description": name, "keywords": about.get("jurisdiction")}
        case _:
            values = {"keywords": about.get("jurisdiction"), "classification": about.get("kind"), "country": "cn"}
    for key, value in values.items():
        if value is not None and key in made.schema.properties:
            made.add(key, value, quiet=True)
    return made


def _evidence(made: EntityProxy, link: Link, quotes: Mapping[str, Quote]) -> None:
    found = [quotes[one] for one in link.properties.get("evidence", ()) if one in quotes]
    for quote in found:
        made.add("description", quote.line())
        made.add("proof", ftm_id(quote.article))
        made.add("publisher", quote.source, quiet=True)
    made.add("recordId", link.properties.get("id"), quiet=True)


def _role(link: Link) -> str:
    about = ontology().relations[link.type]
    own = link.properties.get("role") or link.properties.get("kind") or link.properties.get("verb")
    return f"{about.zh} {about.en}" + (f" ({own})" if own else "")


def _link(link: Link, quotes: Mapping[str, Quote]) -> EntityProxy:
    """A relation as an interval between two things."""
    held = link.type == "HOLDS_POST"
    made: EntityProxy = _model().make_entity("Occupancy" if held else "UnknownLink")
    made.id = ftm_id(f"{link.type}:{link.source}>{link.target}")
    made.add("holder" if held else "subject", ftm_id(link.source))
    made.add("post" if held else "object", ftm_id(link.target))
    if held:
        made.add("startDate", link.properties.get("start"), quiet=True)
        made.add("endDate", link.properties.get("end"), quiet=True)
    else:
        made.add("role", _role(link))
    _evidence(made, link, quotes)
    return made


_DIRECT = {
    # type: (property, the end that carries it, the end that it names)
    "ATTENDED": ("involved", "target", "source"),
    "SPOKE_AT": ("involved", "target", "source"),
    "CHAIRED": ("involved", "target", "source"),
    "ORGANIZED": ("organizer", "target", "source"),
    "LOCATED_IN": ("addressEntity", "source", "target"),
    "POST_OF": ("organization", "source", "target"),
    "PART_OF": ("parent", "source", "target"),
    "RESPONSIBLE_FOR": ("entity", "target", "source"),
}
"""Properties by which FollowTheMoney's own tools know a relation, beside the link that carries the evidence."""


def entities(store: Store) -> Iterator[EntityProxy]:
    """Every entity, checked: articles and things with their direct properties, then the relations."""
    found = [node for node in nodes(store, sources=True) if node.label != "Sentence"]
    stated = list(links(store))
    quotes = fetch(store, (one for link in stated for one in link.properties.get("evidence", ())))
    direct: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for link in stated:
        if link.type in _DIRECT:
            name, carrier, named = _DIRECT[link.type]
            direct[getattr(link, carrier)].append((name, getattr(link, named)))
    for node in found:
        made = _thing(node)
        for name, other in direct[node.id]:
            if name in made.schema.properties:
                made.add(name, ftm_id(other))
        yield _checked(made)
    for link in stated:
        yield _checked(_link(link, quotes))


def _checked(made: EntityProxy) -> EntityProxy:
    made.schema.validate(cast(Any, made.to_dict()))
    return made


def export(store: Store, path: Path) -> list[Path]:
    """Write the entities to `path`, one JSON object a line; returns it."""
    _model()
    with path.open("w", encoding="utf-8", newline="\n") as out:
        for made in entities(store):
            out.write(json.dumps(made.to_dict(), ensure_ascii=False, sort_keys=True) + "\n")
    return [path]
