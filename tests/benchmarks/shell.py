"""`guanxi ask` on the embedded graph from the shell to the end of its answer, cold and where a server runs already."""

from __future__ import annotations

import statistics
import sys
import tempfile
from itertools import chain
from pathlib import Path

from graph.settings import Settings
from graph.store import open_store
from tests.benchmarks.first_load import GUANXI, run
from tests.benchmarks.generated import articles

TURNS = 5


def measure(number: int) -> None:
    """Print the table for a graph of `number` articles."""
    with tempfile.TemporaryDirectory() as folder:
        db = Path(folder) / "graph.db"
        with open_store(Settings(db=db)) as store:
            store.load(chain.from_iterable(articles(number)))
        question = (GUANXI, "ask", "official", "人1", "--db", db)
        plain = (sys.executable, "-c", "import neo4j")
        run(*question)
        cold, bare = _medians(question, plain)
        with open_store(Settings(db=db)):
            warm, again = _medians(question, plain)
    print(f"guanxi ask, cold: {cold:.2f} s; a bare import of neo4j beside it {bare:.2f} s")
    print(f"guanxi ask, server running: {warm:.2f} s; a bare import of neo4j beside it {again:.2f} s")


def _medians(*commands: tuple[str | Path, ...]) -> list[float]:
    """Median seconds of each, in turns."""
    took = [[run(*command)[0] for command in commands] for _ in range(TURNS)]
    return [statistics.median(each) for each in zip(*took, strict=True)]
