"""`communique positions`: where holders stand."""

from typing import Annotated

import typer

from communique.show.cli.asking import Csv, Limit, Outlet, Parquet, Plot, Recorded, Since, Until, check_plot, show_answer
from communique.show.cli.options import LEDGER, Debug, JsonLines, LedgerFile

Holder = Annotated[str | None, typer.Option("--holder", metavar="WHO", help="A code, a state or its capital, or a name.")]
Issue = Annotated[str | None, typer.Option("--issue", metavar="WORDS", help="An issue's name, what it is also called, or words of it.")]
Stance = Annotated[str | None, typer.Option("--stance", metavar="STANCE", help="support, oppose or mixed.")]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DAY", help="Only the last position of each holder on each issue by then.")]
SHOWN = ("day", "holder", "stance", "issue", "evidence_text", "outlet", "id")


def positions(
    holder: Holder = None,
    issue: Issue = None,
    stance: Stance = None,
    as_of: AsOf = None,
    outlet: Outlet = None,
    since: Since = None,
    until: Until = None,
    recorded: Recorded = None,
    limit: Limit = None,
    ledger: LedgerFile = LEDGER,
    csv: Csv = False,
    parquet: Parquet = None,
    plot: Plot = None,
    jsonl: JsonLines = False,
    debug: Debug = False,
) -> None:
    """
    \b
      communique positions --holder Moscow --issue embargo --since 2019-01-01
      communique positions --issue "net ban" --as-of 2021-06-01
      communique positions --issue embargo --plot embargo.svg

    Shows positions, the earliest first: who holds them, on what, with the phrase that shows it. With --as-of, where each holder stood on
    that day; articles of no known day are then left out, as with --since and --until.

    On a terminal: a table. In a pipe, or with --jsonl: one JSON line a row, with spans, grounds and ids. --plot draws a matrix of holders
    and issues in the stance last taken.
    """
    from communique.ask import Ledger
    from communique.export.plots import position_matrix

    check_plot(plot, parquet)
    with Ledger.open(ledger) as opened:
        found = opened.positions(
            holder=holder, issue=issue, stance=stance, outlet=outlet, as_of=as_of, since=since, until=until, recorded=recorded, limit=limit
        )
        if plot:
            rows = found.select('"day"::VARCHAR, holder, issue, stance').fetchall()
            plot.write_text(position_matrix(rows), encoding="utf-8")
        else:
            show_answer(found, SHOWN, jsonl=jsonl, as_csv=csv, parquet=parquet)
