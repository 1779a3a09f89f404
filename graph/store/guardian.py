"""The embedded server's guardian: a small process that owns the Java child and ends it when nobody needs it any more.

Run as a script with the standard library only (`python -I -S guardian.py`). It reads one line of JSON from stdin
(`command`, `cwd`, `log`, `lock`, `join`, `content`, `token`, `train`), opens a loopback port for *leases*, starts the
server, and writes the join file. Whoever uses the graph holds a connection to that port, opened with the token. The
operating system closes the connection of a process that ends in any way, SIGKILL included, so the server goes when
its last user goes: whether that is the process that started it or one that joined. A lease that ends is answered
`others`, or with the end of the stream once the server is gone. On Linux the kernel ends the server if the guardian
itself is killed.
"""

from __future__ import annotations

import contextlib
import json
import os
import selectors
import signal
import socket
import subprocess
import sys
import time
from typing import Any

FIRST_LEASE = 30.0  # seconds that a server waits for its first user
STOP = 10.0  # seconds from SIGTERM to SIGKILL; the log of the store survives either


def die_with_parent() -> None:
    """In the child before exec, on Linux: SIGTERM when the guardian dies (prctl PR_SET_PDEATHSIG)."""
    import ctypes

    ctypes.CDLL(None).prctl(1, signal.SIGTERM, 0, 0, 0)


def start(spec: dict[str, Any]) -> subprocess.Popen[bytes]:
    """Start the server, in its own directory, its output in its own log."""
    with open(spec["log"], "wb") as log:  # noqa: PTH123  (nothing but builtins: 20 ms less at every start)
        return subprocess.Popen(
            spec["command"],
            cwd=spec["cwd"],
            env={**os.environ, "LC_ALL": "C.UTF-8"},  # Java reads Chinese paths in the locale's encoding
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            preexec_fn=die_with_parent if sys.platform == "linux" else None,
        )


def write_join(spec: dict[str, Any], **more: Any) -> None:
    """Write the join file whole and readable by its owner only."""
    draft = f"{spec['join']}.{os.getpid()}"
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        json.dump({**spec["content"], "token": spec["token"], **more}, file)
    os.replace(draft, spec["join"])  # noqa: PTH105


class Leases:
    """The open connections of this server's users."""

    def __init__(self, token: str) -> None:
        self.token = token.encode() + b"\n"
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.listener.setblocking(False)
        self.selector = selectors.DefaultSelector()
        self.selector.register(self.listener, selectors.EVENT_READ)
        self.held: set[socket.socket] = set()
        self.heard: dict[socket.socket, bytes] = {}
        self.ever = False

    def turn(self, seconds: float) -> list[socket.socket]:
        """Serve what happens within `seconds`; return the leases that ended."""
        ended = []
        for key, _ in self.selector.select(seconds):
            if key.fileobj is self.listener:
                self._accept()
            elif self._hear(key.fileobj):  # type: ignore[arg-type]
                ended.append(key.fileobj)
        return ended  # type: ignore[return-value]

    def _accept(self) -> None:
        connection, _ = self.listener.accept()
        connection.setblocking(False)
        self.selector.register(connection, selectors.EVENT_READ)
        self.heard[connection] = b""

    def _hear(self, connection: socket.socket) -> bool:
        """Read from a connection; True if it held a lease and has let it go."""
        try:
            data = connection.recv(256)
        except OSError:
            data = b""
        if not data:
            self.selector.unregister(connection)
            self.heard.pop(connection, None)
            if connection in self.held:
                self.held.remove(connection)
                return True
            connection.close()
        elif connection in self.heard:
            self.heard[connection] += data
            if self.heard[connection] == self.token:
                self.heard.pop(connection)
                self.held.add(connection)
                self.ever = True
                connection.send(b"ok\n")
        return False


def answer(connection: socket.socket) -> None:
    """Tell a user who leaves that others stay."""
    with contextlib.suppress(OSError):  # it was killed
        connection.send(b"others\n")
    connection.close()


def stop(server: subprocess.Popen[bytes], patience: float) -> None:
    """End the server: politely, then not."""
    server.terminate()
    try:
        server.wait(patience)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def watch(server: subprocess.Popen[bytes], leases: Leases) -> list[socket.socket]:
    """Serve until the last lease has ended, no first one came in time, or the server has ended by itself.

    Returns the last leases, still open: their end is to tell the users that the server is gone.
    """
    deadline = time.monotonic() + FIRST_LEASE
    while server.poll() is None:
        ended = leases.turn(0.5)
        if not leases.held and (leases.ever or time.monotonic() > deadline):
            return ended
        for connection in ended:
            answer(connection)
    return []


def hold(path: str) -> int | None:
    """Take the lock file `path` for the life of this process: its descriptor, or None if another process holds it."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        return None
    return descriptor


def main() -> None:
    """Start, watch, stop."""
    spec = json.loads(sys.stdin.readline())
    if hold(spec["lock"]) is None:
        print("guarded", flush=True)
        return
    if sys.platform != "win32":
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the user's process, which will let go
    leases = Leases(spec["token"])
    server = start(spec)
    write_join(spec, pid=os.getpid(), server=server.pid, lease=leases.listener.getsockname()[1])
    print("started", flush=True)
    last = watch(server, leases)
    leases.listener.close()
    draft, cache = spec["train"] or ("", "")
    stop(server, 60.0 if draft else STOP)
    if draft and os.path.exists(draft):  # noqa: PTH110
        os.replace(draft, cache)  # noqa: PTH105
    os.unlink(spec["join"])  # noqa: PTH108
    for connection in last:
        connection.close()


if __name__ == "__main__":
    main()
