"""One question, answered: as a reader, within its limits of rows and time, without the graph's own bookkeeping."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from itertools import islice
from numbers import Integral, Real
from threading import TIMEOUT_MAX
from typing import Any

import neo4j
from neo4j.exceptions import DriverError, Neo4jError

from graph.driver import plain
from graph.errors import InputError, LimitExceeded
from graph.store import clean
from graph.store.dialect import Dialect
from graph.table import Table


def _check(limit: Any, timeout: Any) -> None:
    if limit is not None and not (isinstance(limit, Integral) and 0 <= int(limit) < sys.maxsize):
        raise InputError(f"limit={limit!r}: a number of rows, 0 or more, is expected.")
    if timeout is not None and not (isinstance(timeout, Real) and 0 <= float(timeout) <= TIMEOUT_MAX):
        raise InputError(f"timeout={timeout!r}: a number of seconds, 0 or more, is expected.")


def ask(
    session: neo4j.Session,
    dialect: Dialect,
    cypher: str,
    parameters: Mapping[str, Any],
    *,
    limit: int | None,
    timeout: float | None,
) -> Table:
    """The answer to `cypher`: `limit` rows at most, within `timeout` seconds.

    Raises the driver's errors, InputError for limits that are none, LimitExceeded.
    """
    _check(limit, timeout)
    given: dict[str, Any] = plain(parameters)
    with dialect.deadline(session, timeout) as deadline:
        try:
            tx = session.begin_transaction(timeout=timeout)
            dialect.check(tx, cypher, given)
            result = tx.run(cypher, given)
            rows = [tuple(record.values()) for record in (result if limit is None else islice(result, limit + 1))]
            columns = tuple(result.keys())
            if limit is not None and len(rows) > limit:
                dialect.abandon(session)
                tx.close()
            else:
                tx.commit()  # where the embedded server refuses what it only held in memory so far
        except (DriverError, Neo4jError, OSError) as error:
            if deadline.passed:
                raise LimitExceeded(
                    f"The question took more than {timeout:g} s. Ask for less, or give it more time."
                ) from error
            raise
    kept = rows if limit is None else rows[:limit]
    return Table(columns, tuple(tuple(map(clean.value, row)) for row in kept), truncated=len(kept) < len(rows))
