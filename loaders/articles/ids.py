"""Article ids, unique over a run and the same in every run over the same files.

A file's articles are called after it: `stem` where it holds one, `stem#1`, `stem#2`, … where it holds several. Records
keep the ids they bring. What would be taken twice is called by its path below the folder given, then with its suffix,
then with `~2`, `~3`, ….
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import count

from loaders.articles.files import Found
from loaders.articles.model import Refused, SourceArticle


@dataclass(slots=True)
class Ids:
    """The ids given so far, each with a short form of its article's fingerprint."""

    given: dict[str, int] = field(default_factory=dict)

    def file(self, found: Found, articles: int) -> list[str]:
        """The ids of a file's `articles`, in order."""
        for name in _names(found.stem, found.relative, found.relative + found.suffix):
            keys = [name] if articles == 1 else [f"{name}#{number}" for number in range(1, articles + 1)]
            if not any(key in self.given for key in (name, *keys)):
                self.given.update(dict.fromkeys((name, *keys), 0))
                return keys
        raise AssertionError("names do not run out")

    def record(self, article: SourceArticle, found: Found, line: int) -> SourceArticle | Refused:
        """`article` of a file of records, under a free id; a Refused where it stood before, word for word."""
        content = int(article.sha256[:15], 16)
        for name in _names(article.id, f"{found.relative}/{article.id}"):
            if name not in self.given:
                self.given[name] = content
                return article if name == article.id else replace(article, id=name)
            if self.given[name] == content:
                break
        again = f"{found.name}:{line} is article {article.id} again, word for word"
        return Refused(path=found.name, message=again, passed_over=True, line=line)


def _names(*preferred: str) -> Iterator[str]:
    yield from preferred
    yield from (f"{preferred[-1]}~{number}" for number in count(2))
