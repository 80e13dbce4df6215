"""`communique search`: statements in which words stand."""

from typing import Annotated

import typer

from communique.show.cli.asking import Csv, Outlet, Parquet, Recorded, Since, Until, show_answer
from communique.show.cli.options import LEDGER, Debug, JsonLines, LedgerFile

Words = Annotated[list[str], typer.Argument(metavar="WORDS", hidden=True)]
Limit = Annotated[int, typer.Option("--limit", metavar="COUNT", min=1, help="At most so many statements.")]
SHOWN = ("day", "speaker_names", "speaker_countries", "marked", "outlet", "id")
PRIVATE = ("\ue000", "\ue001")  # marks that no text is likely to have; a terminal shows bold type instead


def search(
    words: Words,
    outlet: Outlet = None,
    since: Since = None,
    until: Until = None,
    recorded: Recorded = None,
    limit: Limit = 20,
    ledger: LedgerFile = LEDGER,
    csv: Csv = False,
    parquet: Parquet = None,
    jsonl: JsonLines = False,
    debug: Debug = False,
) -> None:
    """
    \b
      communique search "UN Charter"
      communique search net ban --since 2021-01-01 --limit 5

    Finds statements whose content has all of WORDS, in any form of them (ban, bans, banned), the most fitting first (BM25).

    On a terminal: a table, the words in bold. In a pipe, or with --jsonl: one JSON line a statement, the words between ** in `marked`.
    """
    from communique.ask import MARKS, Ledger
    from communique.show.cli.terminal.output import is_terminal

    marks = PRIVATE if is_terminal() and not (csv or jsonl or parquet) else MARKS
    with Ledger.open(ledger) as opened:
        found = opened.search(" ".join(words), outlet=outlet, since=since, until=until, recorded=recorded, limit=limit, marks=marks)
        show_answer(found, SHOWN, jsonl=jsonl, as_csv=csv, parquet=parquet, marks=marks)
