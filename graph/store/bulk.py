"""Records as the files of `neo4j-admin database import full`: the graph that a load would make, for an empty Neo4j.

One CSV a label and one a relation type between two kinds, each with its header; `import.args` names them for the tool.
Articles and sentences are written as they come; entities and relations, which many articles share, at the end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TextIO

from graph.errors import InputError
from graph.ontology import Property, ontology
from graph.records import Record
from graph.store import rows
from graph.store.base import Located, Rejected
from graph.store.claims import Claims
from graph.store.gather import gather
from graph.store.write import Change

_ARRAY = "\x1f"
_TYPES = {"strings": "string[]", "integer": "long", "number": "double", "boolean": "boolean"}
_ARTICLE = ["title", "source", "place", "published", "url", "sha256", "path", "start:long", "end:long"]
_COMMON = ["id", "evidence:string[]", "rules:string[]", "confidence:double", "first_seen", "last_seen", "_tally"]


@dataclass(slots=True)
class Written:
    """What was written: the folder, and rows by file."""

    folder: Path
    rows: dict[str, int] = field(default_factory=dict)

    def told(self) -> str:
        """What to do next, in two lines."""
        return (
            f"{sum(self.rows.values())} rows in {len(self.rows)} files. With the server down and its database empty:\n"
            f"neo4j-admin database import full neo4j @{self.folder / 'import.args'}\n"
            "and once it is up again, for constraints and indexes: guanxi migrate --db bolt://…"
        )


class _File:
    """One CSV file; its columns are named in its header."""

    def __init__(self, path: Path, columns: Sequence[str]) -> None:
        self.names = [column.split(":")[0] or column for column in columns]
        self.rows = 0
        self.stream: TextIO = path.open("w", encoding="utf-8", newline="\n")
        self.stream.write(",".join(columns) + "\n")

    def row(self, values: Sequence[Any]) -> None:
        """Write one row, in the order of the columns."""
        self.stream.write(",".join(map(_cell, values)) + "\n")
        self.rows += 1

    def properties(self, given: dict[str, Any], *ends: str) -> None:
        """Write the ends of a relation, if any, and properties by name."""
        self.row([*ends, *(given.get(name) for name in self.names[len(ends) :])])


def _cell(value: Any) -> str:
    """A value as the tool reads it: nothing is null, a quoted nothing an empty text or list."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int() | float():
            return repr(value)
        case bytes():
            return _ARRAY.join(str(each if each < 128 else each - 256) for each in value)
        case list():
            if any(_ARRAY in each for each in value):
                raise InputError("A text in a list holds the character U+001F, which separates lists in these files.")
            return _cell(_ARRAY.join(value))
        case _:
            return '"' + str(value).replace('"', '""') + '"'


class _Folder:
    """The files, opened when the first row comes."""

    def __init__(self, path: Path) -> None:
        try:
            path.mkdir(parents=True)
        except OSError as error:
            raise InputError(
                f"{path} cannot be made anew: {error.strerror}. Name a folder that is not there."
            ) from error
        self.path = path
        self.files: dict[str, _File] = {}
        self.arguments: list[str] = []

    def file(self, name: str, option: str, columns: Sequence[str]) -> _File:
        """The file `name`.csv; `option` is what the tool is told of it."""
        if name not in self.files:
            self.files[name] = _File(self.path / f"{name}.csv", columns)
            self.arguments.append(f"{option}={(self.path / f'{name}.csv').absolute()}")
        return self.files[name]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for file in self.files.values():
            file.stream.close()
        options = ["--array-delimiter=U+001F", "--multiline-fields=true", *self.arguments]
        text = "".join(f'"{option}"\n' for option in options)
        (self.path / "import.args").write_text(text, encoding="utf-8")


def write(records: Iterable[Record | Located], folder: Path, *, reject: Callable[[Rejected], None]) -> Written:
    """Write the graph of `records` to the new directory `folder`; what breaks the format goes to `reject`.

    Of an article that comes twice with different content, the second is refused. Raises InputError for the folder.
    """
    change = Change()
    digests: dict[str, str] = {}
    written: set[str] = set()
    with _Folder(folder) as files:
        for claims in gather(records, reject):
            name, digest = claims.article.id, claims.digest
            if digests.setdefault(name, digest) != digest:
                reject(Rejected(name, "$.id", "expected one version of each article, got another one", ""))
            elif name not in written:
                written.add(name)
                change.add(claims)
                _article(files, claims)
        _entities(files, change)
        _relations(files, change)
    return Written(folder, {name: file.rows for name, file in files.files.items()})


def _article(files: _Folder, claims: Claims) -> None:
    """An article, its sentences, and the mentions in them."""
    columns = ["id:ID(Article)", *_ARTICLE, "_digest", "_claims:byte[]"]
    files.file("Article", "--nodes=Article", columns).properties(rows.article_properties(claims))
    sentences = files.file("Sentence", "--nodes=Sentence", ["id:ID(Sentence)", "text", "start:long", "end:long"])
    has = files.file("HAS_SENTENCE", "--relationships=HAS_SENTENCE", [":START_ID(Article)", ":END_ID(Sentence)"])
    for row in rows.sentence_rows(claims):
        sentences.properties(row)
        has.row([row["article"], row["id"]])
    for row in rows.mention_rows(claims):
        kind = claims.entities[row["entity"]].kind
        columns = [":START_ID(Sentence)", f":END_ID({kind})", "start:long", "end:long", "text"]
        mentions = files.file(f"MENTIONS_{kind}", "--relationships=MENTIONS", columns)
        mentions.properties(row, row["sentence"], row["entity"])


def _column(about: Property) -> str:
    kind = _TYPES.get(about.type)
    return f"{about.name}:{kind}" if kind else about.name


def _entities(files: _Folder, change: Change) -> None:
    for kind, tallies in sorted(change.entities.items()):
        known = [_column(about) for about in ontology().kinds[kind].properties.values()]
        file = files.file(kind, f"--nodes={kind}", [f"id:ID({kind})", *known, "_names", "_tally"])
        for name, tally in sorted(tallies.items()):
            file.properties(rows.entity_properties(name, kind, tally, new=True))


def _relations(files: _Folder, change: Change) -> None:
    for (relation, source, target), found in sorted(change.relations.items()):
        about = ontology().relations[relation]
        columns = [f":START_ID({source})", f":END_ID({target})", *map(_column, about.properties.values()), *_COMMON]
        file = files.file(f"{relation}_{source}_{target}", f"--relationships={relation}", columns)
        for name, each in sorted(found.items()):
            shown = rows.relation_properties(each.tally, about)
            file.properties({"id": name, "evidence": sorted(each.come), **shown}, *each.ends)
