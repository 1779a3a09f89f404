"""A Neo4j that is not there, or does not let us in, is one message with what to do."""

from __future__ import annotations

import socket
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from graph.errors import StoreUnavailable
from graph.settings import Settings
from graph.store import open_store
from graph.stores import examine
from tests.contract import neo4j_server


def _closed_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


@pytest.mark.parametrize("scheme", ["bolt", "neo4j", "bolt+s", "bolt+ssc", "neo4j+s", "neo4j+ssc"])
def test_nobody_answers(scheme: str) -> None:
    uri = f"{scheme}://127.0.0.1:{_closed_port()}"
    with pytest.raises(StoreUnavailable, match="guanxi doctor") as error:
        open_store(Settings(db=Path("x"), uri=uri, password="secret-word"))
    assert uri in str(error.value)
    assert "secret-word" not in str(error.value)
    assert "\n" not in str(error.value)


def test_a_wrong_scheme() -> None:
    with pytest.raises(StoreUnavailable, match=r"bolt:// or neo4j://"):
        open_store(Settings(db=Path("x"), uri="http://127.0.0.1:7474"))


@pytest.mark.neo4j
def test_a_wrong_password(neo4j_settings: Settings) -> None:
    with pytest.raises(StoreUnavailable, match="NEO4J_USERNAME and NEO4J_PASSWORD") as error:
        open_store(replace(neo4j_settings, password="not-the-word"))
    assert "not-the-word" not in str(error.value)


@pytest.mark.neo4j
def test_a_missing_database(neo4j_settings: Settings) -> None:
    with pytest.raises(StoreUnavailable, match="NEO4J_DATABASE"):
        open_store(replace(neo4j_settings, database="nowhere"))


@pytest.mark.slow
@pytest.mark.neo4j
def test_a_server_that_goes_in_mid_question(neo4j_settings: Settings, tmp_path: Path) -> None:
    """`neo4j_settings` skips where there is no Neo4j; this one is of the test's own, to be killed."""
    with neo4j_server.started(tmp_path) as (port, server):
        uri = f"bolt://127.0.0.1:{port}"
        with open_store(replace(neo4j_settings, uri=uri, password=neo4j_server.PASSWORD)) as store:
            store.read("RETURN 1")
            killed = threading.Timer(1, server.kill)
            killed.start()
            with pytest.raises(StoreUnavailable, match="guanxi doctor") as error:
                store.read("UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN max(a * b)")
            killed.join()
    assert uri in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.neo4j
def test_doctor_finds_it_well(neo4j_settings: Settings) -> None:
    findings = {each.name: each for each in examine(neo4j_settings)}
    assert findings["embedded server"].well, findings
    assert findings["Neo4j"].well
    assert "Neo4j Kernel" in findings["Neo4j"].found


def test_doctor_says_what_is_wrong(tmp_path: Path) -> None:
    uri = f"bolt://127.0.0.1:{_closed_port()}"
    findings = {each.name: each for each in examine(Settings(db=tmp_path / "x", uri=uri, heap="512m"))}
    assert not findings["Neo4j"].well
    assert "No graph answers" in findings["Neo4j"].found
