"""Questions about articles, sentences, words, on both stores: rows by hand (loaders/samples/README.md)."""

from __future__ import annotations

import re
from typing import Any

import pytest

from graph.errors import InputError
from queries import Graph
from tests.queries.county import rows


def test_sources(county: Graph) -> None:
    found = rows(county.ask("evidence", "赵丽华", "教育、卫生等民生实事"), "relation", "published", "text")
    assert [(relation, published) for relation, published, _ in found] == [
        ("RESPONSIBLE_FOR", "2023-01-07"),
        ("RESPONSIBLE_FOR", "2024-02-20"),
    ]
    assert all("赵丽华负责教育、卫生等民生实事" in text for *_, text in found)
    assert len(county.ask("articles")) == 30
    assert len(county.ask("uncertain", 1.0)) == 0  # gold is certain
    alone = rows(county.ask("single-source", "RESPONSIBLE_FOR"), "source", "target")
    assert ("黄立新", "城市更新") in alone
    assert ("赵丽华", "教育、卫生等民生实事") not in alone
    assert all("石磊" in text for (text,) in rows(county.ask("mentions", "石磊"), "text"))


def test_search_finds_two_character_words_and_nothing_across_words(county: Graph) -> None:
    found = rows(county.ask("search", "自建房"), "kind", "name")
    assert ("Event", "全县自建房安全专项整治推进会") in found
    sentences = [name for kind, name in found if kind == "Sentence"]
    assert sentences
    assert all("自建房" in "".join(name.split()) for name in sentences)
    assert not county.ask("search", '不存在" OR 的')
    with pytest.raises(InputError, match="needs words"):
        county.ask("search", " ")


def test_search_for_several_words_wants_all_of_them(county: Graph) -> None:
    both = {row["name"] for row in county.ask("search", "自建房　排查") if row["kind"] == "Sentence"}
    assert both == {
        row["name"]
        for row in county.ask("search", "自建房")
        if row["kind"] == "Sentence" and "排查" in "".join(row["name"].split())
    }
    assert 0 < len(both) < len([row for row in county.ask("search", "排查") if row["kind"] == "Sentence"])


def test_words_with_numbers_and_letters_in_them_are_found_where_they_stand(county: Graph) -> None:
    """An index of pairs of characters knows no single one beside a number: 第5次 after 召开."""
    read = county.query("MATCH (s:Sentence) WHERE s.text =~ '.*[0-9A-Za-z].*' RETURN s.id AS id, s.text AS text")
    texts = {row["id"]: row["text"] for row in sorted(read.records(), key=lambda row: str(row["id"]))}
    places = [
        (id_, m.start(), m.end())
        for id_, text in texts.items()
        for m in re.finditer(r"[0-9A-Za-z]+(?:[.][0-9]+)?", text)
    ]
    assert len(places) > 5
    for number, (id_, start, end) in enumerate(places[:: max(1, len(places) // 12)]):
        word = texts[id_][max(0, start - number % 3) : end + (number + 1) % 4]
        if "\n" not in word and len(word) > 1 and word.replace(".", "").isalnum():
            found = [row["evidence"] for row in county.ask("search", word).records() if row["kind"] == "Sentence"]
            assert [id_] in found, word


def test_search_finds_a_phrase_not_its_parts(county: Graph) -> None:
    found = county.ask("search", "财政局").records()
    assert found
    assert all("财政局" in "".join(row["name"].split()) for row in found if row["kind"] == "Sentence")


def test_a_name_matches_by_alias(county: Graph) -> None:
    aliased = county.query(
        "MATCH (o:Organization) WHERE size(o.aliases) > 0 RETURN o.name AS name, o.aliases AS aliases"
    )
    name, aliases = min(aliased.table.rows)
    found = county.query("MATCH (o:Organization) WHERE $a IN o.aliases RETURN o.name AS name", a=aliases[0])
    assert name in found["name"]


def test_search_finds_one_character_and_parts_of_numbers(county: Graph) -> None:
    """The index holds pairs of characters and whole numbers; where it cannot help every sentence is looked at."""
    for word in ("栋", "202", "17栋", ".3万", "3万"):
        texts = [row["name"] for row in county.ask("search", word).records() if row["kind"] == "Sentence"]
        assert texts, word
        assert all(word in text.replace("\n", "") for text in texts)


@pytest.mark.parametrize("question", ["evidence", "uncertain", "single-source"])
def test_a_type_of_relation_is_one_that_there_is(embedded_county: Graph, question: str) -> None:
    given: dict[str, Any] = {"a": "王伟"} if question == "evidence" else {}
    if question == "uncertain":
        given["below"] = 1.1
    found = embedded_county.ask(question, type="holds_post", **given).records()
    assert found
    assert {row["relation"] for row in found} == {"HOLDS_POST"}
    with pytest.raises(InputError, match="one of ATTENDED"):
        embedded_county.ask(question, type="ATTENDS", **given)
