"""What a picture is asked for with: options that cannot be met, names, days, parameters, the command."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from graph.errors import InputError, LimitExceeded, QueryError
from graph.store.base import Store
from graph.table import Table
from queries.view import draw, view
from queries.view.commands import register


def test_a_name_that_is_not_there(store: Store) -> None:
    with pytest.raises(InputError, match="林晓峰"):
        view(store, around="晓峰")
    with pytest.raises(InputError, match="guanxi ask search"):
        view(store, around="查无此人")
    with pytest.raises(InputError, match="Nothing"):
        view(store, organization="林晓峰")


def test_values_alone_cannot_be_drawn(store: Store) -> None:
    with pytest.raises(QueryError, match="RETURN p, r, e"):
        view(store, "MATCH (p:Person) RETURN p.name")
    assert len(draw(None, Table(("p",), ())).data.nodes) == 0


def test_too_many_rows_are_refused_rather_than_cut(store: Store) -> None:
    with pytest.raises(LimitExceeded, match="more than 50,000 rows"):
        view(store, "UNWIND range(0, 50001) AS i MATCH (p:Person {name: '王伟'}) RETURN p")


def test_parameters_are_values(store: Store) -> None:
    cypher = "MATCH (p:Person {name: $name})-[r]->(e) RETURN p, r, e"
    assert view(store, cypher, parameters={"name": "林晓峰"}).data.edges
    assert not view(store, cypher, parameters={"name": "x'}) RETURN p //"}).data.edges


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"around": "甲", "event": "乙"}, "exclude one another"),
        ({"coattendance": True, "organization": "乙"}, "exclude one another"),
        ({"since": "去年"}, "a date such as"),
        ({"until": "2020-99"}, "a date such as"),
        ({"since": "2023-6"}, "a date such as"),
        ({"since": "２０２３"}, "a date such as"),
        ({"since": "2024", "until": "2023-12"}, "ends before it begins"),
        ({"max_nodes": 0}, "at least 1"),
        ({"hops": 2}, "goes with --around"),
        ({"parameters": {"name": "甲"}}, "go with a Cypher question"),
        ({"lang": "fr"}, "no language 'fr'"),
        ({"around": ""}, "--around has no name"),
        ({"event": " \u3000"}, "--event has no name"),
        ({"organization": ""}, "--organization has no name"),
        ({"around": "", "event": "乙"}, "exclude one another"),
        ({"around": "林晓峰", "hops": 0}, "--hops is a whole number from 1 to 4"),
        ({"around": "林晓峰", "hops": "2"}, "--hops is a whole number from 1 to 4"),
        ({"max_nodes": -1}, "at least 1"),
        ({"max_nodes": "many"}, "at least 1"),
        ({"parameters": {"name": "甲"}, "since": "2023"}, "go with a Cypher question"),
    ],
)
def test_options_that_cannot_be_met(store: Store, options: dict[str, object], said: str) -> None:
    with pytest.raises(InputError, match=said):
        view(store, **options)  # type: ignore[arg-type]


def test_a_question_without_words_is_not_the_whole_graph(store: Store) -> None:
    for cypher in ("", " \n", ";"):
        with pytest.raises(InputError, match="The question is empty"):
            view(store, cypher)


def test_days_of_python_are_dates(store: Store) -> None:
    first, last = date(2023, 2, 1), date(2023, 5, 31)
    for together in (False, True):
        texts = view(store, coattendance=together, since="2023-02-01", until="2023-05-31")
        days = view(store, coattendance=together, since=first, until=last)
        assert days.data == texts.data


@pytest.mark.parametrize("option", ["around", "event", "organization"])
def test_a_name_that_is_no_text_is_told(store: Store, option: str) -> None:
    with pytest.raises(InputError, match=f"--{option} wants a name, a text"):
        view(store, **{option: 5})  # type: ignore[arg-type]
    with pytest.raises(InputError, match="a text in Cypher"):
        view(store, 5)  # type: ignore[arg-type]


def test_an_answer_is_not_drawn_without_any_nodes_by_a_number(store: Store) -> None:
    table = store.read("MATCH (p:Person) RETURN p")
    for most in (0, -1):
        with pytest.raises(InputError, match="at least 1"):
            draw(store, table, max_nodes=most)


def test_a_name_is_found_whatever_blanks_stand_around_it(store: Store) -> None:
    assert view(store, around="林晓峰").data == view(store, around=" 林晓峰\u3000").data


def test_the_command_writes_the_file(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = typer.Typer()
    app.command()(lambda: None)
    register(app)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NEO4J_URI", raising=False)
    given = ["view", "--around", "林晓峰", "--lang", "en", "--db", store.address]
    done = CliRunner().invoke(app, given, catch_exceptions=False)
    assert done.exit_code == 0
    assert [one.name for one in tmp_path.iterdir()] == ["guanxi.html"]
    assert "guanxi.html: 23 nodes, 34 relations" in done.stderr
    assert done.stdout == ""
    text = (tmp_path / "guanxi.html").read_text(encoding="utf-8")
    assert '<html lang="en">' in text
    with pytest.raises(InputError, match="'fr'"):
        CliRunner().invoke(app, ["view", "--lang", "fr"], catch_exceptions=False)
