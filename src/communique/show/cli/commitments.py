"""`communique commitments`: what was promised, and what is due."""

from typing import Annotated

import typer

from communique.show.cli.asking import Csv, Limit, Outlet, Parquet, Recorded, Since, Until, show_answer
from communique.show.cli.options import LEDGER, Debug, JsonLines, LedgerFile

Due = Annotated[str | None, typer.Option("--due", metavar="[DAY]", help="Only what was due by a day (today), and nobody judged.")]
Committer = Annotated[str | None, typer.Option("--committer", metavar="WHO", help="A code, a state or its capital, or a name.")]
Beneficiary = Annotated[str | None, typer.Option("--beneficiary", metavar="WHICH", help="For whom: a code, a state or its capital.")]
Strength = Annotated[str | None, typer.Option("--strength", metavar="HOW", help="vow, intend or hope.")]
SHOWN = ("day", "committer", "action_text", "deadline_text", "deadline_latest", "status", "strength", "outlet", "id")


def commitments(
    due: Due = None,
    committer: Committer = None,
    beneficiary: Beneficiary = None,
    strength: Strength = None,
    outlet: Outlet = None,
    since: Since = None,
    until: Until = None,
    recorded: Recorded = None,
    limit: Limit = None,
    ledger: LedgerFile = LEDGER,
    csv: Csv = False,
    parquet: Parquet = None,
    jsonl: JsonLines = False,
    debug: Debug = False,
) -> None:
    """
    \b
      communique commitments --due
      communique commitments --committer Fiji --due 2021-07-01

    Shows commitments, the earliest first. A commitment is overdue when the last day that its words name has passed, by today or by the day
    of --due; else it is open, also where the words name no day. Whether it was kept or broken only a person judges: communique judge.

    On a terminal: a table. In a pipe, or with --jsonl: one JSON line a row, with spans and ids.
    """
    from communique.ask import Ledger

    with Ledger.open(ledger) as opened:
        found = opened.commitments(
            due=due, committer=committer, beneficiary=beneficiary, strength=strength, outlet=outlet, since=since, until=until,
            recorded=recorded, limit=limit,
        )  # fmt: skip
        show_answer(found, SHOWN, jsonl=jsonl, as_csv=csv, parquet=parquet)
