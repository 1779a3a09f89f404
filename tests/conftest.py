"""For every test: `embedded`, `neo4j` (a real one, or skipped in one line), `store` (both), `browser`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NoReturn, cast

import pytest
from hypothesis import HealthCheck, settings

from graph.settings import Settings
from graph.store import open_store
from tests.chromium import ARGUMENTS, CHROMIUM
from tests.contract import neo4j_server

if TYPE_CHECKING:
    from graph.store.bolt import BoltStore


# Times are no test: a busy machine is not a broken one.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")
# Golden files and figures are those of the package's own weights.
os.environ.pop("GUANXI_READER", None)


def missing(part: str, why: str) -> NoReturn:
    """Skip aloud; where GUANXI_TEST_REQUIRE names the part, as in CI, fail."""
    if part in os.environ.get("GUANXI_TEST_REQUIRE", "").split(","):
        pytest.fail(why)
    pytest.skip(why)


def wipe(store: BoltStore) -> None:
    """Delete everything but the schema and its version."""
    with store._session(store._writer, "WRITE") as session:
        session.execute_write(lambda tx: tx.run("MATCH (n) WHERE NOT n:_Guanxi DETACH DELETE n").consume())


@pytest.fixture(scope="session")
def embedded_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BoltStore]:
    """The embedded store, started once."""
    with open_store(Settings(db=tmp_path_factory.mktemp("embedded") / "graph.db", heap="1g")) as store:
        yield cast("BoltStore", store)


@pytest.fixture(scope="session")
def neo4j_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """Settings of a real Neo4j."""
    try:
        with neo4j_server.running(tmp_path_factory.mktemp("neo4j")) as settings:
            yield settings
    except neo4j_server.NoNeo4j as why:
        missing("neo4j", f"no Neo4j: {why}")


@pytest.fixture(scope="session")
def remote_server(neo4j_settings: Settings) -> Iterator[BoltStore]:
    """The store on a real Neo4j, connected once."""
    with open_store(neo4j_settings) as store:
        yield cast("BoltStore", store)


@pytest.fixture
def embedded(embedded_server: BoltStore) -> BoltStore:
    """The embedded store, empty."""
    wipe(embedded_server)
    return embedded_server


@pytest.fixture
def neo4j(remote_server: BoltStore) -> BoltStore:
    """The store on a real Neo4j, empty."""
    wipe(remote_server)
    return remote_server


@pytest.fixture(params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def store(request: pytest.FixtureRequest) -> BoltStore:
    """Each store in turn, empty."""
    return cast("BoltStore", request.getfixturevalue(request.param))


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Debian's Chromium, driven by Playwright: one for all tests of a process, which can hold no second."""
    if not CHROMIUM:
        missing(
            "browser", "NO CHROMIUM: pages were not tried in a browser. apt-get install chromium, or set CHROMIUM=PATH."
        )
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()
