"""What `guanxi doctor` says of the stores: which one answers, its version, what is missing and what mends it."""

from __future__ import annotations

import tempfile
import time
from dataclasses import dataclass, replace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from graph.errors import GuanxiError
from graph.settings import Settings


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the doctor's: whether it is well, what was looked at, and what was found or mends it."""

    well: bool
    name: str
    found: str


def examine(settings: Settings | None = None) -> list[Finding]:
    """Look at the embedded server, the graph that `settings` name, and Neo4j if one is set.

    What is not well is a finding, not an exception.
    """
    settings = settings or Settings.from_env()
    findings = [_embedded(settings), _cache(settings)]
    if settings.uri:
        findings.append(_answers("Neo4j", settings))
    elif settings.db.is_dir():
        findings.append(_answers("graph", settings))
    else:
        findings.append(Finding(True, "graph", f"none yet in {settings.db}: guanxi build PATH… makes it"))
    if not settings.uri:
        findings.append(Finding(True, "Neo4j", "not used (set NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD to use one)"))
    return findings


def _embedded(settings: Settings) -> Finding:
    """Whether the embedded server starts: on an empty graph of its own, so that nobody's data is touched."""
    name = "embedded server"
    try:
        installed = version("arcadedb-embedded")
    except PackageNotFoundError:
        return Finding(False, name, "not installed: pip install arcadedb-embedded")
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="guanxi-doctor-") as folder:
        found = _answers(name, replace(settings, uri=None, db=Path(folder) / "graph.db"))
    if not found.well:
        return found
    return Finding(True, name, f"ArcadeDB {installed} starts, answers and stops in {time.monotonic() - began:.1f} s")


def _cache(settings: Settings) -> Finding:
    from graph.store import launch

    made = launch.cache_file(settings.cache)
    if made is None:
        return Finding(False, "start-up cache", "its folder cannot be written; starts take longer (set GUANXI_CACHE)")
    return Finding(
        True, "start-up cache", f"{made}" if made.exists() else f"{made}, made when a first server has ended"
    )


def _answers(name: str, settings: Settings) -> Finding:
    from graph.store import open_store

    try:
        with open_store(settings) as store:
            articles = store.counts().get("Article", 0)
            told = f"{store.address} answers, {articles} articles"
            if settings.uri:
                components = store.read("CALL dbms.components() YIELD name, versions RETURN name, versions[0]").rows
                told += " (" + ", ".join(f"{each} {number}" for each, number in components) + ")"
            return Finding(True, name, told)
    except GuanxiError as error:
        return Finding(False, name, str(error))
