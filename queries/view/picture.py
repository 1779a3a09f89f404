"""pyvis, held to one module: its model of nodes, edges and options, and the vis-network that it bundles.

Never its `write_html`, `save_graph`, `show`, its template or its menus: they load from the network, write beside the
named file, fail on a Chinese Windows and run script that stands in a name (WestHealth/pyvis #228, #229, #222).
`Network.add_node` looks every id up in a list; the model's own classes are used instead. Should pyvis rot, this module
takes the file of vis-network itself and nothing else changes.
"""

from __future__ import annotations

from importlib.resources import files
from typing import Any

VIS = "9.1.2"
"""Version of vis-network that pyvis 0.3.2 bundles, held by a test."""


def node(number: int, label: str, *, shape: str, size: float, x: float, y: float, **extra: Any) -> dict[str, Any]:
    """A node of pyvis; `extra` rides along untouched."""
    from pyvis.node import Node

    options: dict[str, Any] = Node(number, shape, label, size=size, x=x, y=y, **extra).options
    return options


def edge(source: int, target: int, **extra: Any) -> dict[str, Any]:
    """An edge of pyvis; `extra` rides along untouched."""
    from pyvis.edge import Edge

    options: dict[str, Any] = Edge(source, target, **extra).options
    return options


def options() -> dict[str, Any]:
    """Options for a picture that is laid out already: no physics; names and lines are drawn by the page."""
    return {
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False},
        "nodes": {"borderWidth": 0, "borderWidthSelected": 0, "chosen": False, "font": {"size": 0}},
        "interaction": {
            "hover": False,
            "keyboard": False,
            "multiselect": False,
            "selectConnectedEdges": False,
            "zoomSpeed": 0.7,
        },
    }


def vis_network() -> str:
    """The source text of the bundled vis-network."""
    place = files("pyvis").joinpath("templates", "lib", f"vis-{VIS}", "vis-network.min.js")
    return place.read_text(encoding="utf-8").replace("\r\n", "\n")
