"""What commands and the front door refuse: wrong words, options that would be ignored, values that no store takes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import guanxi
from graph.errors import InputError, StoreUnavailable
from queries import Graph
from tests.queries.commandline import run


def test_wrong_words_are_told_before_a_graph_is_opened(tmp_path: Path) -> None:
    db = ["--db", str(tmp_path / "none.db")]
    for words, why in [
        (["ask", "offical"], "Did you mean official"),
        (["ask", "attended"], "needs event"),
        (["ask", "posts", "王伟", "--format", "xml"], "no format 'xml'"),
        (["ask", "posts", "王伟", "--lang", "fr"], "no language 'fr'"),
        (["query"], "one of the three"),
        (["query", "RETURN 1", "-p", "x"], "has no value"),
        (["query", "-f", str(tmp_path / "none.cypher")], "cannot be read"),
        (["rank", "--since", "yesterday"], "a date such as"),
        (["network", "--lang", "fr"], "no language 'fr'"),
        (["rank", "--since", "2024", "--until", "2023"], "ends before it begins"),
        (["presence", "--since", "2023-6"], "a date such as"),
        (["view", "--since", "20231201"], "a date such as"),
        (["view", "--since", "2024", "--until", "2023"], "ends before it begins"),
        (["ask", "companions", "王伟", "since=2024", "until=2023"], "ends before it begins"),
        (["ask", "companions", "王伟", "at_least=99999999999999999999"], "a whole number"),
    ]:
        found = CliRunner().invoke(guanxi.app, [*words, *db])
        assert isinstance(found.exception, InputError), words
        assert why in str(found.exception)
    assert not (tmp_path / "none.db").exists()


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["rank", "-e"], "goes with --contradictions"),
        (["presence", "--since", "2023-01", "--chance", "0.1"], "leave out --since"),
        (["query", "RETURN $n", "-p", "n=99999999999999999999"], "with these values"),
    ],
)
def test_options_that_would_be_ignored_are_refused(embedded_county: Graph, words: list[str], why: str) -> None:
    with pytest.raises(InputError, match=why):
        run(embedded_county, *words)


@pytest.mark.parametrize(
    ("words", "why"),
    [(["--list", "official"], "leave out"), (["--about"], "name of a question"), (["--list", "--about"], "name of a")],
)
def test_what_a_list_of_questions_would_ignore_is_refused(words: list[str], why: str) -> None:
    found = CliRunner().invoke(guanxi.app, ["ask", *words])
    assert isinstance(found.exception, InputError)
    assert why in str(found.exception)


@pytest.mark.parametrize(
    "limits",
    [{"limit": "x"}, {"limit": 1.5}, {"limit": 10**20}, {"timeout": "x"}, {"timeout": -1}, {"timeout": float("inf")}],
)
def test_limits_that_are_none_are_refused_by_name(county: Graph, limits: dict[str, Any]) -> None:
    with pytest.raises(InputError, match=f"^{next(iter(limits))}="):
        county.query("RETURN 1", **limits)


@pytest.mark.parametrize("value", ["\ud800", {1, 2}, 2**64, object()])
def test_values_that_no_store_takes_are_told_as_such(county: Graph, value: object) -> None:
    with pytest.raises(InputError, match="with these values"):
        county.query("RETURN $n AS n", n=value)


def test_a_wrong_tie_or_weighting_is_refused(embedded_county: Graph) -> None:
    with pytest.raises(InputError, match="no tie 'friends'"):
        embedded_county.network("friends")  # type: ignore[arg-type]
    with pytest.raises(InputError, match="no weighting"):
        embedded_county.network(weighting="log")  # type: ignore[arg-type]
    for asked in (embedded_county.network, embedded_county.rank, embedded_county.standings, embedded_county.presence):
        with pytest.raises(InputError, match="a date such as"):
            asked(since="June 2023")


@pytest.mark.parametrize(
    "words",
    [
        ["ask", "posts", "王伟"],
        ["query", "RETURN 1"],
        ["rank"],
        ["view", "-o", "out.html"],
        ["export", "csv", "-o", "out"],
    ],
)
def test_no_graph_is_told_and_none_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]) -> None:
    monkeypatch.chdir(tmp_path)
    found = CliRunner().invoke(guanxi.app, [*words, "--db", str(tmp_path / "none.db")])
    assert isinstance(found.exception, StoreUnavailable)
    assert "guanxi build" in str(found.exception)
    assert list(tmp_path.iterdir()) == []
