"""The headers of questions: what is read from them, and what is refused, with file and line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graph.errors import InputError
from graph.ontology import ontology
from queries import listing
from queries.catalogue import TOPICS, Catalogue, catalogue, parse, read
from queries.evidence import COLUMN

GOOD = """\
// topic: events
// zh: 谁？
// en: Who?
// params:
//   name: {type: string, zh: 姓名, en: name, example: 王伟}
//   since: {type: date, default: null, zh: 起, en: from}
// columns:
//   person: {zh: 姓名, en: person}
//   evidence: {zh: 依据, en: evidence}
MATCH (p:Person {name: $name}) // no header
RETURN p.name AS person, [] AS evidence
"""


def test_header_is_read() -> None:
    question = parse(GOOD, name="who", path="who.cypher")
    assert question.header.params["name"].required
    assert not question.header.params["since"].required
    assert question.header.columns["person"].get("en") == "person"
    assert question.usage == "guanxi ask who name [since=]"
    assert question.cypher == GOOD


@pytest.mark.parametrize(
    ("change", "by", "line", "why"),
    [
        ("topic: events", "topic: gossip", 1, "none of"),
        ("topic: events", "topic: [events", 2, "not valid YAML"),
        ("type: string", "type: sting", 5, "Invalid enum value 'sting'"),
        ("zh: 起, en: from", "en: from", 6, "missing required field `zh`"),
        ("since:", "limit:", 6, "option of `guanxi ask`"),
        ("since:", "name:", 6, "'name' stands twice"),
        ("default: null", "default: yesterday", 6, "is no date"),
        ("evidence:", "proof:", 7, "every row must lead to its sentences"),
        ("zh: 谁？", "zn: 谁？", 1, "unknown field `zn`"),
    ],
)
def test_wrong_headers_are_refused_with_their_line(change: str, by: str, line: int, why: str) -> None:
    text = GOOD.replace(change, by, 1)
    assert text != GOOD
    with pytest.raises(InputError, match=re.escape(why)) as refused:
        parse(text, name="who", path="queries/who.cypher")
    assert str(refused.value).startswith(f"queries/who.cypher:{line}: ")


def test_a_file_without_header_is_refused() -> None:
    with pytest.raises(InputError, match=r"x\.cypher:1: no header"):
        parse("MATCH (n) RETURN n", name="x", path="x.cypher")


def test_two_questions_of_one_name_are_refused() -> None:
    one, two = (parse(GOOD, name="who", path=path) for path in ("a/who.cypher", "b/who.cypher"))
    with pytest.raises(InputError, match=r"b/who\.cypher:1: .*a/who\.cypher"):
        Catalogue([one, two])


def test_a_folder_is_read_in_order_of_topics(tmp_path: Path) -> None:
    (tmp_path / "b.cypher").write_text(GOOD, encoding="utf-8")
    (tmp_path / "a.cypher").write_text(GOOD.replace("events", "sources"), encoding="utf-8")
    (tmp_path / "notes.txt").write_text("not a question", encoding="utf-8")
    assert list(read(tmp_path)) == ["b", "a"]


def test_an_unknown_name_is_answered_with_the_nearest() -> None:
    with pytest.raises(InputError, match=r"no question named 'compainons'\. Did you mean companions"):
        catalogue()["compainons"]


def test_there_are_thirty_questions_or_more_in_every_topic() -> None:
    assert len(catalogue()) >= 30
    assert {question.header.topic for question in catalogue().values()} == set(TOPICS)


@pytest.mark.parametrize("name", list(catalogue()))
def test_columns_of_the_header_are_those_of_the_last_return(name: str) -> None:
    question = catalogue()[name]
    last = question.cypher.rsplit("\nRETURN ", 1)[1].split("\nORDER BY")[0]
    flat = re.sub(r"\([^()]*\)|\[[^\[\]]*\]|CASE.*?END(?= AS)", "…", re.sub(r"\([^()]*\)", "…", last), flags=re.S)
    named = [part.strip().rsplit(" AS ", 1)[-1].rsplit(" ", 1)[-1] for part in flat.split(",")]
    assert named == list(question.header.columns)
    assert named[-1] == COLUMN


@pytest.mark.parametrize("name", list(catalogue()))
def test_every_parameter_is_used_and_none_is_missing(name: str) -> None:
    question = catalogue()[name]
    body = re.sub(r"^//.*$", "", question.cypher, flags=re.M)
    assert set(re.findall(r"\$(\w+)", body)) == set(question.header.params)
    assert all(one.example is not None for one in question.header.params.values() if one.required)


def test_the_readme_holds_the_table_of_questions() -> None:
    readme = Path(__file__).parents[2] / "queries" / "README.md"
    assert listing.markdown(catalogue()) in readme.read_text(encoding="utf-8")


def test_about_tells_words_usage_and_text() -> None:
    told = listing.about(catalogue()["unseen"])
    assert "guanxi ask unseen since [at_least=3] [place=]" in told
    assert "since: date, required" in told
    assert "default 3" in told
    assert "last_seen: 末见; last seen\n      最后一次活动的日期。 The date of that event." in told
    assert "seen 当时在任见报" in listing.about(catalogue()["holders"])
    assert "MATCH (p:Person)-[r:ATTENDED]->(e:Event)" in told


@pytest.mark.parametrize("name", ["evidence", "uncertain", "single-source"])
def test_a_type_of_relation_is_one_of_the_ontologys(name: str) -> None:
    assert list(catalogue()[name].header.params["type"].words or ()) == list(ontology().relations)
