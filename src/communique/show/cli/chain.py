"""`communique chain`: what a holder has said on an issue over time."""

from typing import Annotated

import typer

from communique.show.cli.asking import Listed, asking

Id = Annotated[str, typer.Argument(metavar="ID", hidden=True)]
Silence = Annotated[int, typer.Option("--silence", metavar="DAYS", help="A gap of so many days is a silence.")]


@asking
def chain(id: Id, silence: Silence = 180, shown: Listed = Listed()) -> None:
    """
    \b
      communique chain POSITION
      communique chain STATEMENT --ledger news.duckdb | jq .added
      communique chain CHAIN

    Shows the chain that a position or a statement is part of, or that communique shifts names: every occasion on which its holder took a
    stance on the issue, by day, each compared with the one before. n counts how many times in a row the stance was taken; move says what
    is new: again, softened, hardened, shift, withdrawn, or nothing where it is not clear. Reprints and reports of one occasion are one
    link, counted as reports/outlets/origins.

    On a terminal: a table. In a pipe, or with --jsonl: one JSON line a link, with the words added and dropped, new grounds, ids.
    """
    from communique.ask.chains import chain as asked
    from communique.show.cli.terminal.links import show_links

    with shown.open() as opened:
        show_links(asked(opened, id, silence=silence), shown)
