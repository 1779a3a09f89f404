"""The catalogue for people: the list of questions, one question in full, and the README's table."""

from __future__ import annotations

import shlex
from typing import IO

import msgspec

from graph.table import Table
from queries.catalogue import TOPICS, Catalogue, Parameter, Question
from queries.columns import Column, Words, meaning
from queries.result import Result

_WORDS = {
    "topic": Words("主题", "topic"),
    "name": Words("名称", "name"),
    "question": Words("问题", "question"),
    "parameters": Words("参数", "parameters"),
}


def _parameters(question: Question) -> str:
    return " ".join(key if one.required else f"[{key}]" for key, one in question.header.params.items())


def listing(questions: Catalogue, *, lang: str | None = None) -> Result:
    """The questions as a table: topic, name, question, parameters (optional ones in brackets)."""
    rows = []
    for one in questions.values():
        topic = TOPICS[one.header.topic]
        words = (one.header.zh, one.header.en) if lang is None else (one.header.zh if lang == "zh" else one.header.en,)
        rows.append((topic[lang or "zh"], one.name, "\n".join(words), _parameters(one)))
    return Result(Table(tuple(_WORDS), tuple(rows)), _WORDS)


def write_list(questions: Catalogue, out: IO[str], *, form: str | None, lang: str | None) -> None:
    """Write the list: a table for people unless another format is asked for."""
    from queries.output import form_of, write

    write(listing(questions, lang=lang), out, form=form_of(form or "table", terminal=True), lang=lang)


def _default(one: Parameter) -> str:
    if one.required:
        return "required"
    return "optional" if one.default is None else f"default {msgspec.json.encode(one.default).decode()}"


def _column(name: str, column: Column) -> str:
    """A column in two lines or three: its headings, what it means, and the words that stand in it if it has its own."""
    lines = [f"  → {name}: {column.zh}; {column.en}"]
    if said := meaning(name, column):
        lines.append(f"      {said.zh} {said.en}")
    if column.values:
        lines.append("      " + "; ".join(f"{value} {zh}" for value, zh in column.values.items()))
    return "\n".join(lines)


def about(question: Question) -> str:
    """One question in full: its words, usage, parameters, columns and Cypher."""
    lines = [question.header.zh, question.header.en, "", question.usage, f"  {example(question)}", ""]
    for name, one in question.header.params.items():
        words = f" ({', '.join(one.words)})" if one.words else ""
        lines.append(f"  {name}: {one.type}, {_default(one)}{words}. {one.zh}; {one.en}")
    lines += ["", *(_column(name, column) for name, column in question.header.columns.items()), ""]
    body = "\n".join(line for line in question.cypher.splitlines() if not line.startswith("// "))
    return "\n".join([*lines, body, ""])


def example(question: Question) -> str:
    """A call of the question that works on the bundled samples."""
    given = [str(one.example) for one in question.header.params.values() if one.required]
    return " ".join(["guanxi ask", question.name, *(shlex.quote(value) for value in given)])


def markdown(questions: Catalogue) -> str:
    """The table of the README: one row a question, by topic."""
    lines = ["| topic | name | question | parameters | columns |", "|---|---|---|---|---|"]
    for one in questions.values():
        columns = ", ".join(name for name in one.header.columns if name != "evidence")
        topic = TOPICS[one.header.topic]
        words = f"{one.header.zh}<br>{one.header.en}"
        lines.append(f"| {topic['zh']} {topic['en']} | `{one.name}` | {words} | {_parameters(one)} | {columns} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    from queries.catalogue import catalogue

    print(markdown(catalogue()), end="")
