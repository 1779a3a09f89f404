"""The shell's lines: what is complete, what each command does, that errors do not end it."""

from __future__ import annotations

import io

import pytest

from queries import Graph
from queries.shell.session import Quit, Session, is_complete


@pytest.fixture
def session(embedded_county: Graph) -> Session:
    return Session(embedded_county.store, io.StringIO(), limit=5, timeout=30.0)


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
