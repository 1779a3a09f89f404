"""Speed of betweenness beside plain networkx, in one run: python -m tests.benchmarks.bench_analysis [PEOPLE …]

Networks have a realistic shape (tests.queries.analysis.shapes). networkx's exact betweenness takes time in proportion
to its sources: above 1,000 people it is timed on `TIMED` of them and its time multiplied, which the table marks with ~.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from functools import partial
from typing import Any

import networkx as nx

from queries.analysis.betweenness import SAMPLES, betweenness
from queries.analysis.twins import quotient
from tests.queries.analysis.shapes import network

TIMED = 60
SIZES = (1_000, 5_000, 20_000)


def timed(work: Callable[[], Any]) -> tuple[Any, float]:
    """The answer and the seconds that it took."""
    start = time.perf_counter()
    answer = work()
    return answer, time.perf_counter() - start


def plain(graph: nx.Graph[int]) -> tuple[dict[int, float] | None, float, str]:
    """networkx's values where they are affordable, its seconds, and "~" where these are extrapolated."""
    if len(graph) <= 1_000:
        values, seconds = timed(lambda: nx.betweenness_centrality(graph))
        return values, seconds, " "
    _, seconds = timed(lambda: nx.betweenness_centrality(graph, k=TIMED, seed=0))
    return None, seconds * len(graph) / TIMED, "~"


def compare(people: int) -> None:
    """One row a way: seconds, how many times faster than networkx, the stated error and the true one."""
    graph = network(people)
    classes = len(quotient(nx.to_scipy_sparse_array(graph, weight=None).tocsr().astype("int64")).size)
    print(f"\n{people:,} people, {graph.number_of_edges():,} ties, {classes:,} twin classes")
    baseline, slow, mark = plain(graph)
    print(f"  {'networkx, all sources':34}{mark}{slow:9.1f} s      1 ×")
    exact, quick = timed(lambda: betweenness(graph, exact_up_to=len(graph)))
    truth = baseline or exact.values
    off = max(abs(exact.values[node] - truth[node]) for node in graph)
    against = f"{off:.0e} from networkx" if baseline else "none (tests compare it with networkx)"
    print(f"  {'guanxi, all sources':34} {quick:9.1f} s {slow / quick:6.0f} ×  error {against}")
    for samples in (SAMPLES // 4, SAMPLES):
        if samples < classes:
            drawn, some = timed(partial(betweenness, graph, samples=samples))
            off = max(abs(drawn.values[node] - exact.values[node]) for node in graph)
            words = f"stated error {drawn.error:.5f}, true {off:.5f}, greatest value {max(exact.values.values()):.4f}"
            print(f"  {f'guanxi, {samples:,} sources drawn':34} {some:9.1f} s {slow / some:6.0f} ×  {words}")


def main() -> None:
    """Print the table for the sizes given as arguments, else for the standard ones."""
    for people in [int(word) for word in sys.argv[1:]] or SIZES:
        compare(people)


if __name__ == "__main__":
    main()
