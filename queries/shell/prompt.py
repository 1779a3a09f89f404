"""The shell's prompt: completion, history, several lines, with prompt_toolkit (extra `shell`)."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.errors import MissingDependency
from graph.store.base import Store
from queries.output import form_of
from queries.shell.session import Quit, Session
from queries.shell.statements import is_complete
from queries.shell.suggestions import suggest

if TYPE_CHECKING:
    from prompt_toolkit import PromptSession


def history_file() -> Path:
    """Where questions are remembered: the user's state folder, readable by the user alone."""
    from platformdirs import user_state_path

    file = user_state_path("guanxi", ensure_exists=True) / "history"
    file.touch(mode=0o600, exist_ok=True)
    return file


def _prompt(session: Session) -> PromptSession[str]:
    try:
        from prompt_toolkit import PromptSession
        from prompt_toolkit.completion import CompleteEvent, Completer, Completion
        from prompt_toolkit.document import Document
        from prompt_toolkit.filters import Condition
        from prompt_toolkit.history import FileHistory
    except ImportError as error:
        raise MissingDependency("The shell needs prompt_toolkit: pip install 'guanxi[shell]'.") from error

    class Ontology(Completer):
        """Completes from the ontology."""

        def get_completions(self, document: Document, _event: CompleteEvent) -> Iterable[Completion]:
            for one in suggest(document.text_before_cursor, session.parameters):
                yield Completion(one.text, start_position=-one.length, display_meta=one.meta)

    made: PromptSession[str] = PromptSession(
        history=FileHistory(str(history_file())),
        completer=Ontology(),
        complete_while_typing=False,
        prompt_continuation="   ... ",
    )
    # Enter ends a finished question and starts a new line in the others.
    made.multiline = Condition(lambda: not is_complete(made.default_buffer.text))
    return made


def run(store: Store, *, limit: int, timeout: float) -> int:
    """Ask until the user leaves (:quit or Ctrl-D). Ctrl-C drops the line. Returns the exit code.

    Where no terminal asks (`guanxi shell < questions.cypher`) the lines are answered one after another: data to stdout,
    all else to stderr; the exit code is that of the first that failed.
    """
    if not _somebody_types():
        form = form_of(None, terminal=sys.stdout.isatty())
        return answer_all(Session(store, sys.stdout, limit, timeout, aside=sys.stderr, form=form), sys.stdin)
    session = Session(store, sys.stdout, limit, timeout, aside=sys.stdout)
    prompt: Any = _prompt(session)
    print(f"{store.address} · :help · :quit", file=sys.stderr)
    while True:
        try:
            session.answer(prompt.prompt("guanxi> ", in_thread=_loop_runs()))
        except KeyboardInterrupt:
            continue
        except (EOFError, Quit):
            return 0


def answer_all(session: Session, lines: Iterable[str]) -> int:
    """Answers the commands and questions of `lines`; the last needs no semicolon. The exit code of the first error."""
    code = 0
    question = ""
    try:
        for line in chain(lines, [None]):
            question = (question + (line or "")).lstrip("\ufeff")  # Windows' editors begin a file with it
            if line is None or is_complete(question):
                error = session.answer(question)
                code = code or (error.exit_code if error else 0)
                question = ""
    except Quit:
        pass
    return code


def _somebody_types() -> bool:
    return sys.stdin.isatty()


def _loop_runs() -> bool:
    """Whether an event loop runs in this thread already, as in a notebook: the prompt needs another one then."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True
