"""The options of the commands that ask a ledger, in one place, and the one way their answers are shown."""

from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from inspect import Parameter, signature
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from communique.errors import UsageError
from communique.show.cli.options import LEDGER, Debug, JsonLines, LedgerFile

if TYPE_CHECKING:
    from communique.ask import Answer, Ledger

Since = Annotated[str | None, typer.Option("--since", metavar="DAY", help="Only what articles of this day or later say.")]
Until = Annotated[str | None, typer.Option("--until", metavar="DAY", help="Only what articles up to this day say.")]
Recorded = Annotated[
    str | None,
    typer.Option("--recorded-as-of", metavar="TIME", help="As the ledger had it at a time (UTC), or at the end of a day."),
]
Outlet = Annotated[str | None, typer.Option("--outlet", metavar="NAME", help="Only what this outlet publishes.")]
Holder = Annotated[str | None, typer.Option("--holder", metavar="WHO", help="A code, a state or its capital, or a name.")]
Issue = Annotated[str | None, typer.Option("--issue", metavar="WORDS", help="An issue's name, what it is also called, or words of it.")]
Limit = Annotated[int | None, typer.Option("--limit", metavar="COUNT", min=1, help="At most so many rows.")]
Csv = Annotated[bool, typer.Option("--csv", help="CSV; lists as JSON.")]
Parquet = Annotated[Path | None, typer.Option("--parquet", metavar="FILE", help="Write Parquet there.")]
Plot = Annotated[Path | None, typer.Option("--plot", metavar="FILE.svg", help="Draw it there.")]


Command = Callable[..., Any]
Row = Sequence[object]
Marks = tuple[str, str]


class Listed(NamedTuple):
    """Which ledger is asked, and how rows are shown."""

    ledger: LedgerFile = LEDGER
    csv: Csv = False
    jsonl: JsonLines = False
    debug: Debug = False

    def open(self) -> "Ledger":
        """The ledger. Raises LedgerError."""
        from communique.ask import Ledger

        return Ledger.open(self.ledger)

    @property
    def is_table(self) -> bool:
        """True where the answer is a table on a terminal."""
        from communique.show.cli.terminal.output import is_terminal

        return is_terminal() and not (self.csv or self.jsonl)

    def show(self, columns: Sequence[str], rows: Iterable[Row], on_terminal: Sequence[str], marks: Marks | None = None) -> None:
        """A table of some columns on a terminal; all columns as JSON Lines in a pipe, or as CSV."""
        from communique.show.cli.terminal.rows import show_rows

        places = [columns.index(name) for name in (on_terminal if self.is_table else columns)]
        some = ([row[place] for place in places] for row in rows)
        show_rows([columns[place] for place in places], some, jsonl=self.jsonl, as_csv=self.csv, marks=marks)


class Shown(NamedTuple):
    """The same for answers of which DuckDB has the rows."""

    ledger: LedgerFile = LEDGER
    csv: Csv = False
    parquet: Parquet = None
    jsonl: JsonLines = False
    debug: Debug = False

    @property
    def listed(self) -> Listed:
        """How it is shown where it does not go to a file."""
        return Listed(self.ledger, self.csv, self.jsonl, self.debug)

    def open(self) -> "Ledger":
        """The ledger. Raises LedgerError."""
        return self.listed.open()

    def show(self, answer: "Answer", on_terminal: Sequence[str], marks: Marks | None = None) -> None:
        """To a Parquet file, or as rows are shown."""
        if self.parquet is not None:
            answer.write_parquet(self.parquet)
        else:
            self.listed.show(answer.columns, answer.rows(), on_terminal, marks)


class Bounds(NamedTuple):
    """Of which days, as known when, and how many rows."""

    since: Since = None
    until: Until = None
    recorded: Recorded = None
    limit: Limit = None


def asking(command: Command) -> Command:
    """A command of which each parameter that is a `Bounds`, a `Listed` or a `Shown` stands for the options in it, behind the command's own.

    An option that the command has itself is not taken twice.
    """
    own = signature(command, eval_str=True)
    groups = {name: type(one.default) for name, one in own.parameters.items() if isinstance(one.default, Bounds | Listed | Shown)}
    mine = [one for name, one in own.parameters.items() if name not in groups]
    names = {one.name for one in mine}
    shared = [one for kind in groups.values() for one in signature(kind).parameters.values() if one.name not in names]
    every = [one.replace(kind=Parameter.KEYWORD_ONLY) for one in (*mine, *shared)]

    @wraps(command)
    def whole(**given: Any) -> Any:
        made = {name: kind(**{field: given[field] for field in kind._fields}) for name, kind in groups.items()}
        return command(**{name: given[name] for name in names}, **made)

    whole.__signature__ = own.replace(parameters=every)  # type: ignore[attr-defined]
    whole.__annotations__ = {one.name: one.annotation for one in every}
    return whole


def check_plot(plot: Path | None, parquet: Path | None = None) -> None:
    """Raises UsageError for a picture that is no SVG, or where two things are asked for at once."""
    if plot is not None and plot.suffix.lower() != ".svg":
        raise UsageError(f"--plot {plot}: pictures are SVG; name a file that ends in .svg")
    if plot is not None and parquet is not None:
        raise UsageError("--plot and --parquet: ask for one of them")
