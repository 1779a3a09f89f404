"""Open a store: start or join the embedded server, or connect to a Neo4j."""

from __future__ import annotations

import base64
import json
import logging
import time
import urllib.request
from contextlib import suppress
from typing import Any

import neo4j
from neo4j.exceptions import ClientError, DriverError, Neo4jError, ServiceUnavailable, TransientError

from graph.errors import StoreUnavailable
from graph.settings import Settings
from graph.store.bolt import BoltStore
from graph.store.dialect import Embedded, Neo4j
from graph.store.embedded import Server
from graph.store.launch import DATABASE
from graph.store.mistakes import translated

_PATIENCE = 20.0
_SCHEMES = {f"{name}{tls}" for name in ("bolt", "neo4j") for tls in ("", "+s", "+ssc")}
logging.getLogger("neo4j").addHandler(logging.NullHandler())  # its retries are nobody's business on stderr


def embedded_store(settings: Settings, server: Server) -> BoltStore:
    """The embedded graph in `settings.db`, which `server` holds. If it does not answer, the server is let go."""
    writer = _driver(f"bolt://127.0.0.1:{server.bolt}", "root", server.root, patience=10)
    reader = _driver(f"bolt://127.0.0.1:{server.bolt}", "reader", server.reader)

    def sql(command: str) -> None:
        _sql(server, command)

    def terminate(port: int) -> None:
        _terminate(writer, port)

    address = str(settings.db)
    try:
        with translated(address):
            _until_there(writer, address)
    except BaseException:
        writer.close()
        reader.close()
        server.release()
        raise
    return BoltStore(
        address=address,
        dialect=Embedded(sql, terminate),
        writer=writer,
        reader=reader,
        database=DATABASE,
        on_close=server.release,
    )


def neo4j_store(settings: Settings) -> BoltStore:
    """The Neo4j at `settings.uri`."""
    assert settings.uri is not None
    scheme = settings.uri.partition("://")[0]
    if scheme not in _SCHEMES:
        raise StoreUnavailable(
            f"{settings.uri}: {scheme} is no scheme of a Neo4j. Use bolt:// or neo4j://, with +s or +ssc for TLS."
        )
    with translated(settings.uri):
        driver = _driver(settings.uri, settings.username, settings.password or "")
        try:
            driver.verify_connectivity()  # a transaction would try again for half a minute
        except BaseException:
            driver.close()
            raise
    return BoltStore(address=settings.uri, dialect=Neo4j(), writer=driver, reader=driver, database=settings.database)


def _driver(address: str, user: str, password: str, *, patience: float = 30) -> neo4j.Driver:
    """A driver whose transactions are tried again for `patience` seconds: a cluster's leader may change meanwhile."""
    return neo4j.GraphDatabase.driver(
        address,
        auth=(user, password),
        liveness_check_timeout=30,
        max_transaction_retry_time=patience,
        notifications_min_severity="OFF",
        telemetry_disabled=True,
    )


def _until_there(driver: neo4j.Driver, address: str) -> None:
    """Bolt answers a moment before the database exists."""
    deadline = time.monotonic() + _PATIENCE
    while True:
        try:
            driver.execute_query("RETURN 1", database_=DATABASE)
        except (ClientError, ServiceUnavailable, TransientError) as error:
            if time.monotonic() > deadline:
                raise StoreUnavailable(f"The embedded graph in {address} does not answer: {error}") from error
            time.sleep(0.02)
        else:
            return


def _terminate(driver: neo4j.Driver, port: int) -> None:
    """End what the embedded server does for the connection from `port`."""
    with suppress(DriverError, Neo4jError), driver.session(database=DATABASE) as session:
        running = session.run("SHOW TRANSACTIONS YIELD transactionId, clientAddress RETURN *").data()
        for each in running:
            if each["clientAddress"].endswith(f":{port}"):
                session.run("TERMINATE TRANSACTIONS $id", {"id": each["transactionId"]}).consume()


def _sql(server: Server, command: str) -> Any:
    """Run a statement of the embedded engine's own SQL, for what its Cypher cannot say."""
    credentials = base64.b64encode(f"root:{server.root}".encode()).decode()
    request = urllib.request.Request(
        f"http://127.0.0.1:{server.http}/api/v1/command/{DATABASE}",
        data=json.dumps({"language": "sql", "command": command}).encode(),
        headers={"Authorization": f"Basic {credentials}", "Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.load(answer)
