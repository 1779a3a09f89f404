"""The commands, as a user types them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import cast

import pytest
from typer.testing import CliRunner

import guanxi
from graph.errors import QueryError, ReadOnlyViolation
from queries import Graph
from tests.queries.commandline import lines, run


def test_ask_in_a_pipe_gives_json_lines(embedded_county: Graph) -> None:
    found = run(embedded_county, "ask", "companions", "陈志远", "place=云澜", "--limit", "2")
    assert [(row["companion"], row["times"]) for row in lines(found)] == [("吴海燕", 9), ("林晓峰", 9)]
    assert "raise --limit" in found.stderr


def test_ask_shows_a_table_with_sentences(embedded_county: Graph) -> None:
    found = run(embedded_county, "ask", "responsible", "who=赵丽华", "--evidence", "--format", "table", "--lang", "zh")
    assert "责任者" in found.stdout
    assert "《全县经济工作会议召开 陈志远讲话 林晓峰主持》 2023-01-07" in found.stdout


def test_list_and_about_need_no_graph(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    runner = CliRunner()
    listed = runner.invoke(guanxi.app, ["ask", "--list", "--format", "jsonl"]).stdout
    names = [json.loads(line)["name"] for line in listed.splitlines()]
    assert len(names) >= 30
    assert "谁参加了某次活动" in runner.invoke(guanxi.app, ["ask"]).stdout
    assert "MATCH" in runner.invoke(guanxi.app, ["ask", "attended", "--about"]).stdout
    assert list(tmp_path.iterdir()) == []


def test_gaps_are_told_as_known_at_a_day(embedded_county: Graph) -> None:
    later = {row["last_seen"] for row in embedded_county.presence(since="2023-06", at_least=1)}
    assert max(later) > "2023-03"
    known = list(embedded_county.gaps(until="2023-03", at_least=1, chance=1.0))
    assert known
    assert all(row["after"] <= "2023-03-31" and (row["until"] or "") <= "2023-03-31" for row in known)
    found = lines(run(embedded_county, "presence", "--until", "2023-03", "--at-least", "1", "--chance", "1"))
    assert [row["after"] for row in found] == [row["after"] for row in known]


def test_query_with_parameters_from_argument_file_and_stdin(embedded_county: Graph, tmp_path: Path) -> None:
    text = "MATCH (p:Person {name: $name})-[:ATTENDED]->(e) WHERE e.date >= $since RETURN count(e) AS n;\n"
    given = ["-p", "name=陈志远", "-p", 'since="2024"']
    (tmp_path / "q.cypher").write_text(text, encoding="utf-8")
    for words, stdin in [([text], ""), (["-f", str(tmp_path / "q.cypher")], ""), (["-"], text)]:
        assert lines(run(embedded_county, "query", *words, *given, input=stdin)) == [{"n": 4}]


def test_query_limits_rows(embedded_county: Graph) -> None:
    found = run(embedded_county, "query", "UNWIND range(1, 9) AS n RETURN n", "--limit", "2", "--format", "csv")
    assert found.stdout == "n\n1\n2\n"
    assert "more rows" in found.stderr


def test_query_does_not_write(embedded_county: Graph) -> None:
    for text in ("CREATE (n:Person {id: 'x'}) RETURN n", "MATCH (p:Person) DETACH DELETE p"):
        with pytest.raises(ReadOnlyViolation):
            run(embedded_county, "query", text)


def test_query_tells_where_it_is_wrong(embedded_county: Graph) -> None:
    with pytest.raises(QueryError) as told:
        run(embedded_county, "query", "MATCH (p:Person)\nRETRUN p")
    assert "2" in str(told.value)
    with pytest.raises(QueryError, match="-p name=value"):
        run(embedded_county, "query", "RETURN $nothing AS x")


def test_rank_presence_and_network(embedded_county: Graph) -> None:
    ranked = lines(run(embedded_county, "rank", "--place", "云澜"))
    assert ranked[0]["person"] == "陈志远"
    assert ranked[0]["low"] == 1
    odd = lines(run(embedded_county, "rank", "--contradictions", "-e"))
    assert ("石磊", "周国平") in {(row["ahead"], row["behind"]) for row in odd}
    assert all("text" in quote for row in odd for quote in cast("list[dict[str, str]]", row["evidence"]))
    gone = lines(run(embedded_county, "presence", "--chance", "0.001"))
    assert [(row["person"], row["after"], row["until"]) for row in gone] == [("徐长河", "2023-06-15", None)]
    less = lines(run(embedded_county, "presence", "--since", "2023-07", "--at-least", "3"))
    assert (less[0]["person"], less[0]["seen"]) == ("徐长河", 0)
    tied = lines(run(embedded_county, "network", "--place", "云澜"))
    assert {"周国平", "林晓峰"} == {row["person"] for row in tied[:2]}


def test_help_is_quick_and_imports_nothing_heavy() -> None:
    code = (
        "import sys, guanxi\nfrom typer.testing import CliRunner\n"
        "assert CliRunner().invoke(guanxi.app, ['ask', '--help']).exit_code == 0\n"
        "heavy = ('neo4j', 'networkx', 'numpy', 'pandas', 'scipy', 'rich', 'yaml')\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_an_empty_answer_says_what_the_graph_has_nothing_of(embedded_county: Graph) -> None:
    found = run(embedded_county, "ask", "official", "陈志")
    assert (found.exit_code, found.stdout) == (0, "")
    assert "图中没有“陈志”" in found.stderr
    assert "陈志远" in found.stderr
    for words in (("ask", "official", "陈志远", "place=北平"), ("rank", "--place", "北平")):
        assert "No jurisdiction" in run(embedded_county, *words).stderr
    assert "Without day=1990-01-01" in run(embedded_county, "ask", "attended", "义务植树", "day=1990-01-01").stderr
    assert run(embedded_county, "ask", "official", "陈志远").stderr == ""


def test_blanks_around_a_name_are_no_part_of_it(embedded_county: Graph) -> None:
    assert lines(run(embedded_county, "ask", "posts", "　王伟 ")) == lines(run(embedded_county, "ask", "posts", "王伟"))


def test_a_question_from_windows_begins_with_a_mark(embedded_county: Graph, tmp_path: Path) -> None:
    file = tmp_path / "q.cypher"
    file.write_text("RETURN 7 AS seven", encoding="utf-8-sig")
    assert lines(run(embedded_county, "query", "-f", str(file))) == [{"seven": 7}]
