"""guanxi: the front door. Puts the rooms' commands together and turns errors into one message and an exit code."""

from __future__ import annotations

import sys

import typer

from graph.errors import GuanxiError

app = typer.Typer(
    name="guanxi",
    help="Chinese official news in, a knowledge graph of officials, organisations and events out.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def main() -> None:
    """Run the command line; every expected failure is one message on stderr and the exit code of its class."""
    try:
        app(standalone_mode=True)
    except GuanxiError as error:
        print(f"guanxi: {error}", file=sys.stderr)
        sys.exit(error.exit_code)
