"""What it takes to start the embedded server: its Java, its options, its users.

The server is ArcadeDB as the wheel `arcadedb-embedded` bundles it, jars and a Java runtime, started directly. Passwords
are new at every start; the server gets them as hashes in its users file and nothing of them is on a command line.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import secrets
import sys
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from graph.errors import MissingDependency

DATABASE = "guanxi"
_WHEEL = "arcadedb-embedded"
LONGEST = 600
"""Seconds after which the server ends any statement, also one whose user has gone."""

_ROUNDS = 1000  # the passwords are 256 random bits: nothing to slow down
_GROUPS = {
    "admin": (
        ["updateSecurity", "updateSchema", "updateDatabaseSettings"],
        ["createRecord", "readRecord", "updateRecord", "deleteRecord"],
    ),
    "reader": ([], ["readRecord"]),
}


@dataclass(frozen=True, slots=True)
class Passwords:
    """The loader's and the reader's password of one run of the server."""

    root: str
    reader: str

    @classmethod
    def new(cls) -> Passwords:
        """Two random ones."""
        return cls(secrets.token_urlsafe(32), secrets.token_urlsafe(32))


def runtime() -> tuple[Path, Path]:
    """The bundled Java and the folder of jars. Raises MissingDependency where the wheel is not installed."""
    spec = find_spec("arcadedb_embedded")
    home = Path(spec.origin).parent if spec and spec.origin else None
    java = home / "jre" / "bin" / ("java.exe" if sys.platform == "win32" else "java") if home else None
    if home is None or java is None or not java.exists():
        raise MissingDependency(
            f"The embedded graph needs the package {_WHEEL}, which is not installed or has no Java for this platform. "
            "Try: pip install arcadedb-embedded, or use a Neo4j (set NEO4J_URI)."
        )
    return java, home / "jars"


def private(path: Path, text: str) -> None:
    """Write `text` to `path`, readable by its owner only."""
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(text)


def _hashed(password: str) -> str:
    salt = base64.b64encode(secrets.token_bytes(32)).decode()
    digest = hashlib.pbkdf2_hmac("sha256", password.encode(), salt.encode(), _ROUNDS, 32)
    return f"PBKDF2WithHmacSHA256${_ROUNDS}${salt}${base64.b64encode(digest).decode()}"


def write_users(folder: Path, passwords: Passwords) -> None:
    """Write users and groups to `folder`/config: a loader, and a reader whose writes the server refuses."""
    config = folder / "config"
    config.mkdir(exist_ok=True)
    groups = {
        name: {
            "access": access,
            "resultSetLimit": -1,
            "readTimeout": -1,
            "types": {"*": {"access": records}},
        }
        for name, (access, records) in _GROUPS.items()
    }
    private(config / "server-groups.json", json.dumps({"version": 1, "databases": {"*": {"groups": groups}}}))
    users = [
        {"name": "root", "databases": {"*": ["admin"]}, "password": _hashed(passwords.root)},
        {"name": "reader", "databases": {DATABASE: ["reader"]}, "password": _hashed(passwords.reader)},
    ]
    private(config / "server-users.jsonl", "".join(json.dumps(user) + "\n" for user in users))


def cache_file(folder: Path | None) -> Path | None:
    """Where the ahead-of-time cache of this wheel and platform belongs; None if that folder cannot be written."""
    if folder is None:
        import platformdirs

        folder = platformdirs.user_cache_path("guanxi")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    if not os.access(folder, os.W_OK):
        return None
    return folder / f"arcadedb-{version(_WHEEL)}.aot"


def ahead_of_time(folder: Path | None) -> tuple[list[str], tuple[str, str] | None]:
    """Java's options for the cache of loaded classes (start in 0.6 s instead of 1.4 s), and, where there is none yet,
    what the guardian renames at the end: (the file this run writes, its final name). Java ignores a cache that does
    not fit.
    """
    made = cache_file(folder)
    if made is None:
        return [], None
    if made.exists():
        return [f"-XX:AOTCache={made}"], None
    draft = f"{made}.{os.getpid()}"
    return [f"-XX:AOTCacheOutput={draft}"], (draft, str(made))


def _quoted(argument: str) -> str:
    return '"' + argument.replace("\\", "\\\\").replace('"', '\\"') + '"'


def write_options(folder: Path, *, bolt: int, http: int, heap: str, aot: list[str]) -> list[str]:
    """Write the options file and return the command that starts the server in `folder`."""
    java, jars = runtime()
    options = [
        f"-Xmx{heap}",
        "-XX:+UseSerialGC",
        *aot,
        "--enable-native-access=ALL-UNNAMED",
        "-Djava.awt.headless=true",
        "-Darcadedb.server.mode=development",  # in production it conceals why a question is wrong
        "-Darcadedb.txWalFlush=1",
        "-Darcadedb.opencypher.loadCsv.allowFileUrls=false",
        "-Darcadedb.opencypher.loadCsv.allowRemoteUrls=false",
        f"-Darcadedb.command.timeout={LONGEST * 1000}",
        "-Darcadedb.server.rootPath=.",
        "-Darcadedb.server.databaseDirectory=./databases",
        f"-Darcadedb.server.defaultDatabases={DATABASE}[root]",
        "-Darcadedb.server.plugins=Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
        "-Darcadedb.bolt.host=127.0.0.1",
        f"-Darcadedb.bolt.port={bolt}",
        "-Darcadedb.server.httpIncomingHost=127.0.0.1",
        f"-Darcadedb.server.httpIncomingPort={http}",
        "-cp",
        str(jars / "*"),
    ]
    private(folder / "server.options", "".join(_quoted(option) + "\n" for option in options))
    return [str(java), "@server.options", "com.arcadedb.server.ArcadeDBServer"]
