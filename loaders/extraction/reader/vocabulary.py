"""Characters to token numbers: one token a character, so spans never need aligning."""

import json
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

PAD, UNKNOWN, START, SEPARATOR, MASK, SPACE = range(6)


class Vocabulary:
    """The encoder's characters. The first six entries are PAD, UNKNOWN, START, SEPARATOR, MASK and SPACE."""

    def __init__(self, characters: list[str]) -> None:
        self.characters = characters
        self._index = {character: number for number, character in enumerate(characters)}

    @classmethod
    def load(cls, path: Path) -> Self:
        """From a JSON list of characters."""
        return cls(json.loads(path.read_text(encoding="utf-8")))

    def __len__(self) -> int:
        return len(self.characters)

    def encode(self, text: str) -> NDArray[np.int64]:
        """One number a code point of `text`."""
        return np.fromiter((self._number(character) for character in text), np.int64, len(text))

    def _number(self, character: str) -> int:
        number = self._index.get(character)
        if number is None:
            number = SPACE if character.isspace() else self._index.get(character.lower(), UNKNOWN)
            self._index[character] = number
        return number
