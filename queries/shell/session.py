"""A session of the shell: what each line means, whatever terminal it comes from."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import IO, Any

from graph.errors import GuanxiError, InputError
from graph.ontology import ontology
from graph.store.base import Store
from queries import asking, listing
from queries.arguments import split
from queries.catalogue import catalogue
from queries.hints import hints
from queries.output import Form, form_of, write
from queries.parameters import assignments
from queries.result import Result
from queries.shell.statements import asks, statements
from queries.shell.suggestions import COMMANDS
from queries.unknown import says_nothing, unknown

_WORDLESS = {":quit", ":exit", ":q", ":help", ":questions", ":schema", ":params"}


class Quit(Exception):
    """The user wants to leave."""


@dataclass
class Session:
    """The state between lines: parameters that are set, the format of answers. What is said of them goes to `aside`."""

    store: Store
    out: IO[str]
    limit: int
    timeout: float
    aside: IO[str]
    form: Form = "table"
    parameters: dict[str, Any] = field(default_factory=dict)

    def answer(self, text: str) -> GuanxiError | None:
        """Answer a command, or the questions of a text, the last with or without ``;``.

        Errors are told; the first is returned, not raised. Raises `Quit`.
        """
        if text.strip().startswith(":"):
            return self._told(self._command, text.strip())
        finished, rest = statements(text)
        errors = [self._told(self._question, one) for one in (*finished, rest) if asks(one)]
        return next((error for error in errors if error), None)

    def _told(self, act: Callable[[str], None], text: str) -> GuanxiError | None:
        try:
            act(text)
        except GuanxiError as error:
            print(error, file=self.aside)
            return error
        return None

    def _question(self, cypher: str) -> None:
        given = self.parameters
        answer = asking.query(self.store, cypher.strip(), given, limit=self.limit, timeout=self.timeout)
        self._show(answer)
        for hint in unknown(cypher) if says_nothing(answer.table) else ():
            print(hint, file=self.aside)

    def _show(self, result: Result) -> None:
        write(result, self.out, form=self.form)
        more = f" (more than the limit of {self.limit}: --limit)" if result.truncated else ""
        print(f"{len(result)} row{'' if len(result) == 1 else 's'}{more}", file=self.aside)

    def _command(self, text: str) -> None:
        name, *words = text.rstrip("; ").split(maxsplit=1)
        rest = words[0] if words else ""
        if rest and name in _WORDLESS:
            raise InputError(f"{name} takes no words: leave out {rest!r}.")
        match name:
            case ":quit" | ":exit" | ":q":
                raise Quit
            case ":help":
                self._help()
            case ":questions":
                write(listing.listing(catalogue()), self.out, form="table")
            case ":ask":
                self._ask(rest)
            case ":schema":
                self._schema()
            case ":param":
                self.parameters |= assignments([rest])
            case ":params":
                for key, value in self.parameters.items():
                    print(f"{key} = {value!r}", file=self.out)
            case ":format":
                self._format(rest)
            case _:
                raise InputError(f"There is no command {name}. :help shows all.")

    def _ask(self, rest: str) -> None:
        try:
            words = shlex.split(rest)
        except ValueError as error:
            raise InputError(f"{rest!r} has an open quotation mark.") from error
        if not words:
            raise InputError("Which question? :questions shows all.")
        quotes = any(word in ("-e", "--evidence") for word in words[1:])
        values = [word for word in words[1:] if word not in ("-e", "--evidence")]
        if unknown := next((word for word in values if re.match("--?[A-Za-z]", word)), None):
            raise InputError(f":ask has no option {unknown}: --evidence is the only one.")
        question = catalogue()[words[0]]
        given = split(question, values)
        answer = asking.ask(self.store, question, given, limit=self.limit, timeout=self.timeout, quotes=quotes)
        self._show(answer)
        for hint in () if len(answer) else hints(self.store, question, given):
            print(hint, file=self.aside)

    def _format(self, wanted: str) -> None:
        if not wanted:
            print(self.form, file=self.out)
            return
        self.form = form_of(wanted, terminal=True)

    def _help(self) -> None:
        print("A question in Cypher ends with ; and may take several lines. Tab completes, ↑ recalls.", file=self.out)
        for name, words in COMMANDS.items():
            print(f"  {name:<11} {words}", file=self.out)

    def _schema(self) -> None:
        known = ontology()
        for name, kind in known.kinds.items():
            print(f"(:{name}) {kind.zh} {kind.en}: {', '.join(kind.properties)}", file=self.out)
        for name, one in known.relations.items():
            ends = f"(:{'|'.join(one.source)})-[:{name}]->(:{'|'.join(one.target)})"
            own = f": {', '.join(one.properties)}" if one.properties else ""
            print(f"{ends} {one.zh} {one.en}{own}", file=self.out)
