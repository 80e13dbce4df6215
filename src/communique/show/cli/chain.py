"""`communique chain`: what a holder has said on an issue over time."""

from typing import Annotated

import typer

from communique.show.cli.options import LEDGER, Debug, JsonLines, LedgerFile

Id = Annotated[str, typer.Argument(metavar="ID", hidden=True)]
Silence = Annotated[int, typer.Option("--silence", metavar="DAYS", help="A gap of so many days is a silence.")]


def chain(id: Id, silence: Silence = 180, ledger: LedgerFile = LEDGER, jsonl: JsonLines = False, debug: Debug = False) -> None:
    """
    \b
      communique chain POSITION
      communique chain STATEMENT --ledger news.duckdb | jq .added

    Shows the chain that a position or a statement is part of: every occasion on which its holder took a stance on the issue, by day, each
    compared with the one before. n counts how many times in a row the stance was taken; move says what is new: again, softened, hardened,
    shift, withdrawn, or nothing where it is not clear. Reprints and reports of one occasion are one link, counted as
    reports/outlets/origins.

    On a terminal: a table. In a pipe, or with --jsonl: one JSON line a link, with the words added and dropped, new grounds, ids.
    """
    from communique.ask.chains import chain as asked
    from communique.ledger import Ledger
    from communique.show.cli.terminal.links import show_links

    with Ledger.open(ledger) as opened:
        show_links(asked(opened, id, silence=silence), jsonl=jsonl)
