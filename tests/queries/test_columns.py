"""Columns: each is explained in both languages; their values have the words of the language that is asked for."""

from __future__ import annotations

import io
import re

import pytest

from queries import Graph, Result
from queries import columns as described
from queries.catalogue import catalogue
from queries.output import write


def table(result: Result, lang: str | None) -> str:
    out = io.StringIO()
    write(result, out, form="table", lang=lang)
    return out.getvalue()


@pytest.mark.parametrize("name", list(catalogue()))
def test_every_column_of_every_question_is_explained_in_both_languages(name: str) -> None:
    for column, about in catalogue()[name].header.columns.items():
        said = described.meaning(column, about)
        assert said, column
        assert said.zh.endswith("。"), column
        assert said.en.isascii() or set(said.en) - set("’✓✗×等") <= set(map(chr, range(128))), column


def test_nothing_is_explained_that_no_question_has() -> None:
    common = {
        column
        for question in catalogue().values()
        for column, about in question.header.columns.items()
        if about.about is None
    }
    assert set(described.glossary()) == common


@pytest.mark.parametrize(
    ("question", "given", "column", "zh"),
    [
        ("official", "林晓峰", "section", {"职务", "活动", "同场"}),
        ("official", "吴海燕", "detail", {"参加"}),
        ("attended", "全县经济工作会议", "kind", {"人物", "机构"}),
        ("attended", "全县经济工作会议", "role", {"主持"}),
        ("activities", "县住建局", "part", {"参加、讲话"}),
        ("holders", "县住建局局长", "basis", {"当时在任见报"}),
        ("responsible", "赵丽华", "kind", {"职责"}),
    ],
)
def test_values_are_chinese_for_people_and_as_they_are_for_programs(
    embedded_county: Graph, question: str, given: str, column: str, zh: set[str]
) -> None:
    answer = embedded_county.ask(question, given)
    plain = Result(answer.table)
    words = {cell.strip() for line in table(answer, "zh").splitlines() for cell in line.split("  ")}
    assert zh <= words
    assert not zh <= {cell.strip() for line in table(answer, "en").splitlines() for cell in line.split("  ")}
    assert answer.records() == plain.records()
    for form in ("csv", "jsonl"):
        given_out, as_it_is = io.StringIO(), io.StringIO()
        write(answer, given_out, form=form, lang=None)
        write(plain, as_it_is, form=form, lang=None)
        assert given_out.getvalue() == as_it_is.getvalue()
    both = described.chinese(answer.words, column, answer.table.column(column)[0])
    assert both is None or "、".join(both) in table(answer, None)


def test_every_word_that_questions_make_up_has_its_chinese(county: Graph) -> None:
    for name, column in (("official", "section"), ("holders", "basis")):
        about = catalogue()[name].header.columns[column]
        example = next(one.example for one in catalogue()[name].header.params.values())
        found = {row[column] for row in county.ask(name, example)}
        assert found
        assert found <= set(about.values)
    made_up = re.findall(r"'(\w+)' AS side", catalogue()["structure"].cypher)
    assert set(made_up) == set(catalogue()["structure"].header.columns["side"].values)
