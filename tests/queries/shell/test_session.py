"""The shell's lines: what is complete, what each command does, that errors do not end it."""

from __future__ import annotations

import io
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import InputError, QueryError
from queries import Graph
from queries.shell.prompt import answer_all
from queries.shell.session import Quit, Session
from queries.shell.statements import is_complete, statements


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
    [
        ("", True),
        (":help", True),
        ("MATCH (n)", False),
        ("MATCH (n)\nRETURN n;", True),
        ("RETURN 1; ", True),
        ("RETURN 1; // one", True),
        ("RETURN 1; RETURN 2", False),
        ("RETURN 1; RETURN 2;", True),
        ("// one;", True),
        ("MATCH (n) // all;", False),
        ("/* one;", False),
        ("/* one; */", True),
        ("RETURN 'a;", False),
        ("RETURN 'a\\';", False),
        ("RETURN 'it\\'s';", True),
        ("RETURN 1 AS `a;", False),
        ("RETURN 4 / 2;", True),
    ],
)
def test_a_question_ends_with_a_semicolon(text: str, complete: bool) -> None:
    assert is_complete(text) is complete


@given(st.text(alphabet="ab;'\"`/*\\\n "))
def test_no_character_of_a_text_is_lost(text: str) -> None:
    finished, rest = statements(text)
    assert ";".join([*finished, rest]) == text


@given(st.lists(st.text(alphabet="陈;/*\n "), min_size=1))
def test_semicolons_in_quotes_end_nothing(texts: list[str]) -> None:
    questions = [f"RETURN '{text}' AS `{text}`" for text in texts]
    assert statements(";".join([*questions, ""])) == (questions, "")


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
    assert "no option -x" in told(session, ":ask official -x")
    assert "no option --evidence=1" in told(session, ":ask official 陈志远 --evidence=1")


@pytest.mark.parametrize("line", [":help me", ":schema Person", ":params x", ":questions all", ":quit now"])
def test_words_that_a_command_would_ignore_are_refused(session: Session, line: str) -> None:
    assert isinstance(session.answer(line), InputError)
    assert f"{line.split()[0]} takes no words" in told(session)


def test_format_alone_tells_which(session: Session) -> None:
    assert told(session, ":format jsonl", ":format").endswith("jsonl\n")
    assert session.form == "jsonl"


def test_several_questions_in_a_line_are_answered_each(session: Session) -> None:
    out = told(session, ":format jsonl", "RETURN 1 AS a; RETURN ';' AS b; // two")
    assert '{"a": 1}\n' in out
    assert '{"b": ";"}\n' in out
    assert isinstance(session.answer("RETRUN 1; RETURN 3 AS c;"), QueryError)
    assert '{"c": 3}\n' in told(session)


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


@pytest.mark.parametrize(
    ("script", "answers"),
    [
        ("\ufeffRETURN 1 AS a;\n", '{"a": 1}\n'),  # the mark of Windows' editors
        ("// nothing but words;\n", ""),
        ("RETURN 1 AS a; // one\nRETURN 2 AS b;\n", '{"a": 1}\n{"b": 2}\n'),
        ("RETURN 1 AS a; RETURN 2 AS b;\r\n:params\r\n", '{"a": 1}\n{"b": 2}\n'),
        ("RETURN 1 AS a\n/* the last\nneeds none */", '{"a": 1}\n'),
        ('RETURN "一;\\n二" AS a;', '{"a": "一;\\n二"}\n'),
    ],
)
def test_files_as_they_come(embedded_county: Graph, script: str, answers: str) -> None:
    out, aside = io.StringIO(), io.StringIO()
    session = Session(embedded_county.store, out, limit=5, timeout=30.0, aside=aside, form="jsonl")
    assert answer_all(session, io.StringIO(script)) == 0, aside.getvalue()
    assert out.getvalue() == answers


def test_an_open_quotation_mark_at_the_end_is_told(session: Session) -> None:
    assert answer_all(session, ["RETURN 'one;\n"]) == QueryError.exit_code


def test_the_command_reads_a_file_without_a_terminal(embedded_county: Graph) -> None:
    command = [sys.executable, "-m", "guanxi", "shell", "--db", embedded_county.store.address]
    done = subprocess.run(command, input="RETURN 1 AS one;\nRETRUN 2;\n", capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (QueryError.exit_code, '{"one": 1}\n')
    assert "RETRUN" in done.stderr
    assert "guanxi>" not in done.stdout + done.stderr
