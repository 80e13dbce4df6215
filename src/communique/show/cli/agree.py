"""`communique agree`: two people who judged the same records, and the machine."""

from typing import Annotated

import typer

from communique.show.cli.options import LEDGER, Debug, JsonLines, LedgerFile

One = Annotated[str, typer.Argument(metavar="JUDGE", hidden=True)]
Other = Annotated[str | None, typer.Argument(metavar="JUDGE", hidden=True)]
Csv = Annotated[bool, typer.Option("--csv", help="CSV.")]


def agree(
    one: One, other: Other = None, ledger: LedgerFile = LEDGER, csv: Csv = False, jsonl: JsonLines = False, debug: Debug = False
) -> None:
    """
    \b
      communique agree "A. Jansen" "B. Okoro"
      communique agree "A. Jansen" --csv > jansen.csv

    Shows how far two judges agree on the records that both judged, and the machine with each; of one judge, with the machine alone. For
    verdicts (accept, reject, correct) and each field: the share of records on which both say the same, and Cohen's kappa. For spans:
    F1 of those with the same borders, and of the characters they cover. Intervals hold 95 %, from articles drawn again and again.

    On a terminal: a table. In a pipe, or with --jsonl: one JSON line a measure.
    """
    from communique.ask.agreement import Agreement, agreement
    from communique.ledger import Ledger
    from communique.show.cli.terminal.rows import show_rows

    with Ledger.open(ledger) as opened:
        found = agreement(opened, one, other)
    show_rows(
        Agreement._fields,
        [[round(value, 4) if isinstance(value, float) else value for value in row] for row in found],
        jsonl=jsonl,
        as_csv=csv,
    )
