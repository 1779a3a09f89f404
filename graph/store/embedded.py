"""The embedded graph's server: join the one that runs on a directory, or start it; let it go at the end."""

from __future__ import annotations

import json
import os
import re
import secrets
import select
import socket
import subprocess
import sys
import time
import weakref
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.errors import StoreError, StoreLocked
from graph.store import directory, guardian, launch

_WAIT = 90.0  # seconds; another process may be training the ahead-of-time cache while it ends
_TRIES = 3


@dataclass(frozen=True, slots=True)
class Server:
    """A running server and this process's lease on it; `guard` is the guardian's process if this one started it."""

    bolt: int
    http: int
    root: str
    reader: str
    lease: socket.socket
    guard: subprocess.Popen[bytes] | None = None

    def alive(self) -> bool:
        """Whether the server still runs: its guardian has not closed the lease."""
        ready, _, _ = select.select([self.lease], [], [], 0)
        return not ready

    def release(self) -> None:
        """Let the server go. Waits until it has ended, if nobody else uses it."""
        others = False
        try:
            self.lease.shutdown(socket.SHUT_WR)
            self.lease.settimeout(_WAIT)
            others = self.lease.recv(64) == b"others\n"
        except OSError:
            pass  # it is gone already
        self.lease.close()
        if self.guard is not None:
            _reap(self.guard, others=others)


def _reap(guard: subprocess.Popen[bytes], *, others: bool) -> None:
    """Collect the ended guardian; one that stays for others is no longer this process's to wait for."""
    if others:
        guard.returncode = 0
        return
    try:
        guard.wait(5)
    except subprocess.TimeoutExpired:
        guard.returncode = 0


def open_server(folder: Path, *, heap: str = "2g", cache: Path | None = None) -> Server:
    """Join the server that runs on the directory `folder`, or start one (and the directory, if it is new).

    `heap` is Java's ("2g"); `cache` the folder of the ahead-of-time cache. Raises StoreLocked if another program holds
    the directory, StoreUnavailable if it cannot be used.
    """
    if not re.fullmatch(r"[1-9][0-9]*[kmgKMG]?", heap):
        raise StoreError(f"The heap size {heap!r} is not one. Set GUANXI_HEAP to a number with a unit, such as 2g.")
    folder = folder.absolute()
    directory.make(folder)
    with _opening(folder):
        for _ in range(_TRIES):
            server = _join_or_none(folder) or _start(folder, heap=heap, cache=cache)
            if _answers(server):
                return server
            server.release()
            if not _port_was_taken(folder):
                break
        raise _ended(folder)


@contextmanager
def _opening(folder: Path) -> Iterator[None]:
    """One process at a time decides whether to join or to start."""
    deadline = time.monotonic() + _WAIT
    while (descriptor := guardian.hold(str(folder / "opening.lock"))) is None:
        if time.monotonic() > deadline:
            raise StoreLocked(
                f"Another process has been opening the graph in {folder} for {_WAIT:.0f} s. Wait for it, or end it."
            )
        time.sleep(0.02)
    try:
        yield
    finally:
        os.close(descriptor)


def _join_or_none(folder: Path) -> Server | None:
    """Join the running server; None once it is certain that none runs. Waits for one that is going."""
    deadline = time.monotonic() + _WAIT
    while time.monotonic() < deadline:
        server = _joined(folder)
        if server is not None:
            return server
        descriptor = guardian.hold(str(folder / "guardian.lock"))
        if descriptor is not None:
            _file(folder).unlink(missing_ok=True)  # left by a guardian that was killed
            os.close(descriptor)
            return None
        time.sleep(0.02)
    raise StoreLocked(f"The server of the graph in {folder} neither answers nor ends. End its Java process.")


def _file(folder: Path) -> Path:
    return folder / "server.json"


def _joined(folder: Path) -> Server | None:
    """A lease on the server that the join file names; None if there is none, or it is going."""
    try:
        about = json.loads(_file(folder).read_text(encoding="utf-8"))
        lease = socket.create_connection(("127.0.0.1", about["lease"]), timeout=5)
    except (OSError, ValueError):
        return None
    try:
        lease.sendall(about["token"].encode() + b"\n")
        if lease.recv(3) != b"ok\n":
            raise ConnectionError
    except OSError:
        lease.close()
        return None
    _close_in_children(lease)
    return Server(about["bolt"], about["http"], about["root"], about["reader"], lease)


def _close_in_children(lease: socket.socket) -> None:
    """A forked worker must not hold its parent's lease: the server would outlive a killed parent."""
    held = weakref.ref(lease)

    def close() -> None:
        child = held()
        if child is not None:
            child.close()

    if hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=close)


def _free_ports() -> tuple[int, int]:
    with socket.create_server(("127.0.0.1", 0)) as one, socket.create_server(("127.0.0.1", 0)) as two:
        return one.getsockname()[1], two.getsockname()[1]


def _start(folder: Path, *, heap: str, cache: Path | None) -> Server:
    """Start a guardian with a server on `folder`, and take the first lease."""
    directory.tidy(folder)
    bolt, http = _free_ports()
    passwords = launch.Passwords.new()
    launch.write_users(folder, passwords)
    aot, train = launch.ahead_of_time(cache)
    spec = {
        "command": launch.write_options(folder, bolt=bolt, http=http, heap=heap, aot=aot),
        "cwd": str(folder),
        "log": str(folder / "server.log"),
        "lock": str(folder / "guardian.lock"),
        "join": str(_file(folder)),
        "token": secrets.token_urlsafe(32),
        "content": {"bolt": bolt, "http": http, "root": passwords.root, "reader": passwords.reader},
        "train": train,
    }
    guard = _spawn(spec)
    server = _joined(folder)
    if server is None:  # on a busy machine it has ended before anybody could ask
        with suppress(subprocess.TimeoutExpired):
            guard.wait(timeout=10)
        raise _ended(folder)
    return Server(server.bolt, server.http, server.root, server.reader, server.lease, guard)


def _spawn(spec: dict[str, Any]) -> subprocess.Popen[bytes]:
    """Start the guardian and wait until it has written the join file."""
    apart: dict[str, Any] = {"start_new_session": True}
    if sys.platform == "win32":
        apart = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW}
    guard = subprocess.Popen(
        [sys.executable, "-I", "-S", guardian.__file__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        **apart,
    )
    assert guard.stdin is not None
    assert guard.stdout is not None
    with guard.stdin, guard.stdout:
        guard.stdin.write(json.dumps(spec).encode() + b"\n")
        guard.stdin.flush()
        guard.stdout.readline()
    return guard


def _answers(server: Server) -> bool:
    """Wait until the server accepts connections; False if it ended before."""
    while server.alive():
        try:
            socket.create_connection(("127.0.0.1", server.bolt), timeout=5).close()
        except OSError:
            time.sleep(0.01)
        else:
            return True
    return False


def _log(folder: Path) -> str:
    return (folder / "server.log").read_text(encoding="utf-8", errors="replace")


def _port_was_taken(folder: Path) -> bool:
    """Whether the server ended because somebody took its port in between: another try may help."""
    return "Address already in use" in _log(folder)


def _ended(folder: Path) -> StoreError:
    """The error that says why the server ended at its start."""
    log = _log(folder)
    if "locked by another process" in log:
        return StoreLocked(
            f"The graph in {folder} is held by another process. Close that program, or give another --db."
        )
    lines = [line for line in log.splitlines() if re.search(r"Error|Exception|SEVER|Invalid|exceed", line)]
    why = lines[0].strip() if lines else "no reason given"
    return StoreError(f"The embedded graph's server ended at its start: {why}. Its log: {folder / 'server.log'}")
