"""`guanxi shell`, as a user types in it."""

from __future__ import annotations

import asyncio
import contextvars
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from typer.testing import Result

from queries import Graph
from tests.queries.commandline import run


@pytest.mark.parametrize("inside_a_loop", [False, True])
def test_the_shell_answers_what_is_typed_and_remembers(
    embedded_county: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, inside_a_loop: bool
) -> None:
    from prompt_toolkit.application import create_app_session
    from prompt_toolkit.input import create_pipe_input
    from prompt_toolkit.output import DummyOutput

    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setattr("queries.shell.prompt._somebody_types", lambda: True)
    with create_pipe_input() as keys, create_app_session(input=keys, output=DummyOutput()):
        keys.send_text(":param n=2\rUNWIND range(1, $n) AS i\rRETURN i * 21 AS answer;\r:quit\r")
        found = shell(embedded_county, inside_a_loop=inside_a_loop)
    assert "42" in found.stdout
    assert "2 rows" in found.stdout
    history = tmp_path / "guanxi" / "history"
    assert "+RETURN i * 21 AS answer;" in history.read_text(encoding="utf-8")
    assert history.stat().st_mode & 0o077 == 0


def shell(graph: Graph, *, inside_a_loop: bool) -> Result:
    """The shell in a thread of its own, for a browser's event loop may run in that of the tests."""

    async def within() -> Result:
        return run(graph, "shell")

    def asked() -> Result:
        return asyncio.run(within()) if inside_a_loop else run(graph, "shell")

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(contextvars.copy_context().run, asked).result()
