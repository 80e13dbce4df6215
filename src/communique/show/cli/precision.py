"""`communique precision`: what a judged sample says."""

from pathlib import Path
from typing import Annotated

import typer

from communique.errors import UsageError
from communique.show.cli.options import Debug, JsonLines

Sheet = Annotated[Path, typer.Argument(metavar="FILE", hidden=True)]
By = Annotated[str, typer.Option("--by", metavar="COLUMNS", help="Count by these columns of the file; '' counts all together only.")]


def precision(file: Sheet, by: By = "rule", jsonl: JsonLines = False, debug: Debug = False) -> None:
    """
    \b
      communique precision sample.csv
      communique precision sample.csv --by manner,rule

    Counts the statements of FILE, a sample as `communique sample` draws it (- for standard input), whose column `right` says yes, no
    or partly, by rule and in all. Strict takes partly for wrong, lenient for right; beside each stands its 95 % interval (Wilson's).

    On a terminal: a table. In a pipe, or with --jsonl: one JSON line a row, the last of which counts all.
    """
    from communique.show.cli.judging.count import Tally, read_judged, tallies
    from communique.show.cli.terminal.tallies import shown_with

    columns = tuple(filter(None, (column.strip() for column in by.split(","))))
    if "right" in columns:
        raise UsageError(f"--by {by}: `right` is what is counted; count it by another column")
    counted: list[Tally] = tallies(read_judged(file, columns), columns)
    shown_with(jsonl=jsonl)(columns, counted)
