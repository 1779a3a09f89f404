"""A session of the shell: what each line means, whatever terminal it comes from."""

from __future__ import annotations

import shlex
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
from queries.shell.suggestions import COMMANDS


class Quit(Exception):
    """The user wants to leave."""


def is_complete(text: str) -> bool:
    """Whether a text is to be answered: a command, an empty line, or a question that ends in ``;``."""
    stripped = text.strip()
    return not stripped or stripped.startswith(":") or stripped.endswith(";")


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
        """Answer one line or question; an error is told and returned, not raised. Raises `Quit`."""
        text = text.strip()
        try:
            if text.startswith(":"):
                self._command(text)
            elif text.rstrip(";").strip():
                self._show(
                    asking.query(
                        self.store, text.rstrip("; \n"), self.parameters, limit=self.limit, timeout=self.timeout
                    )
                )
        except GuanxiError as error:
            print(error, file=self.aside)
            return error
        return None

    def _show(self, result: Result) -> None:
        write(result, self.out, form=self.form)
        more = f" (more than the limit of {self.limit}: --limit)" if result.truncated else ""
        print(f"{len(result)} row{'' if len(result) == 1 else 's'}{more}", file=self.aside)

    def _command(self, text: str) -> None:
        name, _, rest = text.rstrip(";").partition(" ")
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
                self.form = form_of(rest.strip() or None, terminal=True)
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
        if unknown := next((word for word in values if word.startswith("--")), None):
            raise InputError(f":ask has no option {unknown}: --evidence is the only one.")
        question = catalogue()[words[0]]
        given = split(question, values)
        answer = asking.ask(self.store, question, given, limit=self.limit, timeout=self.timeout, quotes=quotes)
        self._show(answer)
        for hint in () if len(answer) else hints(self.store, question, given):
            print(hint, file=self.aside)

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
