"""The shell's lines: what is complete, what each command does, that errors do not end it."""

from __future__ import annotations

import io
import subprocess
import sys

import pytest

from graph.errors import QueryError
from queries import Graph
from queries.shell.prompt import answer_all
from queries.shell.session import Quit, Session, is_complete


@pytest.fixture
def session(embedded_county: Graph) -> Session:
    out = io.StringIO()
    return Session(embedded_county.store, out, limit=5, timeout=30.0, aside=out)


def told(session: Session, *lines: str) -> str:
    for line in lines:
        session.answer(line)
    return session.out.getvalue()  # type: ignore[attr-defined,no-any-return]


@pytest.mark.parametrize(
    ("text", "complete"),
    [("", True), (":help", True), ("MATCH (n)", False), ("MATCH (n)\nRETURN n;", True), ("RETURN 1; ", True)],
)
def test_a_question_ends_with_a_semicolon(text: str, complete: bool) -> None:
    assert is_complete(text) is complete


def test_questions_with_parameters(session: Session) -> None:
    out = told(session, ":param n=3", "RETURN $n * 2 AS six;", ":params")
    assert "six" in out
    assert "6" in out
    assert "1 row" in out
    assert "n = 3" in out


def test_limit_is_told(session: Session) -> None:
    assert "5 rows (more than the limit of 5" in told(session, "UNWIND range(1, 100) AS n RETURN n;")


def test_errors_are_told_and_the_session_goes_on(session: Session) -> None:
    out = told(session, "RETRUN 1;", ":nonsense", ":ask", ":ask offical", ':ask posts "', ":param x", "RETURN 7 AS x;")
    assert "no command :nonsense" in out
    assert "Which question?" in out
    assert "Did you mean official" in out
    assert "open quotation mark" in out
    assert "has no value" in out
    assert "1 row" in out


def test_named_questions_format_help_and_schema(session: Session) -> None:
    assert "companions" in told(session, ":questions")
    assert '"companion": "' in told(session, ":format jsonl", ":ask companions 陈志远 place=云澜")
    out = told(session, ":help", ":schema")
    assert ":quit" in out
    assert "(:Person|Organization)-[:ATTENDED]->(:Event) 参加 attended: role, capacity, rank, open" in out


def test_quit(session: Session) -> None:
    for word in (":quit", ":exit", ":q"):
        with pytest.raises(Quit):
            session.answer(word)


def test_ask_shows_the_sentences_and_says_what_is_not_there(session: Session) -> None:
    assert "《" in told(session, ":ask responsible who=赵丽华 --evidence")
    assert "图中没有“陈志”" in told(session, ":ask official 陈志")
    assert "no option --limit" in told(session, ":ask official 陈志远 --limit")


SCRIPT = """// two questions and a command
MATCH (p:Person)
WHERE p.name = $name
RETURN count(p) AS people;
RETRUN 1;
:nonsense
RETURN 7 AS seven"""


def test_a_file_of_questions_is_answered_line_by_line(embedded_county: Graph) -> None:
    out, aside = io.StringIO(), io.StringIO()
    session = Session(embedded_county.store, out, limit=5, timeout=30.0, aside=aside, form="jsonl")
    assert answer_all(session, io.StringIO(":param name=陈志远\n" + SCRIPT)) == QueryError.exit_code
    assert out.getvalue() == '{"people": 1}\n{"seven": 7}\n'
    assert "no command :nonsense" in aside.getvalue()
    assert answer_all(session, ["RETURN 1 AS one;\n", ":quit\n", "RETRUN 1;\n"]) == 0


def test_the_command_reads_a_file_without_a_terminal(embedded_county: Graph) -> None:
    command = [sys.executable, "-m", "guanxi", "shell", "--db", embedded_county.store.address]
    done = subprocess.run(command, input="RETURN 1 AS one;\nRETRUN 2;\n", capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (QueryError.exit_code, '{"one": 1}\n')
    assert "RETRUN" in done.stderr
    assert "guanxi>" not in done.stdout + done.stderr
