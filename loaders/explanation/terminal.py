"""An explanation for the terminal: sentences with coloured names, under each the relations that it tells."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from graph.ontology import ontology
from loaders.explanation.model import DATE, Explanation, Fact, Line, Link

STYLES = {
    "Person": "bold blue",
    "Organization": "yellow",
    "Place": "green",
    "Event": "underline red",
    "Post": "magenta",
    "Matter": "underline cyan",
    DATE: "italic",
}
"""The outer of two marks that lie in each other shows as far as the inner one leaves it: underlines below colours."""
QUIET = "bright_black"
DOUBT = 0.7
"""Confidence below which a figure is marked."""


def show(explanation: Explanation, console: Console) -> None:
    """Prints one article."""
    about = " · ".join((explanation.id, *(fact.value for fact in explanation.about)))
    for head in (Text(explanation.title, style="bold"), Text(about, style=QUIET), _legend(), Text()):
        console.print(head, soft_wrap=True)
    for line in explanation.lines:
        console.print(_sentence(explanation.text, line), soft_wrap=True)
        for link in line.links:
            console.print(_link(link, line.number), soft_wrap=True)
    for shown in _things(explanation):
        console.print(shown, soft_wrap=True)
    console.print()


def _legend() -> Text:
    parts = [(f"{kind.zh} {kind.en}", STYLES[name]) for name, kind in ontology().kinds.items()]
    legend = Text()
    for words, style in (*parts, ("时间 date", STYLES[DATE])):
        legend.append(words, style).append("  ")
    return legend


def _sentence(text: str, line: Line) -> Text:
    shown = Text(text[line.start : line.end].replace("\n", " "))
    for mark in line.marks:
        shown.stylize(STYLES[mark.kind], max(0, mark.start - line.start), mark.end - line.start)
    return Text(f"{line.number:3}  ", style=QUIET) + shown


def _link(link: Link, here: int) -> Text:
    shown = Text("       ").append(f"{link.zh} {link.en}  ", "bold")
    shown.append(link.source.name, STYLES[link.source.kind]).append(" → ").append(
        link.target.name, STYLES[link.target.kind]
    )
    if link.facts:
        shown.append("  " + " ".join(f"{fact.zh}={fact.value}" for fact in link.facts))
    others = [number for number in link.sentences if number != here]
    also = f" +{','.join(map(str, others))}" if others else ""
    shown.append(f"  [{link.rule}{also}] ", QUIET)
    return shown.append(*_sure(link.confidence))


def _sure(confidence: float) -> tuple[str, str]:
    return f"{confidence:.2f}", "red" if confidence < DOUBT else QUIET


def _things(explanation: Explanation) -> Iterator[Text]:
    """The entities by kind; the reader stands once, in the heading, a rule beside what it made."""
    for name, kind in ontology().kinds.items():
        things = explanation.of_kind(name)
        if things:
            yield Text(f"\n{kind.plural_zh} {kind.plural_en}", STYLES[name]).append(f"  [{explanation.reader}]", QUIET)
        for thing in things:
            shown = Text("  ").append(thing.name)
            if thing.aliases:
                shown.append(f"（{'、'.join(thing.aliases)}）")
            shown.append("".join(f"  {_told(fact)}" for fact in thing.facts), QUIET)
            rule = f"  [{thing.found_by}]" if thing.found_by != explanation.reader else ""
            yield shown.append(f"  ×{thing.mentions}{rule} ", QUIET).append(*_sure(thing.confidence))


def _told(fact: Fact) -> str:
    rule = f" [{fact.rule}]" if fact.rule else ""
    return f"{fact.zh} {fact.en}={fact.value}{rule}"
