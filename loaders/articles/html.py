"""HTML pages to articles: the main text by trafilatura, metadata from what the page states and never from guesses.

The source as read is the title, a line break, and the main text.
"""

from __future__ import annotations

import logging
import re
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from graph.errors import InputError, UnreadableFile
from loaders.articles.dates import iso_date
from loaders.articles.decode import decode
from loaders.articles.furniture import set_apart
from loaders.articles.model import Metadata
from loaders.articles.tables import CELL, unfold

_LEAST = "40"
"""Characters from which trafilatura trusts what it found. Its 250 are for English; a Chinese brief is shorter, and was
given up for the whole page, menus included."""
_TITLES = ("ArticleTitle", "og:title")
_DATES = ("PubDate", "article:published_time", "publishdate", "DC.date.issued")
_SOURCES = ("ContentSource", "article:publisher")
_SITES = ("SiteName", "og:site_name")
_SITE = re.compile(r"\s*(?:(?:[_|｜]|\s[-–—]\s|--+).*|-[^-]{2,30}(?:网站?|门户|频道|在线|人民政府))$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Page:
    """The main text of an HTML page, its title ("" where it has none), and what its head says."""

    title: str
    text: str
    metadata: Metadata


def html_page(data: bytes, *, path: str) -> Page:
    """The article of an HTML page. UnreadableFile where `data` is no text, no HTML, or holds no article."""
    import lxml.etree
    import lxml.html

    source = decode(data, path=path).encode("utf-8", "ignore")
    parser = lxml.html.HTMLParser(encoding="utf-8")
    try:
        tree = lxml.html.document_fromstring(source, parser=parser)
    except (lxml.etree.LxmlError, ValueError) as error:
        raise UnreadableFile(f"{path} is no HTML ({error}); save the page again") from error
    stated = _stated(tree)
    title = _title(tree, stated)
    text = _main_text(tree, path)
    lines = text.split("\n")
    while lines and title and _same(lines[0], title):
        lines.pop(0)
    text = "\n".join(lines).strip("\n")
    if not text.strip():
        raise UnreadableFile(
            f"{path} holds no article: a list of links, or a page that a script fills; save its text as .txt"
        )
    return Page(title, text, replace(_metadata(stated), title=title))


def _main_text(tree: Any, path: str) -> str:
    import trafilatura
    from trafilatura.settings import use_config

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    config = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", _LEAST)
    config.set("DEFAULT", "MIN_OUTPUT_SIZE", "1")
    config.set("DEFAULT", "EXTRACTION_TIMEOUT", "0")
    unfold(tree)
    try:
        text = trafilatura.extract(tree, include_comments=False, include_tables=True, config=config) or ""
    except Exception as error:  # it raises anything on broken trees, and a page is not worth a run
        raise UnreadableFile(f"{path} cannot be taken apart ({error}); save its text as .txt") from error
    return set_apart(re.sub(rf" ?{CELL} ?", "\t", text))


def _stated(tree: Any) -> dict[str, str]:
    """What the page's head states, by name in small letters; the first of a name counts."""
    stated: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("name") or meta.get("property") or "").strip().lower()
        content = " ".join((meta.get("content") or "").split())
        if name and content:
            stated.setdefault(name, content)
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and link.get("href"):
            stated.setdefault("canonical", link.get("href").strip())
    return stated


def _title(tree: Any, stated: dict[str, str]) -> str:
    named = _first(stated, _TITLES)
    if named:
        return _SITE.sub("", named) or named
    heads = [" ".join(head.text_content().split()) for head in tree.iter("h1")]
    if len([head for head in heads if head]) == 1:
        return next(head for head in heads if head)
    whole = " ".join((tree.findtext(".//title") or "").split())
    return _SITE.sub("", whole) or whole


def _metadata(stated: dict[str, str]) -> Metadata:
    published = _published(_first(stated, _DATES) or "")
    url = stated.get("canonical") or stated.get("og:url")
    source = _first(stated, _SOURCES) or _first(stated, _SITES)
    return Metadata(published=published, source=source, url=url if url and "://" in url else None)


def _published(stated: str) -> str | None:
    """The date that `stated` is or begins with, None where it is none: a page of another mind is read all the same."""
    for written in (stated, stated[:10]):
        with suppress(InputError):
            return iso_date(written)
    return None


def _first(stated: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((stated[name.lower()] for name in names if name.lower() in stated), None)


def _same(line: str, title: str) -> bool:
    return "".join(line.split()) == "".join(title.split())
