"""`communique import`: what others have recorded, into a ledger."""

from pathlib import Path
from typing import Annotated

import typer

from communique.errors import UsageError
from communique.show.cli.options import LEDGER, Debug, LedgerFile

What = Annotated[str, typer.Argument(metavar="WHAT", hidden=True)]
File = Annotated[Path, typer.Argument(metavar="FILE", hidden=True)]
Issue = Annotated[str | None, typer.Option("--issue", metavar="NAME", help="What all of the file is about; else its titles tell.")]
Yes = Annotated[str | None, typer.Option("--yes", metavar="STANCE", help="What a vote for it says of the issue: support or oppose.")]


def import_(what: What, file: File, issue: Issue = None, yes: Yes = None, ledger: LedgerFile = LEDGER, debug: Debug = False) -> None:
    """
    \b
      communique import unga votes.csv
      communique import unga tolls.csv --issue "canal toll" --yes oppose

    Records roll calls of the UN General Assembly: CSV as voting data sets and the UN's library give it, a row for each state's vote, with
    the columns of roll call, date, country and vote under their usual names. Votes on resolutions whose titles are known are tied to their
    issue; for others, --issue and --yes say what they are about. Importing again changes nothing that has not changed.

    Prints the counts as JSON.
    """
    import json

    from communique.ingest.roll_calls import read_roll_calls
    from communique.ledger import Ledger, record_votes
    from communique.show.cli.terminal.output import write_line

    if what != "unga":
        raise UsageError(f"import {what}: there is unga")
    if (issue is None) != (yes is None) or yes not in (None, "support", "oppose"):
        raise UsageError("give --issue and --yes together; --yes is support or oppose")
    read = read_roll_calls(file, issue, "support" if yes == "support" else "oppose" if yes else None)
    recorded = record_votes(Ledger.open(ledger), read.votes)
    counts = {"votes": len(read.votes), "recorded": recorded, "skipped": read.skipped, "unknown": read.strangers}
    write_line(json.dumps(counts, ensure_ascii=False).encode())
