"""`communique chain`: what a holder has said on an issue over time."""

from typing import Annotated

import typer

from communique.errors import UsageError
from communique.show.cli.asking import Holder, Issue, Listed, asking

Id = Annotated[str | None, typer.Argument(metavar="[ID]", hidden=True)]
Silence = Annotated[int, typer.Option("--silence", metavar="DAYS", help="A gap of so many days is a silence.")]


@asking
def chain(id: Id = None, holder: Holder = None, issue: Issue = None, silence: Silence = 180, shown: Listed = Listed()) -> None:
    """
    \b
      communique chain POSITION
      communique chain STATEMENT --ledger news.duckdb | jq .added
      communique chain --holder Norway --issue "net ban"

    Shows the chain that a position or a statement is part of, or that communique shifts names, or all of a holder on an issue: every
    occasion on which its holder took a stance on the issue, by day, each compared with the one before. n counts how many times in a row
    the stance was taken; move says what is new: again, softened, hardened, shift, withdrawn, or nothing where it is not clear. Reprints
    and reports of one occasion are one link, counted as reports/outlets/origins.

    On a terminal: a table. In a pipe, or with --jsonl: one JSON line a link, with the words added and dropped, new grounds, ids.
    """
    from communique.ask.chains import chain as asked
    from communique.ask.chains import chains
    from communique.show.cli.terminal.links import show_links

    if (id is None) == (holder is None or issue is None):
        raise UsageError("chain: give an ID, or --holder and --issue")
    with shown.open() as opened:
        show_links(asked(opened, id, silence=silence) if id else chains(opened, holder=holder, issue=issue, silence=silence), shown)
