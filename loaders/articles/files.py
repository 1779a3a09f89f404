"""Paths to the files to read: a deterministic walk that says why it passes something over, and never hangs.

A folder is walked in the order of its names, links are followed, and no file or folder is visited twice.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from graph.errors import InputError
from loaders.articles.model import Refused

STDIN = "-"
SUFFIXES = (".jsonl.gz", ".jsonl", ".txt", ".html", ".htm", ".pdf", ".docx")
SIDECARS = ("metadata.jsonl", "metadata.csv")
_ADVICE = {
    ".doc": "save it as .docx",
    ".wps": "save it as .docx",
    ".rtf": "save it as .docx",
    ".odt": "save it as .docx",
    ".caj": "save it as .pdf",
    ".md": "name it .txt",
    ".json": "write one object a line and name it .jsonl",
    ".zip": "unpack it",
    ".gz": "unpack it",
    ".rar": "unpack it",
    ".7z": "unpack it",
}
_KINDS = (
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)
_EXAMPLES = 3
_Key = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """A regular file to read: its `suffix` is one of SUFFIXES, `root` the folder given, `name` that of messages."""

    path: Path
    suffix: str
    root: Path
    name: str

    @property
    def relative(self) -> str:
        """Path below the root with forward slashes, without the suffix."""
        return shown(self.path.relative_to(self.root).as_posix())[: -len(self.suffix)]

    @property
    def stem(self) -> str:
        """File name without the suffix."""
        return shown(self.path.name)[: -len(self.suffix)]


@dataclass(slots=True)
class Walk:
    """One walk over everything that was given; remembers what it visited."""

    seen: dict[_Key, Path] = field(default_factory=dict)

    def over(self, paths: Iterable[Path]) -> Iterator[Found | Refused]:
        """Files and refusals of `paths` in the order given, folders in the order of their names."""
        for path in paths:
            yield from self._under(path)

    def _under(self, given: Path) -> Iterator[Found | Refused]:
        waiting = [given]
        while waiting:
            path = waiting.pop()
            try:
                status = path.stat()
            except (OSError, ValueError) as error:
                yield _unreachable(path, error, given=path is given)
                continue
            if path is not given and _hidden(path):
                yield _over(path, "is hidden")
            elif (key := (status.st_dev, status.st_ino)) in self.seen:
                yield _over(path, f"is {shown(self.seen[key])}, which was visited already")
            elif stat.S_ISDIR(status.st_mode) and path is not given and _is_graph(path):
                yield _over(path, "is a graph")
            elif stat.S_ISDIR(status.st_mode):
                self.seen[key] = path
                try:
                    waiting.extend(sorted(path.iterdir(), key=lambda entry: entry.name, reverse=True))
                except OSError as error:
                    yield _unreachable(path, error, given=True)
            elif not stat.S_ISREG(status.st_mode):
                what = next((name for test, name in _KINDS if test(status.st_mode)), "no regular file")
                yield _over(path, f"is {what}, no file")
            else:
                found = self._file(path, given)
                if isinstance(found, Found):
                    self.seen[key] = path
                if found is not None:
                    yield found

    def _file(self, path: Path, given: Path) -> Found | Refused | None:
        name = path.name.lower()
        if name in SIDECARS:
            return _over(path, "is metadata of the files beside it") if path is given else None
        suffix = next((suffix for suffix in SUFFIXES if name.endswith(suffix) and name != suffix), None)
        if suffix is None:
            advice = _ADVICE.get(path.suffix.lower(), f"read are {', '.join(SUFFIXES)}")
            return _over(path, f"has a suffix that is not read ({path.suffix or 'none'}); {advice}")
        return Found(path, suffix, path.parent if path is given else given, shown(path))


def require(paths: Sequence[str | Path]) -> None:
    """InputError where `paths` lead to no file that is read, with what was looked for: before anything is made for it.

    One such file is enough, and so is standard input; whether it can be read is seen when it is.
    """
    passed: list[str] = []
    for path in paths:
        if str(path) == STDIN:
            return
        for found in Walk().over([Path(path)]):
            if isinstance(found, Found):
                return
            passed.append(found.message)
    names = ", ".join(shown(path) for path in paths)
    there = [*passed[:_EXAMPLES], *[f"… ({len(passed)} in all)"][: len(passed) > _EXAMPLES]]
    raise InputError(
        f"{names} 中没有可读的文件；要找的是以 {'、'.join(SUFFIXES)} 结尾的文件。 "
        f"Nothing to read in {names}; looked for were files that end in {', '.join(SUFFIXES)}"
        + (f": {'; '.join(there)}" if there else "")
    )


def shown(path: Path | str) -> str:
    """`path` as people read it, on one line; names from old Chinese archives are GB18030, whatever the system says."""
    raw = os.fsencode(path)
    try:
        name = raw.decode("utf-8")
    except UnicodeDecodeError:
        name = raw.decode("gb18030", "replace")
    return "".join(character if character.isprintable() else "_" for character in name)


def _hidden(path: Path) -> bool:
    """Dot files, and what Office and macOS leave beside documents."""
    return path.name.startswith((".", "~$", "__MACOSX"))


def _is_graph(folder: Path) -> bool:
    """Whether an embedded graph lives there: `guanxi build .` makes its own among the articles."""
    return (folder / "server.options").is_file() and (folder / "databases").is_dir()


def _over(path: Path, why: str) -> Refused:
    return Refused(path=shown(path), message=f"{shown(path)} {why}", passed_over=True)


def _unreachable(path: Path, error: OSError | ValueError, *, given: bool) -> Refused:
    cause = os.strerror(error.errno).lower() if isinstance(error, OSError) and error.errno else str(error)
    if isinstance(error, FileNotFoundError) and path.is_symlink():
        return _over(path, "is a link to nowhere")
    tip = "check the path" if isinstance(error, FileNotFoundError) else "check its permissions"
    message = f"{shown(path)} cannot be opened: {cause}; {tip}"
    return Refused(path=shown(path), message=message, passed_over=not given)
