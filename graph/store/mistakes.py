"""The driver's errors become guanxi's in this one place: what failed, the likely cause, what to try."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from neo4j import exceptions as driver

from graph.errors import (
    GuanxiError,
    InputError,
    LimitExceeded,
    QueryError,
    ReadOnlyViolation,
    StoreError,
    StoreUnavailable,
)

_LITTLE = 16 * 2**20
"""Bytes below which a disk is full: what the server writes ahead of a batch."""

NO_CYPHER = "The question is no Cypher that the graph understands: "
_READ_ONLY = "The question would change the graph, or reach outside it; questions only read."


@contextmanager
def translated(address: str, cypher: str | None = None) -> Iterator[None]:
    """Raise errors of the driver as those of `graph.errors`; `cypher` is the user's text if it was one."""
    try:
        yield
    except driver.Neo4jError as error:
        raise _from_server(error, address, cypher) from error
    except driver.DriverError as error:
        raise _from_driver(error, address) from error
    except (ValueError, TypeError, OverflowError) as error:
        if cypher is not None:
            raise InputError(f"The question cannot be asked with these values: {error}.") from error
        raise _no_address(error, address) from error
    except OSError as error:
        raise _no_address(error, address) from error


def _no_address(error: Exception, address: str) -> StoreUnavailable:
    return StoreUnavailable(f"{address}: {error}. Check the address: bolt://, neo4j://, +s or +ssc for TLS.")


def _from_driver(error: driver.DriverError, address: str) -> GuanxiError:
    reason = str(error).splitlines()[0] if str(error) else type(error).__name__
    match error:
        case driver.ServiceUnavailable() | driver.SessionExpired():
            return _encryption(error, address) or StoreUnavailable(
                f"No graph answers at {address} ({reason}). Is the server running, and is the address right? "
                "Try `guanxi doctor`."
            )
        case driver.ConfigurationError():
            return StoreUnavailable(
                f"{address}: {reason}. Check NEO4J_URI: bolt:// or neo4j://, with +s or +ssc for TLS."
            )
        case driver.ResultError():
            return StoreError(f"{address}: {reason}")
        case _:
            return StoreError(f"{address} failed: {reason}")


def _encryption(error: BaseException, address: str) -> StoreUnavailable | None:
    """What is wrong with TLS, if that is why nobody answers."""
    found = " ".join(_reasons(error))
    untrusted = re.search(r"certificate verify failed: ([^(]*)", found)
    if untrusted:
        return StoreUnavailable(
            f"The certificate of {address} is not trusted ({untrusted[1].strip()}). If it is self-signed on purpose, "
            "use +ssc instead of +s; otherwise name the file of its authority in SSL_CERT_FILE."
        )
    if "incomplete handshake" in found:
        return StoreUnavailable(
            f"{address} answers, but not as Neo4j does without TLS. Use bolt+s:// or neo4j+s:// "
            "(+ssc for a self-signed certificate), and Bolt's port, 7687 by default."
        )
    if "[SSL" in found:
        return StoreUnavailable(f"{address} answers, but without TLS. Use bolt:// or neo4j://, without +s or +ssc.")
    return None


def _reasons(error: BaseException) -> Iterator[str]:
    """The texts of an error and of what lies behind it."""
    yield str(error)
    within = error.exceptions if isinstance(error, BaseExceptionGroup) else ()
    for each in (*within, error.__cause__ or error.__context__):
        if each is not None:
            yield from _reasons(each)


def _disk_is_full(message: str, address: str) -> bool:
    """The embedded server does not say why a commit failed: its directory does."""
    if re.search(r"[Nn]o space left|disk.*full", message):
        return True
    folder = Path(address)
    return "on commit" in message and folder.is_dir() and shutil.disk_usage(folder).free < _LITTLE


def _from_server(error: driver.Neo4jError, address: str, cypher: str | None) -> GuanxiError:
    code, message = error.code or "", _plain(error.message or str(error))
    for pattern, made in _CODES:
        if re.search(pattern, code):
            return made(message, address)
    if _disk_is_full(message, address):
        return StoreError(
            f"{address}: the disk is full. Free space, and run the command again: nothing half was written."
        )
    if re.search(r"command\.timeout|HeapElements|QueryHeapBudget|queryMax|exceeding the maximum", message):
        return _too_much(message, address)
    if cypher is not None and not code.startswith("Neo.TransientError"):
        return QueryError(f"The question cannot be answered: {message}")
    return StoreError(f"{address}: {message} ({code}). Nothing half was written: run the command again.")


def _plain(message: str) -> str:
    return message.strip() or "no reason given"


def _unauthorized(_: str, address: str) -> GuanxiError:
    return StoreUnavailable(f"{address} refuses the user name or the password. Set NEO4J_USERNAME and NEO4J_PASSWORD.")


def _missing_database(message: str, address: str) -> GuanxiError:
    return StoreUnavailable(f"{address} has no such database: {message} Set NEO4J_DATABASE.")


def _too_much(message: str, _: str) -> GuanxiError:
    return LimitExceeded(f"The question took more than it may: {message} Ask for less, or raise the limit.")


def _syntax(message: str, _: str) -> GuanxiError:
    return QueryError(NO_CYPHER + message)


def _parameter(message: str, _: str) -> GuanxiError:
    return QueryError(f"A parameter is missing: {message} Give it with -p name=value.")


def _forbidden(message: str, _: str) -> GuanxiError:
    return ReadOnlyViolation(f"{_READ_ONLY} ({message})")


def _constraint(message: str, address: str) -> GuanxiError:
    return StoreError(f"{address}: a constraint was broken: {message}")


def _log_failed(_: str, address: str) -> GuanxiError:
    return StoreError(
        f"{address} cannot write its transaction log: its disk is probably full. Free space, restart the server, "
        "and run the command again: nothing half was written."
    )


def _panicked(message: str, address: str) -> GuanxiError:
    if "restarted" not in message:
        return StoreError(f"{address}: {message}")
    return StoreUnavailable(
        f"{address} has stopped its database after an error, often a full disk. "
        "See its logs, free space, and restart it."
    )


_CODES = [
    (r"Transaction\.TransactionLogError", _log_failed),
    (r"Transaction\.TransactionStartFailed", _panicked),
    (r"Security\.(Unauthorized|CredentialsExpired|AuthenticationRateLimit|TokenExpired)", _unauthorized),
    (r"Database\.DatabaseNotFound", _missing_database),
    (
        r"(ExecutionTimeout|TransactionTimedOut|MemoryPoolOutOfMemory|TransactionOutOfMemory|OutOfMemory|StackOverFlow|Terminated)",
        _too_much,
    ),
    (r"Statement\.SyntaxError", _syntax),
    (r"Statement\.ParameterMissing", _parameter),
    (r"(Security\.Forbidden|Statement\.AccessMode|ForbiddenOnReadOnlyDatabase|General\.WriteOnReadOnly)", _forbidden),
    (r"Schema\.ConstraintValidationFailed", _constraint),
]
