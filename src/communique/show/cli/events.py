"""`communique events`: who did what to whom, one by one or counted."""

from typing import Annotated

import typer

from communique.errors import UsageError
from communique.show.cli.asking import Bounds, Outlet, Plot, Shown, asking, check_plot

Dyad = Annotated[str | None, typer.Option("--dyad", metavar="ONE-OTHER", help="Only what two states or organisations do to each other.")]
By = Annotated[str | None, typer.Option("--by", metavar="PERIOD", help="Count them by day, month or year.")]
Type = Annotated[
    str | None, typer.Option("--type", metavar="TYPE", help="Only of this type of PLOVER's (CAMEO's 01, 02 where it has none).")
]
SHOWN = ("when", "actor", "event", "recipient", "trigger_text", "auxiliary", "outlet", "id")
COUNTED = ("period", "actor", "recipient", "event", "reports", "outlets", "origins")


@asking
def events(
    dyad: Dyad = None,
    by: By = None,
    type: Type = None,
    outlet: Outlet = None,
    plot: Plot = None,
    bounds: Bounds = Bounds(),
    shown: Shown = Shown(),
) -> None:
    """
    \b
      communique events --dyad RUS-USA --by month
      communique events --dyad Fiji-Samoa --type reject --since 2021-01-01
      communique events --dyad RUS-USA --by year --plot russia-usa.svg

    Shows events, the earliest first; both directions of a dyad, each in rows of its own. With --by they are counted: how many articles
    (reports), outlets, and stories that repeat no other (origins) report each type in each period. Counted is what is reported as a fact, of known sides; the day is that of the
    event, that of the article where the text does not tell.

    On a terminal: a table. In a pipe, or with --jsonl: one JSON line a row. --plot draws the counts of a dyad along time.
    """
    from communique.export.plots import dyad_timeline

    check_plot(plot, shown.parquet)
    if plot and not (dyad and by):
        raise UsageError("--plot draws a dyad along time: add --dyad ONE-OTHER and --by day, month or year")
    with shown.open() as opened:
        found = opened.events(dyad=dyad, by=by, type=type, outlet=outlet, **bounds._asdict())
        if plot:
            plot.write_text(dyad_timeline(found.fetchall()), encoding="utf-8")
        else:
            shown.show(found, COUNTED if by else SHOWN)
