"""Notebooks as the tests see them: run once in a real kernel, cells by their id, tables as rows.

Run as a program (`python -m tests.docs.notebooks`) it strips the notebooks of all that working in them left there.
"""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lxml.html
import nbformat

FOLDER = Path(__file__).parents[2] / "notebooks"
NAMES = tuple(sorted(path.name for path in FOLDER.glob("*.ipynb")))
Rows = list[dict[str, str]]
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}

CHINESE = re.compile(r"^[\u4e00-\u9fff]+ ")
"""The Chinese word of a heading of pandas: 位次 position."""


@dataclass(frozen=True)
class Notebook:
    """A notebook, with its outputs once it was run."""

    node: Any

    @classmethod
    def read(cls, name: str) -> Notebook:
        """The notebook as it is in the folder."""
        reads: Any = nbformat.reads  # it has no types
        return cls(reads((FOLDER / name).read_text(encoding="utf-8"), as_version=4))

    def stripped(self) -> str:
        """The notebook's file without outputs, counts and metadata of the machine."""
        node = deepcopy(self.node)
        node.metadata = METADATA
        for cell in node.cells:
            cell.metadata = {}
            if cell.cell_type == "code":
                cell.outputs, cell.execution_count = [], None
        writes: Any = nbformat.writes
        return str(writes(node, indent=1)).rstrip() + "\n"

    def run(self, folder: Path) -> Notebook:
        """The notebook run in a kernel of its own that stands in `folder`. An error in a cell is raised."""
        from nbclient import NotebookClient

        client = NotebookClient(
            self.node, timeout=600, kernel_name="python3", resources={"metadata": {"path": str(folder)}}
        )
        return Notebook(client.execute())

    @property
    def code(self) -> list[Any]:
        """The code cells."""
        return [cell for cell in self.node.cells if cell.cell_type == "code"]

    def outputs(self, cell: str) -> list[Any]:
        """The outputs of the cell with this id."""
        return list(next(one for one in self.code if one.id == cell).outputs)

    def shown(self, cell: str, kind: str = "text/html") -> str:
        """What the cell shows, of a MIME type; its last output that has it."""
        return str([out.data[kind] for out in self.outputs(cell) if kind in out.get("data", {})][-1])

    def text(self, cell: str) -> str:
        """What the cell prints."""
        return "".join(out.text for out in self.outputs(cell) if out.output_type == "stream")

    def rows(self, cell: str) -> Rows:
        """The rows of the table that the cell shows, by the English of the columns' headings."""
        table = lxml.html.fromstring(self.shown(cell)).xpath("//table")[0]
        heads = [list(head.itertext())[-1].strip() if len(head) or head.text else "" for head in table.xpath(".//th")]
        heads = [CHINESE.sub("", head) for head in heads]
        heads = heads[: len(table.xpath(".//tbody/tr")[0])] if table.xpath(".//tbody/tr") else heads
        cells = ([each.text_content().strip() for each in row] for row in table.xpath(".//tbody/tr"))
        return [dict(zip(heads, row, strict=False)) for row in cells]


if __name__ == "__main__":
    for name in NAMES:
        (FOLDER / name).write_text(Notebook.read(name).stripped(), encoding="utf-8")
