"""The bundled samples in a store: an invented county and zone whose answers are known (loaders/samples/README.md)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, cast

import pytest

from graph.records import Record
from loaders.samples.from_gold import sample_records
from queries import Graph
from tests.conftest import wipe

if TYPE_CHECKING:
    from graph.store.bolt import BoltStore


@cache
def records() -> tuple[Record, ...]:
    """The samples' records, made once."""
    return tuple(sample_records())


@pytest.fixture(scope="module", params=["embedded_server", pytest.param("remote_server", marks=pytest.mark.neo4j)])
def county(request: pytest.FixtureRequest) -> Graph:
    """Each store in turn with the samples in it; for questions only, as a module shares it."""
    store = cast("BoltStore", request.getfixturevalue(request.param))
    wipe(store)
    store.load(records())
    return Graph(store)


@pytest.fixture(scope="module")
def embedded_county(embedded_server: BoltStore) -> Graph:
    """The embedded store with the samples in it, where the store makes no difference."""
    wipe(embedded_server)
    embedded_server.load(records())
    return Graph(embedded_server)
