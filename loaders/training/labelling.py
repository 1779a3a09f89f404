"""A file of unannotated texts to what a student learns from: teachers read it once, and what they say is kept.

In: JSON lines with title and text, as articles have them. Kept: NumPy archives of PART texts each in a folder whose
name depends on teachers, texts and vocabulary, so that a run that was cut off goes on where it stood, and other
teachers start anew. They are plain arrays: no code comes out of them.
"""

import hashlib
import json
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import overload

import numpy as np

from graph.errors import InputError
from loaders.extraction.reader.labels import FAMILIES, KINDS, TAGS
from loaders.extraction.reader.pairs import Mentions
from loaders.extraction.reader.vocabulary import Vocabulary
from loaders.training.batches import Example
from loaders.training.documents import article_text, read_rows
from loaders.training.silver import FEWEST, Silver, Teachers

PART = 250
"""Texts to an archive: on two cores five teachers need some minutes for them."""
FORMAT = "1"
"""To be changed with whatever changes what the same teachers say of the same text, and with the archives' layout."""


class Examples(Sequence[Example]):
    """Examples of what teachers said, each made when asked for: as arrays all of them would take gigabytes."""

    def __init__(self, silver: Sequence[Silver], vocabulary: Vocabulary) -> None:
        self.silver, self.vocabulary = silver, vocabulary

    def __len__(self) -> int:
        return len(self.silver)

    @overload
    def __getitem__(self, index: int) -> Example: ...
    @overload
    def __getitem__(self, index: slice) -> "Examples": ...
    def __getitem__(self, index: int | slice) -> "Example | Examples":
        if isinstance(index, slice):
            return Examples(self.silver[index], self.vocabulary)
        return self.silver[index].example(self.vocabulary)


def labelled(
    texts: Path, teachers: Sequence[Path], vocabulary: Vocabulary, work: Path, report: Callable[[str], None]
) -> Examples:
    """Examples of those texts of a file in which teachers find something; what they say is kept under `work`.

    Raises InputError where texts or teachers cannot be read, or where nothing is found in any text.
    """
    every, folder = read_texts(texts), work / f"silver-{_fingerprint([*teachers, texts], vocabulary)}"
    folder.mkdir(parents=True, exist_ok=True)
    found: list[Silver] = []
    readers: Teachers | None = None
    for at in range(0, len(every), PART):
        path, start = folder / f"{at // PART:05}.npz", time.monotonic()
        if not path.exists():
            readers = readers or Teachers.load(teachers, vocabulary)
            said = (readers.label(text) for text in every[at : at + PART])
            save([silver for silver in said if silver.expected >= FEWEST], path)
            report(f"{min(at + PART, len(every))} of {len(every)} texts labelled, {time.monotonic() - start:.0f} s")
        found += load(path)
    if not found:
        raise InputError(f"The teachers find next to no relations in {texts}: are its texts official news?")
    report(f"{len(found)} of {len(every)} texts have something to teach")
    return Examples(found, vocabulary)


def read_texts(path: Path) -> list[str]:
    """The texts of a file of JSON lines, titles first, without empty ones.

    Raises InputError where a line is no article.
    """
    try:
        texts = [article_text(row) for row in read_rows(path)]
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise InputError(
            f"{path} is no file of texts ({error!r}): each line must be JSON with a title, or none, and a text."
        ) from error
    return [text for text in texts if text.strip()]


def save(silver: Sequence[Silver], path: Path) -> None:
    """Writes what teachers said, end to end and with lengths; `path` is replaced only when the new archive is whole."""
    text = "".join(each.text for each in silver)
    tables = [np.stack([m.start, m.end, m.kind, m.cluster], axis=1) for m in (each.mentions for each in silver)]
    arrays = {
        "text": np.array([ord(character) for character in text], np.uint32),
        "tags": np.concatenate([np.zeros((0, len(KINDS), len(TAGS)), np.float16), *(each.tags for each in silver)]),
        "mentions": np.concatenate([np.zeros((0, 4), np.int64), *tables]),
        "sizes": np.array([[len(each.text), len(each.mentions)] for each in silver], np.int64).reshape(-1, 2),
    }
    for family in FAMILIES:
        each = [one.chances[family.name] for one in silver]
        arrays[family.name] = np.concatenate([np.zeros((0, len(family.labels)), np.float32), *each])
        arrays[f"{family.name}.sizes"] = np.array([len(chances) for chances in each], np.int64)
    draft = path.with_suffix(".part.npz")
    np.savez_compressed(draft, allow_pickle=False, **arrays)
    draft.replace(path)


def load(path: Path) -> list[Silver]:
    """What `save` wrote."""
    with np.load(path) as archive:
        arrays = {name: archive[name] for name in archive.files}
    characters, mentions = arrays["sizes"].T
    chances = [_parts(arrays[family.name], arrays[f"{family.name}.sizes"]) for family in FAMILIES]
    rows = zip(
        _parts(arrays["text"], characters),
        _parts(arrays["tags"], characters),
        _parts(arrays["mentions"], mentions),
        *chances,
        strict=True,
    )
    return [
        Silver("".join(map(chr, text)), tags, Mentions(*table.T), dict(zip(_NAMES, own, strict=True)))
        for text, tags, table, *own in rows
    ]


_NAMES = [family.name for family in FAMILIES]


def _parts(array: np.ndarray, sizes: np.ndarray) -> Iterator[np.ndarray]:
    """An array cut into stretches of these lengths."""
    ends = np.cumsum(sizes)
    return (array[end - size : end] for end, size in zip(ends, sizes, strict=True))


def _fingerprint(paths: Sequence[Path], vocabulary: Vocabulary) -> str:
    """Twelve characters that are others whenever a file, or anything in a folder, or the vocabulary is another."""
    known = hashlib.sha256(json.dumps([FORMAT, vocabulary.characters]).encode())
    for path in paths:
        for file in sorted(path.iterdir()) if path.is_dir() else [path]:
            known.update(hashlib.sha256(file.read_bytes()).digest())
    return known.hexdigest()[:12]
