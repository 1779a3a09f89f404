"""Files of articles in a folder: written, and read."""

from pathlib import Path

from loaders.articles import Metadata, Refused, SourceArticle, read_paths
from tests.loaders.articles import pages


def read(*paths: Path, **metadata: str) -> tuple[dict[str, SourceArticle], list[Refused]]:
    found = list(read_paths(paths, metadata=Metadata(**metadata)))
    return {a.id: a for a in found if isinstance(a, SourceArticle)}, [r for r in found if isinstance(r, Refused)]


def write(path: Path, text: str | bytes = pages.PROJECTS) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path
