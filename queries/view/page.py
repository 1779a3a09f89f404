"""The page: template, style and script put into one file that asks for nothing.

Script and style are let in by their hashes; everything else is closed by the content security policy. Data stand in a
block that the browser does not run; every `<` in it is escaped, so that no text can end the block.
"""

from __future__ import annotations

import base64
import hashlib
import json
from functools import cache
from importlib.resources import files
from typing import Any

from queries.view.model import GraphData
from queries.view.payload import payload
from queries.view.picture import vis_network

SCRIPTS = [
    "words.js", "dom.js", "data.js", "state.js", "visible.js", "address.js", "path.js", "shapes.js", "places.js",
    "camera.js", "labels.js", "canvas.js", "time.js", "first.js", "network.js", "evidence.js", "cards.js", "panel.js",
    "search.js", "filters.js", "timeline.js", "export.js", "keyboard.js", "main.js",
]  # fmt: skip
"""Put together in this order, all in one scope; what follows first.js runs after the first picture."""

STYLES = ["base.css", "panel.css", "timeline.css"]


def render(data: GraphData, *, lang: str = "zh") -> str:
    """The page as text; `lang` ("zh" or "en") is what it opens in, the reader may switch."""
    app, style = _script(), _style()
    library = vis_network()
    about = payload(data, lang=lang)
    apart = {name: about.pop(name) for name in ("sentences", "texts", "articles")}
    page: str = _template().render(
        lang={"zh": "zh-CN", "en": "en"}[lang],
        title=_whole(data.title) or "guanxi 关系",
        policy=_policy(library, app, style=style),
        style=_markup(style),
        library=_markup(library),
        app=_markup(app),
        data=_block(about),
        sentences=_block(apart),
    )
    return page


def _block(held: dict[str, Any]) -> Any:
    """JSON that cannot end its block, whatever stands in it."""
    text = json.dumps(held, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return _markup(_whole(text))


def _whole(text: str) -> str:
    """`text` with a question mark for every half of a character, which UTF-8 cannot hold."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _policy(*scripts: str, style: str) -> str:
    hashes = " ".join(_hash(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {hashes}; style-src {_hash(style)}; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


@cache
def _script() -> str:
    parts = (_part(name) for name in SCRIPTS)
    return "(async () => {\n'use strict';\n" + "\n".join(parts) + "})();\n"


@cache
def _style() -> str:
    return "\n".join(_part(name) for name in STYLES)


def _part(name: str) -> str:
    return files("queries.view").joinpath("page", name).read_text(encoding="utf-8").replace("\r\n", "\n")


def _markup(text: str) -> Any:
    from markupsafe import Markup

    return Markup(text)


@cache
def _template() -> Any:
    from jinja2 import Environment, StrictUndefined

    return Environment(autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True).from_string(
        _part("view.html.jinja")
    )
