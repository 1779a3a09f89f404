"""A real Neo4j for the tests, without docker: three Maven artifacts, a launcher of a page, Bolt on 127.0.0.1.

`NEO4J_URI` is used instead where GUANXI_TEST_NEO4J_WIPE=1 says that everything in it may be deleted.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import platformdirs

from graph.settings import Settings

VERSION = "5.26.28"
PASSWORD = "guanxi-tests"
_HERE = Path(__file__).parent / "neo4j"
_OPENS = ["--add-opens=java.base/java.nio=ALL-UNNAMED", "--add-opens=java.base/java.io=ALL-UNNAMED"]


class NoNeo4j(Exception):
    """No Neo4j can be used here; the text says why."""


@contextmanager
def running(folder: Path) -> Iterator[Settings]:
    """Settings of a Neo4j that may be wiped: the one of the environment, or one started with its data in `folder`."""
    if os.environ.get("NEO4J_URI"):
        if os.environ.get("GUANXI_TEST_NEO4J_WIPE") != "1":
            raise NoNeo4j("NEO4J_URI is set; set GUANXI_TEST_NEO4J_WIPE=1 too if its whole graph may be deleted")
        yield Settings.from_env()
        return
    missing = [tool for tool in ("java", "javac", "mvn") if shutil.which(tool) is None]
    if missing:
        raise NoNeo4j(
            f"{', '.join(missing)} not found (apt-get install openjdk-17-jdk-headless maven), NEO4J_URI not set"
        )
    with started(folder) as (port, _):
        yield Settings(db=folder, uri=f"bolt://127.0.0.1:{port}", password=PASSWORD)


def jars() -> Path:
    """The folder of Neo4j's jars, fetched once into the user's cache."""
    folder = platformdirs.user_cache_path("guanxi") / f"neo4j-{VERSION}" / "lib"
    complete = folder / ".complete"
    if not complete.exists():
        command = ["mvn", "-q", "-B", "dependency:copy-dependencies", "-DincludeScope=runtime"]
        fetched = subprocess.run(
            [*command, f"-Dneo4j.version={VERSION}", f"-DoutputDirectory={folder}"],
            cwd=_HERE,
            capture_output=True,
            text=True,
        )
        if fetched.returncode:
            raise NoNeo4j(f"mvn could not fetch Neo4j {VERSION}: {fetched.stdout.strip()[:300]}")
        complete.touch()
    return folder


def admin(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run neo4j-admin on the server at `home`, which must be down."""
    (home / "conf").mkdir(parents=True, exist_ok=True)
    (home / "conf" / "neo4j.conf").touch()
    return subprocess.run(
        ["java", *_OPENS, "-cp", f"{jars()}/*", "org.neo4j.cli.AdminTool", *arguments],
        cwd=home,  # it writes its report where it stands
        env={**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")},
        capture_output=True,
        text=True,
        check=True,
    )


@contextmanager
def started(home: Path, *settings: str) -> Iterator[tuple[int, subprocess.Popen[str]]]:
    """Start Neo4j on `home`, with `settings` as in neo4j.conf; its port and process.

    If these tests are killed, it ends with the pipe to it.
    """
    if not (home / "data").exists():
        admin(home, "dbms", "set-initial-password", PASSWORD)
    (home / "conf" / "neo4j.conf").write_text("\n".join(settings) + "\n", encoding="utf-8")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    log = (home / "launcher.log").open("w", encoding="utf-8")
    server = subprocess.Popen(
        [
            "java",
            "-Xmx1g",
            "-XX:+UseSerialGC",
            *_OPENS,
            "-cp",
            f"{jars()}/*",
            str(_HERE / "Launcher.java"),
            str(home),
            str(port),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=log,
        text=True,
        cwd=home,
    )
    assert server.stdin is not None
    assert server.stdout is not None
    with log, server.stdout, server.stdin:
        if "up" not in server.stdout.readline():
            server.wait(10)
            raise NoNeo4j(f"Neo4j did not start: {(home / 'launcher.log').read_text(encoding='utf-8')[-500:]}")
        try:
            yield port, server
        finally:
            server.kill()  # its data is a test's: a clean stop would cost seconds
            server.wait()
