"""`communique restore`: a backup in a ledger's place."""

from pathlib import Path
from typing import Annotated

import typer

from communique.show.cli.options import LEDGER, Debug, LedgerFile

Source = Annotated[Path, typer.Argument(metavar="FILE", hidden=True)]


def restore(file: Source, ledger: LedgerFile = LEDGER, debug: Debug = False) -> None:
    """
    \b
      communique restore ledger-2025-03-31.duckdb
      communique restore /mnt/safe/news.duckdb --ledger news.duckdb

    Reads the backup FILE through and puts a copy of it in the ledger's place. What was there before is kept beside it, under the name
    that is told.
    """
    from communique.ledger import restore as put_back
    from communique.show.cli.exits import say

    kept = put_back(file, ledger)
    say(f"{ledger}: restored from {file}")
    for path in kept:
        say(f"{path}: what was there before; delete it when you do not need it")
