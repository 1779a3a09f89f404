"""What every command that answers does: check its options, open the graph, show the answer.

Data goes to stdout, words to stderr.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec

from graph.options import Db
from queries.options import Format, Lang

if TYPE_CHECKING:
    from graph.store.base import Store
    from queries.result import Result

P = ParamSpec("P")


def check(form: str | None, lang: str | None = None, since: str | None = None, until: str | None = None) -> None:
    """Raise InputError for a wrong option, before a store is opened."""
    from graph.errors import InputError
    from queries.output import form_of
    from queries.parameters import period_of

    form_of(form, terminal=False)
    period_of(since, until)
    if lang not in (None, "zh", "en"):
        raise InputError(f"There is no language {lang!r}: zh or en is expected.")


def show(result: Result, form: str | None, lang: str | None = None) -> None:
    """The answer on stdout; on a terminal, how many rows it has; always, whether it was cut.

    To be called while the graph is open: an embedded one takes a third of a second to end, and nobody need wait for it.
    """
    from queries.output import form_of, write

    chosen = form_of(form, terminal=sys.stdout.isatty())
    write(result, sys.stdout, form=chosen, lang=lang)
    sys.stdout.flush()
    if sys.stderr.isatty() and chosen == "table":
        print(f"{len(result)} row{'' if len(result) == 1 else 's'}", file=sys.stderr)
    if result.truncated:
        print(f"There are more rows than the {len(result)} shown: raise --limit.", file=sys.stderr)


def report(make: Callable[Concatenate[Store, P], Result]) -> Callable[..., None]:
    """A command out of a function from a store and options to a result; it gets --format, --lang and --db as well.

    The options' annotations must be there as they are, not as text (no `from __future__ import annotations`): Typer
    reads them from the command's signature.
    """

    @wraps(make)
    def command(*, form: str | None, lang: str | None, db: str | None, **given: Any) -> None:
        from queries.hints import no_such_place
        from queries.opening import open_graph

        check(form, lang, given.get("since"), given.get("until"))
        with open_graph(db) as store:
            result = make(store, **given)  # type: ignore[call-arg]  # Typer passes what the signature says
            show(result, form, lang)
            for hint in () if len(result) else no_such_place(store, given.get("place")):
                print(hint, file=sys.stderr)

    _, *own = inspect.signature(make).parameters.values()
    shared = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=kind)
        for name, kind in (("form", Format), ("lang", Lang), ("db", Db))
    ]
    options = [one.replace(kind=inspect.Parameter.KEYWORD_ONLY) for one in own] + shared
    command.__signature__ = inspect.Signature(options)  # type: ignore[attr-defined]
    command.__annotations__ = {one.name: one.annotation for one in options}
    return command
