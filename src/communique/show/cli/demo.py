"""`communique demo`: the first thing to try."""

from typing import Annotated

import typer

from communique.show.cli.options import Debug, JsonLines

HINT = "communique demo --text > dispatch.md && communique explain 1 dispatch.md"

Text = Annotated[bool, typer.Option("--text", help="Print the dispatch itself, to be saved and played with.")]


def demo(jsonl: JsonLines = False, text: Text = False, debug: Debug = False) -> None:
    """
    \b
      communique demo
      communique demo --text > dispatch.md && communique read dispatch.md

    Codes an invented dispatch that comes with communique, and shows it, in a pipe too; --jsonl prints the coding.
    """
    from importlib.resources import files

    dispatch = files("communique.show.cli").joinpath("demo.md").read_text(encoding="utf-8")
    if text:
        from communique.show.cli.terminal.output import write_line

        write_line(dispatch.encode())
        return
    from communique.coder import code
    from communique.ingest import read_text
    from communique.show.cli.terminal.results import drawn, written

    show = written if jsonl else drawn(HINT)
    show(code(read_text(dispatch)), None)
