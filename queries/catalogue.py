"""The catalogue: named questions, one a file under queries/cypher, each with a header that says what it asks.

The header is the block of ``//`` lines that opens the file, YAML once the slashes are taken off::

    // topic: events
    // zh: 谁参加了某次活动？按名单次序
    // en: Who attended an event? In roster order
    // params:
    //   event: {type: string, zh: 活动名称, en: name of the event, example: 全区企业家座谈会}
    //   place: {type: string, default: null, zh: 辖区, en: jurisdiction}
    // columns:
    //   person: {zh: 姓名, en: person}
    //   evidence: {zh: 依据, en: evidence}
    MATCH …

The file's stem is the question's name. A parameter without a `default` is required. The columns are those of the text's
last RETURN, in order (see queries.columns); `evidence`, the ids of the sentences behind a row, is always among them.
`none` (zh, en) may say why an answer is empty for a name that the graph has. The whole file, header
included, goes to the store, so that a position in an error message is a position in the file.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import msgspec
import yaml

from graph.errors import InputError
from queries.columns import Column, Words
from queries.parameters import Type, fits

RESERVED = frozenset({"evidence", "format", "lang", "limit", "timeout"})
"""Names that options of `ask` already have: no parameter may bear one."""

TOPICS = {
    "officials": {"zh": "人物", "en": "Officials"},
    "posts": {"zh": "职务", "en": "Posts"},
    "events": {"zh": "活动", "en": "Events"},
    "networks": {"zh": "关系", "en": "Ties"},
    "organizations": {"zh": "机构", "en": "Organizations"},
    "places": {"zh": "地点", "en": "Places"},
    "responsibility": {"zh": "责任", "en": "Responsibility"},
    "sources": {"zh": "依据", "en": "Sources and trust"},
}


_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's where it is there: 0.1 s less at every question."""


class Parameter(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a question wants to be told; `default` UNSET means required, `words` limits a string to a list."""

    type: Type
    zh: str
    en: str
    default: Any = msgspec.UNSET
    example: Any = None
    words: tuple[str, ...] = ()

    @property
    def required(self) -> bool:
        """Whether an answer needs it."""
        return self.default is msgspec.UNSET


class Header(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The header as it stands in the file."""

    topic: str
    zh: str
    en: str
    columns: dict[str, Column]
    params: dict[str, Parameter] = {}
    none: Words | None = None


class Question(msgspec.Struct, frozen=True):
    """A named question: its header, its Cypher text, and the file that holds it."""

    name: str
    header: Header
    cypher: str
    path: str

    @property
    def usage(self) -> str:
        """The command line's pattern: required parameters bare, the others in brackets."""
        words = [key if one.required else f"[{key}={_shown(one.default)}]" for key, one in self.header.params.items()]
        return " ".join(["guanxi ask", self.name, *words])


class Catalogue(Mapping[str, Question]):
    """Questions by name. Two files of one name are refused; a name that is not there is answered with the nearest."""

    def __init__(self, questions: Iterable[Question]) -> None:
        self._by_name: dict[str, Question] = {}
        for question in questions:
            if question.name in self._by_name:
                raise InputError(
                    f"{question.path}:1: a question named {question.name!r} is already in "
                    f"{self._by_name[question.name].path}. Rename one of the files."
                )
            self._by_name[question.name] = question

    def __getitem__(self, name: str) -> Question:
        found = self._by_name.get(name)
        if found is None:
            near = difflib.get_close_matches(name, self._by_name, n=3, cutoff=0.4)
            hint = f" Did you mean {', '.join(near)}?" if near else ""
            raise InputError(f"There is no question named {name!r}.{hint} `guanxi ask --list` shows all.")
        return found

    def __contains__(self, name: object) -> bool:
        return name in self._by_name

    def __iter__(self) -> Any:
        return iter(self._by_name)

    def __len__(self) -> int:
        return len(self._by_name)


def _shown(value: Any) -> str:
    return "" if value is None else msgspec.json.encode(value).decode() if not isinstance(value, str) else value


def _head(text: str) -> str:
    lines = []
    for line in text.splitlines():
        if not line.startswith("//"):
            break
        lines.append(line[3:] if line.startswith("// ") else line[2:])
    return "\n".join(lines)


def _line_of(head: str, path: str) -> int:
    """Line of the deepest key of a msgspec path (``$.params[...].type``) that stands in the header."""
    node, line = yaml.compose(head, Loader=_LOADER), 1
    for key in path.replace("[...]", "").split(".")[1:]:
        if not isinstance(node, yaml.MappingNode):
            break
        for name, value in node.value:
            if name.value == key:
                node, line = value, name.start_mark.line + 1
    return line


def _unique(head: str) -> str | None:
    """The first key that a mapping of the header holds twice, as "line: key"."""
    waiting = [yaml.compose(head, Loader=_LOADER)]
    while waiting:
        node = waiting.pop()
        if not isinstance(node, yaml.MappingNode):
            continue
        seen: set[str] = set()
        for name, value in node.value:
            if name.value in seen:
                return f"{name.start_mark.line + 1}: {name.value!r} stands twice"
            seen.add(name.value)
            waiting.append(value)
    return None


def _entry(raw: dict[str, Any]) -> tuple[str, str] | None:
    """The first parameter or column that is not right, as (path, complaint); msgspec names no key of a map."""
    for group, kind in (("params", Parameter), ("columns", Column)):
        entries = raw.get(group)
        for key, value in entries.items() if isinstance(entries, dict) else ():
            try:
                msgspec.convert(value, kind)
            except msgspec.ValidationError as error:
                return f"$.{group}.{key}", str(error).partition(" - at `")[0]
    return None


def _checked(header: Header) -> tuple[str, str] | None:
    """What msgspec cannot see, as (path of the key, complaint)."""
    if header.topic not in TOPICS:
        return "$.topic", f"topic {header.topic!r} is none of {', '.join(TOPICS)}"
    for key, one in header.params.items():
        if key in RESERVED:
            return f"$.params.{key}", f"{key!r} is an option of `guanxi ask`, so no parameter may bear the name"
        for role, given in (("default", one.default), ("example", one.example)):
            if given is not msgspec.UNSET and given is not None and not fits(given, one.type):
                return f"$.params.{key}.{role}", f"the {role} {given!r} is no {one.type}"
    if "evidence" not in header.columns:
        return "$.columns", "no column `evidence`: every row must lead to its sentences"
    return None


def parse(text: str, *, name: str, path: str) -> Question:
    """The question in `text`. Errors are InputError and begin with "path:line"."""
    head = _head(text)
    try:
        twice = _unique(head)
        raw = yaml.load(head, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise InputError(f"{path}:{line}: the header is not valid YAML: {error.problem}.") from error
    if twice:
        raise InputError(f"{path}:{twice} in the header.")
    if not isinstance(raw, dict):
        raise InputError(f"{path}:1: no header: the file must open with `// topic: …` and so on.")
    try:
        header = msgspec.convert(raw, Header)
    except msgspec.ValidationError as error:
        message, _, place = str(error).partition(" - at `")
        key, message = _entry(raw) or (place.rstrip("`"), message)
        raise InputError(f"{path}:{_line_of(head, key)}: the header is not right: {message}.") from error
    if wrong := _checked(header):
        raise InputError(f"{path}:{_line_of(head, wrong[0])}: {wrong[1]}.")
    return Question(name=name, header=header, cypher=text, path=path)


def read(folder: Traversable | Path) -> Catalogue:
    """The catalogue of a folder's ``*.cypher`` files, in order of topic and name."""
    found = [
        parse(file.read_text(encoding="utf-8"), name=file.name.removesuffix(".cypher"), path=str(file))
        for file in folder.iterdir()
        if file.name.endswith(".cypher")
    ]
    order = list(TOPICS)
    return Catalogue(sorted(found, key=lambda one: (order.index(one.header.topic), one.name)))


@cache
def catalogue() -> Catalogue:
    """The questions that come with guanxi."""
    return read(files("queries").joinpath("cypher"))
