"""Extraction over several processes: the same records in the same order, whatever their number.

Each window of text is read alone (reader.ROWS), so what an article gives does not depend on its neighbours. Workers end
when their parent does, also when it is killed.
"""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice
from multiprocessing import active_children, connection, get_context, parent_process

from graph.records import Record
from loaders.articles.model import SourceArticle

CHUNK = 32
"""Articles that one worker takes at a time."""
Extracted = tuple[SourceArticle, list[Record]]


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def extract_all(articles: Iterable[SourceArticle], *, jobs: int) -> Iterator[Extracted]:
    """Each article with its records, in order. With one job, or few articles, everything runs in this process."""
    stream = iter(articles)
    head = list(islice(stream, CHUNK))
    if jobs <= 1 or len(head) < CHUNK:
        yield from _extract(chain(head, stream))
        return
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_follow_parent)
    try:
        yield from _in_order(pool, chain(head, stream), ahead=2 * jobs)
    except BaseException:
        _end(pool)
        raise
    pool.shutdown()


def _in_order(pool: ProcessPoolExecutor, stream: Iterator[SourceArticle], *, ahead: int) -> Iterator[Extracted]:
    """Keeps `ahead` chunks under way, so that memory is flat and no worker waits."""
    under_way: deque[Future[list[Extracted]]] = deque()
    while chunk := list(islice(stream, CHUNK)):
        under_way.append(pool.submit(_work, chunk))
        if len(under_way) >= ahead:
            yield from under_way.popleft().result()
    while under_way:
        yield from under_way.popleft().result()


def _work(chunk: list[SourceArticle]) -> list[Extracted]:
    return list(_extract(chunk))


def _extract(articles: Iterable[SourceArticle]) -> Iterator[Extracted]:
    from loaders.extraction.pipeline import extract  # spaCy and the weights: not before they are needed

    return extract(articles)


def _end(pool: ProcessPoolExecutor) -> None:
    """Ends a pool whose work nobody wants any more: an interrupted run does not wait for what is under way."""
    pool.shutdown(wait=False, cancel_futures=True)
    for worker in active_children():
        worker.terminate()


def _follow_parent() -> None:
    """A worker of a killed run would wait for ever: it watches its parent and goes with it.

    Ctrl-C reaches every process of a terminal; what it means the parent decides.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is None:
        return

    def watch() -> None:
        connection.wait([parent.sentinel])
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
