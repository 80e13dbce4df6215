"""`communique events`: who did what to whom, one by one or counted."""

from typing import Annotated

import typer

from communique.errors import UsageError
from communique.show.cli.asking import Csv, Limit, Outlet, Parquet, Plot, Recorded, Since, Until, check_plot, show_answer
from communique.show.cli.options import LEDGER, Debug, JsonLines, LedgerFile

Dyad = Annotated[str | None, typer.Option("--dyad", metavar="ONE-OTHER", help="Only what two states or organisations do to each other.")]
By = Annotated[str | None, typer.Option("--by", metavar="PERIOD", help="Count them by day, month or year.")]
Type = Annotated[
    str | None, typer.Option("--type", metavar="TYPE", help="Only of this type of PLOVER's (CAMEO's 01, 02 where it has none).")
]
SHOWN = ("when", "actor", "event", "recipient", "trigger_text", "auxiliary", "outlet", "id")
COUNTED = ("period", "actor", "recipient", "event", "reports", "outlets", "origins")


def events(
    dyad: Dyad = None,
    by: By = None,
    type: Type = None,
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
      communique events --dyad RUS-USA --by month
      communique events --dyad Fiji-Samoa --type reject --since 2021-01-01
      communique events --dyad RUS-USA --by year --plot russia-usa.svg

    Shows events, the earliest first; both directions of a dyad, each in rows of its own. With --by they are counted: how many articles
    (reports), outlets, and stories that repeat no other (origins) report each type in each period. Counted is what is reported as a fact,
    of known sides; the day is that of the event, that of the article where the text does not tell.

    On a terminal: a table. In a pipe, or with --jsonl: one JSON line a row. --plot draws the counts of a dyad along time.
    """
    from communique.ask import Ledger
    from communique.export.plots import dyad_timeline

    check_plot(plot, parquet)
    if plot and not (dyad and by):
        raise UsageError("--plot draws a dyad along time: add --dyad ONE-OTHER and --by day, month or year")
    with Ledger.open(ledger) as opened:
        found = opened.events(dyad=dyad, by=by, type=type, outlet=outlet, since=since, until=until, recorded=recorded, limit=limit)
        if plot:
            plot.write_text(dyad_timeline(found.fetchall()), encoding="utf-8")
        else:
            show_answer(found, COUNTED if by else SHOWN, jsonl=jsonl, as_csv=csv, parquet=parquet)
