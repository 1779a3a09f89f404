"""Everything guanxi raises on purpose.

    GuanxiError                 base; its text is one message: what failed, the likely cause, what to try
    ├── InputError              a file, an option or a text that cannot be used (exit 2)
    │   ├── UnreadableFile      one input file: undecodable, empty, binary, damaged, too large
    │   └── RecordError         one line of records that breaks the format; knows file, line and field
    ├── QueryError              a question that cannot be answered: syntax, unknown name, missing parameter (exit 2)
    │   ├── ReadOnlyViolation   a question that would change the graph, or reach outside it
    │   └── LimitExceeded       a question that ran past its time, rows or memory
    ├── StoreError              the store itself failed (exit 3)
    │   ├── StoreUnavailable    no server answers, or the password is wrong
    │   ├── StoreLocked         another process holds the embedded graph
    │   └── SchemaMismatch      the graph was written by an older or a newer guanxi
    └── MissingDependency       an optional part is not installed; names the command that installs it (exit 2)

The exit codes are those of the command line; libraries catch the classes.
"""

from __future__ import annotations


class GuanxiError(Exception):
    """Base of all errors of this project; `exit_code` is what the command line ends with."""

    exit_code = 1


class InputError(GuanxiError):
    """Something the user gave cannot be used."""

    exit_code = 2


class UnreadableFile(InputError):
    """An input file that cannot become articles; the run goes on without it."""


class RecordError(InputError):
    """A line of records that breaks the format.

    `where` is "file:line"; `field` is the path of the offending field (``$.mentions[0].start``), or None.
    """

    def __init__(self, message: str, *, where: str | None = None, field: str | None = None) -> None:
        self.where, self.field = where, field
        super().__init__(f"{where}: {message}" if where else message)


class QueryError(GuanxiError):
    """A question that cannot be answered as it stands."""

    exit_code = 2


class ReadOnlyViolation(QueryError):
    """A question that would write, or reach outside the graph."""


class LimitExceeded(QueryError):
    """A question that ran past its limit of time, rows or memory."""


class StoreError(GuanxiError):
    """The store failed."""

    exit_code = 3


class StoreUnavailable(StoreError):
    """No store answers at the address, or it refuses the credentials."""


class StoreLocked(StoreError):
    """The embedded graph is held by another process."""


class SchemaMismatch(StoreError):
    """The graph's schema version is not this program's."""


class MissingDependency(GuanxiError):
    """An optional dependency is not installed."""

    exit_code = 2
