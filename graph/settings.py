"""Settings, read from the environment in this one place."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

DEFAULT_DB = "guanxi.db"


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the graph is. `uri` set: that Neo4j; otherwise the embedded graph in the directory `db`.

    `heap` is the embedded server's Java heap ("2g"); `cache` holds what can be made again (the ahead-of-time cache).
    `reader` is a folder of weights that replaces those of the package.
    """

    db: Path
    uri: str | None = None
    username: str = "neo4j"
    password: str | None = None
    database: str | None = None
    heap: str = "2g"
    cache: Path | None = None
    reader: Path | None = None

    @classmethod
    def from_env(cls, env: Mapping[str, str] | None = None, *, db: str | Path | None = None) -> Settings:
        """Settings from GUANXI_DB, GUANXI_HEAP, GUANXI_CACHE, GUANXI_READER, NEO4J_URI, NEO4J_USERNAME,
        NEO4J_PASSWORD, NEO4J_DATABASE.

        `db`, where given, wins: a directory, or the URL of a Neo4j (with a scheme, bolt:// and the like).
        """
        env = os.environ if env is None else env
        address = str(db) if db is not None else None
        remote = address if address and "://" in address else None
        if remote is None and address is None:
            remote = env.get("NEO4J_URI") or None
        return cls(
            db=Path(address if address and remote is None else env.get("GUANXI_DB") or DEFAULT_DB),
            uri=remote,
            username=env.get("NEO4J_USERNAME") or "neo4j",
            password=env.get("NEO4J_PASSWORD"),
            database=env.get("NEO4J_DATABASE") or None,
            heap=env.get("GUANXI_HEAP") or "2g",
            cache=Path(env["GUANXI_CACHE"]) if env.get("GUANXI_CACHE") else None,
            reader=Path(env["GUANXI_READER"]) if env.get("GUANXI_READER") else None,
        )
