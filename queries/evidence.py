"""Evidence: the sentences behind a row, with the article that holds them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from graph.store.base import Store
from graph.table import Table

COLUMN = "evidence"
"""The column of every named question that holds the ids of the sentences behind a row."""

_SENTENCES = """\
UNWIND $ids AS wanted
MATCH (s:Sentence {id: wanted})<-[:HAS_SENTENCE]-(a:Article)
RETURN s.id AS id, a.id AS article, a.title AS title, a.published AS published, a.source AS source, s.text AS text,
       s.start AS start, s.end AS end, a.url AS url
"""


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of an article; `start`, `end`: code points of the source file, end exclusive; `published`: ISO."""

    id: str
    article: str
    title: str | None
    published: str | None
    source: str | None
    text: str
    start: int
    end: int
    url: str | None = None

    def line(self) -> str:
        """In a line: 《title》 date source：text address, with the line breaks of the source taken out.

        The address stands last and after a blank, so that a terminal knows where it ends.
        """
        head = f"《{self.title}》" if self.title else self.article
        where = "".join(f" {word}" for word in (self.published, self.source) if word)
        return f"{head}{where}：{''.join(self.text.split())}" + (f" {self.url}" if self.url else "")

    def as_dict(self) -> dict[str, Any]:
        """As a map of plain values."""
        return asdict(self)


def ids_in(table: Table) -> list[str]:
    """The sentence ids that a table's evidence column holds, each once, in order of appearance."""
    if COLUMN not in table.columns:
        return []
    return list(dict.fromkeys(one for cell in table.column(COLUMN) for one in cell or ()))


def once(table: Table) -> Table:
    """The table with each sentence named once in a row: several relations of a row may rest on the same one."""
    if COLUMN not in table.columns:
        return table
    place = table.columns.index(COLUMN)
    rows = ((*row[:place], list(dict.fromkeys(row[place] or ())), *row[place + 1 :]) for row in table.rows)
    return Table(table.columns, tuple(rows), table.truncated)


def fetch(store: Store, ids: Iterable[str], *, batch: int = 1_000) -> Mapping[str, Quote]:
    """The quotes of these sentences, by id. A sentence that is not in the graph is left out."""
    wanted = list(dict.fromkeys(ids))
    found: dict[str, Quote] = {}
    for start in range(0, len(wanted), batch):
        table = store.read(_SENTENCES, {"ids": wanted[start : start + batch]})
        found.update((row["id"], Quote(**row)) for row in table.dicts())
    return found
