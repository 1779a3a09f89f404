"""GraphView: a picture as an object. Save it, or let a notebook show it."""

from __future__ import annotations

import html
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from graph.errors import InputError
from graph.writing import placed
from queries.view.limit import COMFORTABLE, MOST
from queries.view.model import GraphData

INLINE = COMFORTABLE
"""Nodes up to which a notebook shows the picture itself: it grows by the size of the page."""


@dataclass(frozen=True)
class GraphView:
    """A picture of `data` that opens in `lang` ("zh" or "en"), on the graph or on the timeline."""

    data: GraphData
    lang: str = "zh"

    def __post_init__(self) -> None:
        if self.lang not in ("zh", "en"):
            raise InputError(
                f"No such language: {self.lang!r}. The page speaks zh and en; the reader can switch in it."
            )

    def timeline(self) -> GraphView:
        """The same picture, opening on the timeline."""
        return replace(self, data=replace(self.data, opens="timeline"))

    def html(self) -> str:
        """The whole page as text."""
        from queries.view.page import render

        return render(self.data, lang=self.lang)

    def save(self, path: str | Path) -> Path:
        """Write the page, UTF-8 whatever the locale, to `path` and nothing beside it; returns the path."""
        target = Path(path)
        text = self.html()
        try:
            with placed(target) as draft:
                draft.write_text(text, encoding="utf-8", newline="\n")
        except OSError as error:
            raise InputError(f"Cannot write {target}: {error.strerror}. Choose another place with -o FILE.") from error
        return target

    def remarks(self) -> list[str]:
        """What the reader should know: what was left out and how to ask for more, or that moving may be slow."""
        shown, left = len(self.data.nodes), self.data.left_out
        said = []
        if left is not None:
            more = min(left.nodes, MOST)
            said.append(
                f"Shown are the {shown:,} most relevant of {left.nodes:,} nodes ({len(self.data.edges):,} of "
                f"{left.relations:,} relations). For more: --max-nodes {more}; "
                "or narrow it with --around, --since, --until."
            )
        if shown > COMFORTABLE:
            said.append(f"{shown:,} nodes: moving in the picture may be slow; {COMFORTABLE:,} are comfortable.")
        return said

    def __repr__(self) -> str:
        return f"<GraphView {len(self.data.nodes)} nodes, {len(self.data.edges)} relations>"

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        """What a notebook shows: the page in a sandboxed frame that needs no file beside the notebook."""
        bundle = {"text/plain": repr(self)}
        if len(self.data.nodes) > INLINE:
            bundle["text/html"] = (
                f"<p>{html.escape(repr(self))}: too large to keep in a notebook; "
                "<code>.save('graph.html')</code> writes it.</p>"
            )
            return bundle
        frame = (
            f'<iframe srcdoc="{html.escape(self.html(), quote=True)}" '
            'sandbox="allow-scripts allow-downloads allow-popups" '
            'style="width:100%;height:700px;border:1px solid #d8dbe0;border-radius:8px" title="guanxi"></iframe>'
        )
        return {**bundle, "text/html": frame}
