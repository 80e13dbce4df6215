"""`communique backup`: a copy of a ledger."""

from pathlib import Path
from typing import Annotated

import typer

from communique.show.cli.options import LEDGER, Debug, LedgerFile

Target = Annotated[Path, typer.Argument(metavar="FILE", hidden=True)]


def backup(file: Target, ledger: LedgerFile = LEDGER, debug: Debug = False) -> None:
    """
    \b
      communique backup ledger-2025-03-31.duckdb
      communique backup /mnt/safe/news.duckdb --ledger news.duckdb

    Copies the ledger to FILE, which must not exist, and reads the copy through. It may be made while somebody writes: it holds what
    readers see. `communique restore FILE` puts it back.
    """
    from communique.ledger import back_up
    from communique.show.cli.exits import say

    back_up(ledger, file)
    say(f"{file}: {file.stat().st_size / 1e6:,.1f} MB, whole")
