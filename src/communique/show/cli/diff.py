"""`communique diff`: what changed in a ledger between two runs."""

from typing import Annotated

import typer

from communique.show.cli.asking import Shown, asking

First = Annotated[int, typer.Argument(metavar="RUN1", hidden=True)]
Second = Annotated[int, typer.Argument(metavar="RUN2", hidden=True)]
SHOWN = ("record", "change", "words", "columns", "article_id", "id")


@asking
def diff(first: First, second: Second, shown: Shown = Shown()) -> None:
    """
    \b
      communique diff 1 2
      communique diff 3 7 --csv > changes.csv

    Shows the statements, positions, commitments and events that the ledger had after run RUN1 and not after run RUN2, or the other way
    round: added, dropped, or changed, with the columns that differ. communique runs lists the runs.

    On a terminal: a table. In a pipe, or with --jsonl: one JSON line a record.
    """
    with shown.open() as opened:
        shown.show(opened.diff(first, second), SHOWN)
