"""Completion: what is offered where."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.shell.suggestions import suggest


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("MATCH (p:", "Organization"),
        ("MATCH (p:Person|Or", "Organization"),
        ("MATCH (:Pe", "Person"),
        ("MATCH (p:Person)-[r:ATT", "ATTENDED"),
        ("MATCH (p)-[:SPOKE_AT|CH", "CHAIRED"),
        ("MATCH (s:Sentence)-[:MEN", "MENTIONS"),
        ("MATCH (e:Event) WHERE e.da", "date"),
        ("MATCH (p)-[r:ATTENDED]->(e) RETURN r.ra", "rank"),
        ("MATCH (p:Person {na", "name"),
        ("MATCH (p:Person {name: $n, jur", "jurisdiction"),
        ("mat", "MATCH"),
        ("MATCH (p) ret", "RETURN"),
        ("RETURN $na", "name"),
        (":as", ":ask"),
    ],
)
def test_offered(text: str, offered: str) -> None:
    assert offered in [one.text for one in suggest(text, ["name"])]


@pytest.mark.parametrize(
    "text", ["", "RETURN 'mat", "RETURN \"it's mat", "RETURN 1 // mat", ":ask mat", "MATCH (p:Person)-[r:Pers", "5.3"]
)
def test_nothing_offered(text: str) -> None:
    assert suggest(text) == []


def test_offers_carry_their_words_in_two_languages() -> None:
    (one,) = suggest("MATCH (p:Matt")
    assert (one.text, one.length, one.meta) == ("Matter", 4, "事项 Matter")


@given(st.text(alphabet="MATCH (p:erson)[]{}-'\"`.$|&\\/ \nacd", max_size=40))
def test_what_is_offered_continues_what_is_typed(text: str) -> None:
    for one in suggest(text, ["name"]):
        assert one.text.lower().startswith(text[len(text) - one.length :].lower())
