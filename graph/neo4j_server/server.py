"""Neo4j from its Maven artifacts: fetched once, started by a launcher of a page, Bolt on 127.0.0.1 only."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import platformdirs

from graph.errors import StoreUnavailable

VERSION = "5.26.28"
_HERE = Path(__file__).parent
_OPENS = ["--add-opens=java.base/java.nio=ALL-UNNAMED", "--add-opens=java.base/java.io=ALL-UNNAMED"]
_PATIENCE = 60
"""Seconds that a clean stop may take."""


class NoNeo4j(StoreUnavailable):
    """No Neo4j can be started here; the text says why."""


def jars() -> Path:
    """The folder of Neo4j's jars, fetched once into the user's cache. NoNeo4j without Java, Maven, or a network."""
    missing = [tool for tool in ("java", "javac", "mvn") if shutil.which(tool) is None]
    if missing:
        raise NoNeo4j(f"{', '.join(missing)} not found (apt-get install openjdk-17-jdk-headless maven)")
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
def started(
    home: Path, *settings: str, password: str, port: int = 0, heap: str = "1g", clean: bool = True
) -> Iterator[tuple[int, subprocess.Popen[str]]]:
    """Start Neo4j on the absolute path `home`, with `settings` as in neo4j.conf; its port and process.

    `password` is that of the user neo4j where `home` is new; an older one keeps its own. `port` 0 is any free one. At
    the end it is stopped, or, not `clean`, killed, which is quick. If this process is killed, it ends with the pipe to
    it. Raises NoNeo4j.
    """
    if not (home / "data").exists():
        _set_password(home, password)
    if settings:
        (home / "conf" / "neo4j.conf").write_text("\n".join(settings) + "\n", encoding="utf-8")
    port = _free(port)
    log = (home / "launcher.log").open("w", encoding="utf-8")
    launcher = ["-cp", f"{jars()}/*", str(_HERE / "Launcher.java"), str(home), str(port)]
    server = subprocess.Popen(
        ["java", f"-Xmx{heap}", "-XX:+UseSerialGC", *_OPENS, *launcher],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=log,
        text=True,
        cwd=home,
    )
    assert server.stdin is not None
    assert server.stdout is not None
    with log, server.stdout, server.stdin:
        try:
            if "up" not in server.stdout.readline():
                server.wait(10)
                raise NoNeo4j(f"Neo4j did not start: {told(home)}")
            yield port, server
        finally:
            try:
                if clean:
                    server.stdin.close()
                    with suppress(subprocess.TimeoutExpired):
                        server.wait(_PATIENCE)
            finally:
                server.kill()
                server.wait()


def told(home: Path) -> str:
    """The last that the server at `home` said for people."""
    return (home / "launcher.log").read_text(encoding="utf-8", errors="replace")[-500:].strip()


def _set_password(home: Path, password: str) -> None:
    """Through a file that nobody else may read: a command line is seen by all accounts of the machine."""
    home.mkdir(parents=True, exist_ok=True)
    word = ("@" if password.startswith("@") else "") + password.replace("\\", "\\\\").replace('"', '\\"')
    arguments = home / "password.args"
    arguments.touch(mode=0o600)
    try:
        arguments.write_text(f'dbms set-initial-password\n--\n"{word}"\n', encoding="utf-8")
        admin(home, f"@{arguments}")
    except subprocess.CalledProcessError as error:
        raise NoNeo4j(f"Neo4j does not take the password: {error.stderr.strip()[-300:]}") from None
    finally:
        arguments.unlink()


def _free(port: int) -> int:
    """`port` where it is free, or any free one for 0."""
    try:
        with socket.create_server(("127.0.0.1", port)) as free:
            return int(free.getsockname()[1])
    except OSError:
        raise NoNeo4j(
            f"Port {port} of 127.0.0.1 is taken, by another Neo4j perhaps. Stop that one, or use it as it is."
        ) from None
