"""Options that the commands which ask a ledger share, and the one way their answers are shown."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from communique.errors import UsageError

if TYPE_CHECKING:
    from communique.ask import Answer

Since = Annotated[str | None, typer.Option("--since", metavar="DAY", help="Only what articles of this day or later say.")]
Until = Annotated[str | None, typer.Option("--until", metavar="DAY", help="Only what articles up to this day say.")]
Recorded = Annotated[
    str | None,
    typer.Option("--recorded-as-of", metavar="TIME", help="As the ledger had it at a time (UTC), or at the end of a day."),
]
Outlet = Annotated[str | None, typer.Option("--outlet", metavar="NAME", help="Only what this outlet publishes.")]
Limit = Annotated[int | None, typer.Option("--limit", metavar="COUNT", min=1, help="At most so many rows.")]
Csv = Annotated[bool, typer.Option("--csv", help="CSV; lists as JSON.")]
Parquet = Annotated[Path | None, typer.Option("--parquet", metavar="FILE", help="Write Parquet there.")]
Plot = Annotated[Path | None, typer.Option("--plot", metavar="FILE.svg", help="Draw it there.")]


def show_answer(
    answer: "Answer",
    on_terminal: Sequence[str],
    *,
    jsonl: bool = False,
    as_csv: bool = False,
    parquet: Path | None = None,
    marks: tuple[str, str] | None = None,
) -> None:
    """A table of some columns on a terminal; all columns as JSON Lines in a pipe, as CSV, or to a Parquet file."""
    from communique.show.cli.terminal.output import is_terminal
    from communique.show.cli.terminal.rows import show_rows

    if parquet is not None:
        answer.write_parquet(parquet)
    elif as_csv or jsonl or not is_terminal():
        show_rows(answer.columns, answer.rows(), jsonl=jsonl, as_csv=as_csv)
    else:
        places = [answer.columns.index(name) for name in on_terminal]
        show_rows(on_terminal, ([row[place] for place in places] for row in answer.rows()), marks=marks)


def check_plot(plot: Path | None, parquet: Path | None = None) -> None:
    """Raises UsageError for a picture that is no SVG, or where two things are asked for at once."""
    if plot is not None and plot.suffix.lower() != ".svg":
        raise UsageError(f"--plot {plot}: pictures are SVG; name a file that ends in .svg")
    if plot is not None and parquet is not None:
        raise UsageError("--plot and --parquet: ask for one of them")
