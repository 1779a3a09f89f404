"""An explanation as one HTML page that asks for nothing: style and script within, let in by their hashes.

All text is escaped by the template; nothing of an article becomes markup, a script or an address.
"""

from __future__ import annotations

import base64
import hashlib
import html
from collections.abc import Sequence
from importlib.resources import files

from graph.ontology import ontology
from loaders.explanation.model import DATE, Explanation
from loaders.explanation.nesting import nest

TAGS = {"Person": "人", "Organization": "机", "Place": "地", "Event": "活", "Post": "职", "Matter": "事", DATE: "时"}
"""One character after each mark: colour is never the only sign."""


def render(explanations: Sequence[Explanation]) -> str:
    """The page as text. Where articles are many it is long: a page is meant for those that one wants to look at."""
    from jinja2 import Environment

    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    style, script = _part("page.css"), _part("page.js")
    page: str = environment.from_string(_part("page.html.jinja")).render(
        explanations=explanations,
        kinds=ontology().kinds,
        legend=[(name, f"{kind.zh} {kind.en}") for name, kind in ontology().kinds.items()] + [(DATE, "时间 date")],
        tags=TAGS,
        nest=nest,
        style=style,
        script=script,
        policy=f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'",
    )
    return page.encode("utf-8", "replace").decode("utf-8")


def frame(explanations: Sequence[Explanation], *, height: int = 560) -> str:
    """The page in a sandboxed frame, `height` pixels high: what a notebook shows."""
    return (
        f'<iframe srcdoc="{html.escape(render(explanations), quote=True)}" sandbox="allow-scripts" '
        f'style="width:100%;height:{height}px;border:1px solid #d8dbe0;border-radius:8px" title="guanxi"></iframe>'
    )


def _part(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"
