"""`make neo4j`: a Neo4j for this machine, in the foreground, its data in a folder that stays.

python -m graph.neo4j_server [FOLDER [PORT]]: until Ctrl-C, on bolt://127.0.0.1:7687, password from NEO4J_PASSWORD.
"""

from __future__ import annotations

import signal
import sys
from pathlib import Path

from graph.driver import neo4j
from graph.errors import GuanxiError, InputError
from graph.neo4j_server.server import VERSION, NoNeo4j, started, told
from graph.settings import Settings

FOLDER = "neo4j-data"
PORT = 7687
_SHORTEST = 8
"""Characters that Neo4j wants a password to have."""


def serve(folder: Path, settings: Settings, *, port: int = PORT) -> None:
    """Run a Neo4j with its data in `folder` until KeyboardInterrupt. Raises InputError, NoNeo4j."""
    password = settings.password
    if not password or len(password) < _SHORTEST:
        raise InputError(
            f"请先设置 NEO4J_PASSWORD，至少 {_SHORTEST} 个字符。 NEO4J_PASSWORD is not set or too short: the password "
            f"of the user neo4j, {_SHORTEST} characters or more. Try: export NEO4J_PASSWORD=…; make neo4j"
        )
    home = folder.resolve()
    print(f"Neo4j {VERSION}: starting (the first time its parts are fetched, about 120 MB)", file=sys.stderr)
    with started(home, password=password, port=port, heap=settings.heap) as (bound, server):
        uri = f"bolt://127.0.0.1:{bound}"
        with neo4j.GraphDatabase.driver(uri) as driver:
            if not driver.verify_authentication(("neo4j", password)):
                raise InputError(
                    f"The Neo4j in {folder} has another password than NEO4J_PASSWORD. Give the one it was made with, "
                    "or move the folder away for a new one."
                )
        print(
            f"Neo4j 已启动，按 Ctrl-C 停止；数据在 {folder}。 It answers on {uri}, data in {folder}; Ctrl-C stops it.\n"
            f"In another terminal: export NEO4J_URI={uri} NEO4J_PASSWORD=…, then guanxi build, ask, view …",
            file=sys.stderr,
            flush=True,
        )
        try:
            server.wait()
        except KeyboardInterrupt:
            print("Neo4j 正在停止。 Stopping.", file=sys.stderr, flush=True)
            signal.signal(signal.SIGINT, signal.SIG_IGN)  # a second Ctrl-C must not turn a clean stop into a crash
            return
        raise NoNeo4j(f"Neo4j ended by itself: {told(home)}")


def main() -> int:
    """The command; its exit code is 0 after Ctrl-C, else that of the error."""
    for each in (signal.SIGINT, signal.SIGTERM):  # a shell's background job would not get SIGINT
        signal.signal(each, signal.default_int_handler)
    try:
        folder, port, *_ = [*sys.argv[1:], *(FOLDER, str(PORT))[len(sys.argv) - 1 :]]
        serve(Path(folder), Settings.from_env(), port=int(port))
    except GuanxiError as error:
        print(f"guanxi: {error}", file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
