"""Results: how they show themselves, and what they turn into."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from neo4j.time import Date, Duration
from rich.cells import cell_len

from graph.errors import InputError, QueryError
from graph.table import Table
from queries import Graph, Result
from queries.columns import Words
from queries.evidence import Quote
from queries.output import FORMS, Form, form_of, write
from queries.values import caption, clean, plain

HOSTILE = "<img src=x onerror=alert(1)>\x1b[31m\u202e'\"&"


def written(result: Result, form: Form, **options: Any) -> str:
    out = io.StringIO()
    write(result, out, form=form, **options)
    return out.getvalue()


@pytest.fixture
def result() -> Result:
    quote = Quote("a@0-4", "a", "题", "2020-09-30", "报", "王伟\n出席。", 0, 5)
    rows: tuple[tuple[Any, ...], ...] = (("王伟", 1, ["a@0-4", "gone"]), ("欧阳若兰", 12, []))
    words = {"person": Words("姓名", "person"), "n": Words("次数", "times"), "evidence": Words("依据", "evidence")}
    return Result(Table(("person", "n", "evidence"), rows), words, {"a@0-4": quote})


def test_records_hold_the_sentences_that_were_asked_for(result: Result) -> None:
    assert result.records()[0]["evidence"][0]["text"] == "王伟\n出席。"
    assert Result(result.table).records()[0]["evidence"] == ["a@0-4", "gone"]


def test_json_and_jsonl_are_read_back(result: Result) -> None:
    assert json.loads(written(result, "json")) == result.records()
    assert [json.loads(line) for line in written(result, "jsonl").splitlines()] == result.records()
    assert "王伟" in written(result, "json")


def test_csv_is_read_back(result: Result) -> None:
    rows = list(csv.DictReader(io.StringIO(written(result, "csv"))))
    assert rows[0] == {"person": "王伟", "n": "1", "evidence": "《题》 2020-09-30 报：王伟出席。"}
    assert written(Result(result.table, result.words), "csv", lang="zh").startswith(
        "姓名,次数,依据\n王伟,1,a@0-4; gone\n"
    )


def test_table_lines_up_chinese_in_the_terminals_cells(result: Result) -> None:
    lines = [line for line in written(result, "table", width=100).splitlines() if line.strip()]
    assert len({cell_len(line) for line in lines}) == 1
    assert "person" in lines[1]
    assert "次数" not in written(result, "table", lang="en")
    assert "《题》 2020-09-30 报：王伟出席。" in written(result, "table")


def test_evidence_is_hidden_from_people_unless_asked_for(result: Result) -> None:
    assert "a@0-4" not in written(Result(result.table, result.words), "table")


@given(st.lists(st.tuples(st.text(max_size=20), st.integers() | st.none(), st.booleans()), max_size=5))
def test_json_lines_keep_every_value(rows: list[tuple[str, int | None, bool]]) -> None:
    result = Result(Table(("a", "b", "c"), tuple(rows)))
    lines = written(result, "jsonl").split("\n")
    assert [tuple(json.loads(line).values()) for line in lines if line] == rows


def test_markup_and_escapes_of_articles_stay_text() -> None:
    hostile = Result(Table(("x",), ((HOSTILE,), ("[red]红[/red]",))))
    table = written(hostile, "table")
    assert "[red]红[/red]" in table
    assert "\x1b" not in table
    assert "\u202e" not in table
    page = hostile._repr_html_()
    assert "<img" not in page
    assert "&lt;img" in page


def test_html_shows_twenty_rows_and_counts_the_rest() -> None:
    page = Result(Table(("n",), tuple((n,) for n in range(50)), True))._repr_html_()
    assert page.count("<tr>") == 21
    assert "50 rows, the first 20 shown, .to_df() has them all (cut by the limit: there are more)" in page
    assert "50 行，显示前 20 行，全部见 .to_df()（已达上限，还有更多）" in page


def test_html_says_in_both_languages_how_many_rows_there_are() -> None:
    page = Result(Table(("n",), ((1,),)))._repr_html_()
    assert "<small>1 行 · 1 row</small>" in page


def test_html_of_a_question_has_the_chinese_of_the_ontologys_words() -> None:
    words = {"kind": Words("类别", "kind"), "role": Words("角色", "role"), "relation": Words("关系", "relation")}
    rows = (("meeting", "speaker", "ATTENDED"), ("Person", "指挥", "UNKNOWN"))
    page = Result(Table(("kind", "role", "relation", "name"), tuple((*row, "meeting") for row in rows)), words)
    shown = page._repr_html_()
    assert "<bdi>会议</bdi> <small>meeting</small>" in shown
    assert "<bdi>讲话</bdi> <small>speaker</small>" in shown
    assert "<bdi>参加</bdi> <small>ATTENDED</small>" in shown
    assert "<bdi>人物</bdi> <small>Person</small>" in shown
    listed = Result(Table(("kinds",), ((["meeting", "visit"],), ([],))), {"kinds": Words("类别", "kinds")})
    assert "<bdi>会议、走访</bdi> <small>meeting, visit</small>" in listed._repr_html_()
    for as_it_is in ("指挥", "UNKNOWN", "meeting"):
        assert f"<bdi>{as_it_is}</bdi></td>" in shown
    assert "会议" not in Result(page.table)._repr_html_(), "free Cypher names its own columns"


def test_repr_is_a_table_with_its_count(result: Result) -> None:
    assert repr(result).endswith("2 rows")
    assert "欧阳若兰" in repr(result)


def test_dataframe(result: Result) -> None:
    frame = result.to_df()
    assert list(frame.columns) == ["person", "n", "evidence"]
    assert frame["n"].sum() == 13


def test_values_of_the_store_become_plain() -> None:
    value = {"d": Date(2020, 9, 28), "l": [Duration(months=1)], "b": b"\x00", "_tally": 1, "n": None}
    assert plain(value) == {"d": "2020-09-28", "l": ["P1M"], "b": "AA==", "n": None}
    assert caption([True, 0.123456, "甲"]) == "✓、0.123、甲"


def test_numbers_are_short_but_never_a_power_of_ten_in_the_range_of_counts() -> None:
    numbers = [0.0, 0.99999, 1.907e-06, 99.96, 123.456, 12345.67, 1234567.0, -2500.5]
    assert [caption(one) for one in numbers] == [
        "0", "1", "1.91e-06", "100", "123.5", "12345.7", "1234567.0", "-2500.5",
    ]  # fmt: skip
    assert [caption(float(one)) for one in ("nan", "inf", "1e20")] == ["nan", "inf", "1e+20"]


@given(st.text())
def test_clean_text_has_no_control_characters(text: str) -> None:
    assert not any((ord(char) < 32 and char not in "\t\n") or 0x7F <= ord(char) < 0xA0 for char in clean(text))


def test_formats() -> None:
    assert [form_of(form, terminal=True) for form in FORMS] == list(FORMS)
    assert (form_of(None, terminal=True), form_of(None, terminal=False)) == ("table", "jsonl")
    with pytest.raises(InputError, match="no format 'xml'"):
        form_of("xml", terminal=True)


def test_values_alone_are_no_graph(result: Result) -> None:
    with pytest.raises(QueryError, match="values only"):
        result.to_networkx()
    with pytest.raises(QueryError, match="no graph to draw from"):
        result.view()


def test_nodes_relations_and_paths(embedded_county: Graph) -> None:
    text = "MATCH way = (p:Person)-[r:ATTENDED]->(e:Event {name: $name}) RETURN p, r, e, way ORDER BY r.rank, p.name"
    answer = embedded_county.query(text, name="全县安全生产工作会议")
    first = answer.records()[0]
    assert (first["p"]["label"], first["p"]["name"], first["e"]["kind"]) == ("Person", "林晓峰", "meeting")
    assert (first["r"]["source"], first["r"]["target"]) == (first["p"]["id"], first["e"]["id"])
    assert [node["name"] for node in first["way"]["nodes"]] == ["林晓峰", "全县安全生产工作会议"]
    assert not any(key.startswith("_") for value in first.values() for key in value)
    made = answer.to_networkx()
    assert made.nodes[first["p"]["id"]]["label"] == "Person"
    assert made.has_edge(first["p"]["id"], first["e"]["id"], key="ATTENDED")
    assert made.number_of_nodes() == len(answer) + 1
    assert "林晓峰 -[ATTENDED]-> 全县安全生产工作会议" in written(answer, "table")
    assert ">林晓峰</bdi></span>" in answer._repr_html_()
    view = answer.view()
    assert "林晓峰" in view.html()


def test_the_front_door(embedded_county: Graph) -> None:
    graph = embedded_county
    assert len(graph.ask("companions", "陈志远", place="云澜", limit=3)) == 3
    assert graph.ask("companions", "陈志远", limit=3).truncated
    with pytest.raises(InputError, match="Too many values"):
        graph.ask("posts", "a", "b", "c")
    assert graph.query("RETURN $a + $b AS c", {"a": 1}, b=2)["c"] == [3]
    assert repr(graph) == f"<Graph at {graph.store.address}>"
    assert graph.questions["posts"].header.topic == "posts"
    unlike = graph.out_of_order(evidence=True)
    assert unlike
    assert all(unlike.quotes_of(row) for row in unlike.table.dicts())
    assert "evidence" not in graph.out_of_order().shown


def test_quotes_come_with_title_date_and_offsets(embedded_county: Graph) -> None:
    answer = embedded_county.ask("responsible", "赵丽华", evidence=True)
    quote = next(quote for row in answer.table.dicts() for quote in answer.quotes_of(row))
    assert (quote.article, quote.published, quote.source) == ("yl-2023-001", "2023-01-07", "今日云澜")
    assert quote.id == f"{quote.article}@{quote.start}-{quote.end}"
    assert "赵丽华负责教育" in quote.text


def test_quotes_stand_in_the_order_of_publication(embedded_county: Graph) -> None:
    answer = embedded_county.ask("posts", "王伟", place="云澜", evidence=True)
    published = [[quote["published"] for quote in row["evidence"]] for row in answer.records()]
    assert max(map(len, published)) > 2
    assert all(dates == sorted(dates) for dates in published)


def test_in_a_notebook_numbers_stand_right_and_short_values_are_not_broken() -> None:
    sentence = "县住建局局长王伟介绍了项目情况。"
    page = Result(Table(("date", "n", "text"), (("2023-02-04", 7, sentence), (None, 12, sentence))))._repr_html_()
    date, number, text = (part.split(">")[0] for part in page.split("<th ")[1:])
    assert "text-align:left" in date
    assert "nowrap" in date
    assert "text-align:right" in number
    assert "text-align:left" in text
    assert "nowrap" not in text


def test_a_sentence_is_told_with_its_article_its_source_and_its_address() -> None:
    quote = Quote("a@0-4", "a", "题", "2020-09-30", "报", "王伟\n出席。", 0, 5, "https://news.example/1")
    assert quote.line() == "《题》 2020-09-30 报：王伟出席。 https://news.example/1"
    assert quote.as_dict()["url"] == "https://news.example/1"
    assert Quote("a@0-4", "a", None, None, None, "好。", 0, 2).line() == "a：好。"
    hostile = Quote("a@0-4", "a", HOSTILE, None, HOSTILE, "好。", 0, 2, HOSTILE)
    told = Result(Table(("evidence",), ((["a@0-4"],),)), {}, {"a@0-4": hostile})
    assert "\x1b" not in written(told, "table")
    assert "\u202e" not in written(told, "table")
    assert "<img" not in told._repr_html_()


def test_the_address_comes_from_the_graph(embedded_county: Graph) -> None:
    answer = embedded_county.ask("posts", "王伟", place="云澜", evidence=True)
    urls = {quote.url for row in answer.table.dicts() for quote in answer.quotes_of(row)}
    known = set(embedded_county.query("MATCH (a:Article) RETURN a.url AS url")["url"])
    assert urls
    assert urls <= known
    assert all(url in written(answer, "table", width=9_000) for url in urls if url)
