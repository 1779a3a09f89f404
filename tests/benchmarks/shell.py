"""`guanxi ask` on the embedded graph, from the shell to its first row and to the prompt: cold, and with a server up."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from itertools import chain
from pathlib import Path

from graph.settings import Settings
from graph.store import open_store
from tests.benchmarks.first_load import GUANXI
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
        _timed(*question)
        cold = _medians(question, plain)
        with open_store(Settings(db=db)):
            warm = _medians(question, plain)
    for state, ((first, prompt), (_, bare)) in (("cold", cold), ("server running", warm)):
        print(
            f"guanxi ask, {state}: first row after {first:.2f} s, prompt after {prompt:.2f} s; "
            f"a bare import of neo4j beside it {bare:.2f} s"
        )


def _timed(*command: str | Path) -> tuple[float, float]:
    """Seconds until a command's first output (or its end), and until its end. Raises OSError if it fails."""
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as child:
        assert child.stdout is not None
        child.stdout.read(1)
        first = time.perf_counter() - began
        child.stdout.read()
    if child.returncode:
        raise OSError(f"{command} ended with {child.returncode}")
    return first, time.perf_counter() - began


def _medians(*commands: tuple[str | Path, ...]) -> list[tuple[float, float]]:
    """Of each command the median seconds to its first output and to its end, in turns."""
    took = [[_timed(*command) for command in commands] for _ in range(TURNS)]
    return [
        (statistics.median(first for first, _ in each), statistics.median(end for _, end in each))
        for each in zip(*took, strict=True)
    ]
