"""TLS against a real Neo4j with a self-signed certificate of this test's own."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from graph.errors import StoreUnavailable
from graph.settings import Settings
from graph.store import open_store
from tests.conftest import missing
from tests.contract import neo4j_server

CONF = [
    "server.bolt.tls_level=REQUIRED",
    "dbms.ssl.policy.bolt.enabled=true",
    "dbms.ssl.policy.bolt.base_directory=certificates/bolt",
    "dbms.ssl.policy.bolt.private_key=private.key",
    "dbms.ssl.policy.bolt.public_certificate=public.crt",
]
OPENSSL = (
    "openssl req -x509 -newkey rsa:2048 -nodes -keyout private.key -out public.crt -days 2 -subj /CN=127.0.0.1 "
    "-addext subjectAltName=IP:127.0.0.1"
)


@contextmanager
def _own(home: Path, *conf: str) -> Iterator[int]:
    try:
        neo4j_server.jars()
        with neo4j_server.started(home, *conf) as (port, _):
            yield port
    except (neo4j_server.NoNeo4j, FileNotFoundError) as why:
        missing("neo4j", f"no Neo4j: {why}")


def _answer(port: int, scheme: str, home: Path) -> tuple[tuple[object, ...], ...]:
    uri = f"{scheme}://127.0.0.1:{port}"
    with open_store(Settings(db=home, uri=uri, password=neo4j_server.PASSWORD)) as store:
        return store.read("RETURN 1").rows


@pytest.mark.slow
@pytest.mark.neo4j
def test_a_server_that_wants_tls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if shutil.which("openssl") is None:
        missing("neo4j", "TLS is not tested: openssl not found")
    keys = tmp_path / "certificates" / "bolt"
    keys.mkdir(parents=True)
    subprocess.run(OPENSSL.split(), cwd=keys, check=True, capture_output=True)
    with _own(tmp_path, *CONF) as port:
        for scheme in ("bolt+ssc", "neo4j+ssc"):
            assert _answer(port, scheme, tmp_path) == ((1,),)
        for scheme in ("bolt+s", "neo4j+s"):
            with pytest.raises(StoreUnavailable, match=r"not trusted \(self-signed certificate\).*\+ssc") as error:
                _answer(port, scheme, tmp_path)
            assert "\n" not in str(error.value)
        with pytest.raises(StoreUnavailable, match=r"Use bolt\+s://"):
            _answer(port, "bolt", tmp_path)
        monkeypatch.setenv("SSL_CERT_FILE", str(keys / "public.crt"))
        for scheme in ("bolt+s", "neo4j+s"):
            assert _answer(port, scheme, tmp_path) == ((1,),)


@pytest.mark.neo4j
def test_a_server_without_tls(neo4j_settings: Settings) -> None:
    assert neo4j_settings.uri is not None
    port = int(neo4j_settings.uri.rpartition(":")[2])
    with pytest.raises(StoreUnavailable, match="without TLS"):
        _answer(port, "bolt+ssc", neo4j_settings.db)
