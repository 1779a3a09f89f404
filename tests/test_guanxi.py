"""The front door: what a notebook imports, and what the command line does not wait for."""

from __future__ import annotations

import subprocess
import sys

import pytest

import guanxi

HEAVY = {"neo4j", "spacy", "onnxruntime", "networkx", "numpy", "pandas", "pyvis", "rich", "trafilatura", "yaml"}


def loaded_after(statement: str) -> set[str]:
    """The modules of a fresh Python after a statement."""
    code = f"import sys\n{statement}\nprint(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(ran.stdout.split())


def test_the_command_line_waits_for_nothing_heavy() -> None:
    assert not HEAVY & loaded_after("import guanxi")


def test_python_m_guanxi_is_the_command_line() -> None:
    """Where the installed script is not on the path this is how it is called; it must not end in silence."""
    ran = subprocess.run([sys.executable, "-m", "guanxi", "--help"], capture_output=True, text=True, check=True)
    assert "build" in ran.stdout


def test_a_notebook_gets_a_graph_and_the_samples() -> None:
    code = """
from guanxi import connect, sample_db

with connect(sample_db()) as graph:
    print(len(graph.ask("articles")))
"""
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "30\n"


def test_all_that_is_promised_is_there_and_nothing_else_is() -> None:
    assert all(getattr(guanxi, name) for name in guanxi.__all__)
    with pytest.raises(ImportError, match="nothing"):
        from guanxi import nothing  # noqa: F401
