"""`communique positions`: where holders stand."""

from typing import Annotated

import typer

from communique.show.cli.asking import Bounds, Holder, Issue, Outlet, Plot, Shown, asking, check_plot

Stance = Annotated[str | None, typer.Option("--stance", metavar="STANCE", help="support, oppose or mixed.")]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DAY", help="Only the last position of each holder on each issue by then.")]
SHOWN = ("day", "holder", "stance", "issue", "evidence_text", "outlet", "id")


@asking
def positions(
    holder: Holder = None,
    issue: Issue = None,
    stance: Stance = None,
    as_of: AsOf = None,
    outlet: Outlet = None,
    plot: Plot = None,
    bounds: Bounds = Bounds(),
    shown: Shown = Shown(),
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
    from communique.export.plots import position_matrix

    check_plot(plot, shown.parquet)
    with shown.open() as opened:
        found = opened.positions(holder=holder, issue=issue, stance=stance, outlet=outlet, as_of=as_of, **bounds._asdict())
        if plot:
            rows = found.select('"day"::VARCHAR, holder, issue, stance').fetchall()
            plot.write_text(position_matrix(rows), encoding="utf-8")
        else:
            shown.show(found, SHOWN)
