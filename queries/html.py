"""An answer as HTML for notebooks: an escaped table, the first rows, nodes as coloured chips."""

from __future__ import annotations

from html import escape
from typing import Any

from graph.driver import Node
from graph.ontology import ontology
from queries.answer import SHOWN, Answer
from queries.columns import chinese
from queries.evidence import COLUMN
from queries.values import caption, label_of
from queries.view.style import look

_CHIP = (
    '<span style="background:{colour};color:#fff;border-radius:.8em;padding:0 .6em;white-space:nowrap"'
    ' title="{kind}"><bdi>{name}</bdi></span>'
)

_SHORT = 10
"""Characters up to which a column's values are not broken: names of people, dates."""


def _kind_words(kind: str) -> str:
    known = ontology().kinds.get(kind)
    return f"{known.zh} {known.en}" if known else kind


def _worded(answer: Answer, column: str, value: Any) -> str:
    """A cell of a question's answer: the ontology's words in it have their Chinese before them."""
    said = chinese(answer.words, column, value)
    if said is None:
        return _cell(value)
    words = ", ".join(value) if isinstance(value, list) else value
    return f"<bdi>{escape('、'.join(said))}</bdi> <small>{escape(words)}</small>"


def _cell(value: Any) -> str:
    if isinstance(value, Node):
        kind = label_of(value)
        return _CHIP.format(colour=look(kind).light, kind=escape(_kind_words(kind)), name=escape(caption(value)))
    if isinstance(value, list | tuple) and any(isinstance(one, Node) for one in value):
        return " ".join(_cell(one) for one in value)
    return f"<bdi>{escape(caption(value))}</bdi>"


def _style(answer: Answer, column: str) -> str:
    """Numbers right, everything else left, whatever the notebook's own style says; names and dates in one line."""
    values = [value for value in answer.table.column(column) if value is not None]
    numbers = bool(values) and all(isinstance(value, int | float) and not isinstance(value, bool) for value in values)
    short = column != COLUMN and all(len(caption(value)) <= _SHORT for value in values)
    style = f"text-align:{'right' if numbers else 'left'};vertical-align:baseline"
    return f'style="{style};white-space:nowrap"' if short else f'style="{style}"'


def _head(answer: Answer, column: str, style: str) -> str:
    words = answer.words.get(column)
    if words is None:
        return f"<th {style}>{escape(column)}</th>"
    return f"<th {style}>{escape(words.zh)}<br><small>{escape(words.en)}</small></th>"


def _quotes(answer: Answer, row: dict[str, Any]) -> str:
    return "<br>".join(f"<small><bdi>{escape(quote.line())}</bdi></small>" for quote in answer.quotes_of(row))


def _summary(answer: Answer) -> str:
    """How many rows there are, how many are shown, and whether there were more."""
    count = len(answer)
    zh, en = f"{count} 行", f"{count} row{'' if count == 1 else 's'}"
    if count > SHOWN:
        zh += f"，显示前 {SHOWN} 行，全部见 .to_df()"
        en += f", the first {SHOWN} shown, .to_df() has them all"
    if answer.truncated:
        zh += "（已达上限，还有更多）"
        en += " (cut by the limit: there are more)"
    return f"{zh} · {en}"


def render(answer: Answer) -> str:
    """The table: `SHOWN` rows at most, then how many there are. All text is escaped."""
    styles = {column: _style(answer, column) for column in answer.shown}
    heads = (_head(answer, column, style) for column, style in styles.items())
    lines = ["<table><thead><tr>", *heads, "</tr></thead><tbody>"]
    for row in answer.first(SHOWN).table.dicts():
        cells = {
            column: _quotes(answer, row) if column == COLUMN else _worded(answer, column, row[column])
            for column in styles
        }
        lines.append("<tr>" + "".join(f"<td {styles[column]}>{cell}</td>" for column, cell in cells.items()) + "</tr>")
    lines.append(f"</tbody></table><p><small>{_summary(answer)}</small></p>")
    return "".join(lines)
