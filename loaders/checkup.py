"""What `guanxi doctor` says of this room: whether the reader is there and reads, and which optional parts are."""

from __future__ import annotations

import time
from importlib.util import find_spec

from graph.errors import InputError
from graph.settings import Settings
from graph.stores import Finding

SENTENCE = "9月28日上午，全县经济工作会议召开，县委书记王明出席并讲话。"


def examine() -> list[Finding]:
    """Loads the reader and lets it read a sentence; raises nothing of guanxi's."""
    return [_reader(), _training()]


def _reader() -> Finding:
    from loaders.extraction.reader.reader import Reader

    began = time.monotonic()
    try:
        reader = Reader.load(Settings.from_env().reader)
    except InputError as error:
        return Finding(False, "reader", str(error))
    people = [cluster.name for cluster in reader.read([SENTENCE])[0].clusters if cluster.kind == "Person"]
    told = f"version {reader.version}, loaded and read a sentence in {time.monotonic() - began:.1f} s"
    return Finding(
        people == ["王明"], "reader", told if people == ["王明"] else f"{told}, but found {people}, not 王明"
    )


def _training() -> Finding:
    there = find_spec("torch") is not None
    return Finding(
        True, "training", "torch is installed" if there else "not installed: pip install -e '.[train]' in the checkout"
    )
