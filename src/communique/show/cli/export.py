"""`communique export`: events in the files that others load."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated

import typer

from communique.errors import UsageError
from communique.show.cli.exits import say
from communique.show.cli.options import Debug, Errors, settings_from

if TYPE_CHECKING:
    from communique.export import Export
    from communique.model import Coding
    from communique.show.cli.terminal.failures import Failures

Name = Annotated[str, typer.Argument(metavar="FORMAT", hidden=True)]
Codings = Annotated[list[str], typer.Argument(metavar="CODINGS", hidden=True)]
Out = Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Write there, and versions and counts to FILE.about.json.")]
OneADay = Annotated[bool, typer.Option("--one-a-day", help="Keep one event of each day, dyad and type, as the field does it.")]
Dyads = Annotated[bool, typer.Option("--dyads", help="Count the events of each dyad by type; FORMAT is csv, parquet or jsonl.")]
By = Annotated[str | None, typer.Option("--by", metavar="PERIOD", help="With --dyads: count by month (the default), year or day.")]


def export(
    format: Name,
    codings: Codings,
    out: Out = None,
    one_a_day: OneADay = False,
    dyads: Dyads = False,
    by: By = None,
    errors: Errors = None,
    debug: Debug = False,
) -> int:
    """
    \b
      communique export polecat codings.jsonl --out events.tsv
      communique code news/ --jsonl | communique export csv - > events.csv
      communique export csv ledger.duckdb --dyads --by year --one-a-day

    Writes the events of CODINGS (files of `communique code --jsonl`, ledgers, - for standard input; articles are coded first) as FORMAT:

    \b
      csv        our own columns, a row an event
      parquet    the same columns, typed
      jsonl      the event's record with its article's
      plover     PLOVER 2.0, JSON Lines
      polecat    POLECAT's 40 columns, TSV
      icews      ICEWS's 20 columns, TSV
      gdelt      GDELT's 16 columns of mentions, with character offsets, TSV
      petrarch2  what PETRARCH2 writes, TSV

    csv, parquet and jsonl hold every event, plover every one it has a code for, each with what makes it unreal (negation, future ...)
    beside it. The others have no place for that and leave such events out. How many are left out is said at the end.
    """
    from communique import __version__
    from communique.export import Sieve, about, events_of, export_named
    from communique.export import one_a_day as thinned
    from communique.show.cli.terminal.failures import Failures

    chosen = _counting(export_named(format), by) if dyads else _checked(export_named(format), by)
    taken, written = Sieve(chosen.takes), Sieve(lambda found: True)
    with Failures(errors) as failures, _opened(out, chosen.is_binary) as file:
        events = taken.over(events_of(_noted(failures, codings)))
        chosen.write(written.over(thinned(events) if one_a_day else events), file)
    if out:
        told = about(chosen.name, written=written.kept, left_out=taken.left_out, one_a_day=one_a_day, program=__version__)
        out.with_name(f"{out.name}.about.json").write_bytes(told)
    if not taken.kept + taken.left_out:
        say("no events: the codings hold none")
    if taken.left_out:
        say(f"{taken.left_out:,} of {taken.left_out + taken.kept:,} events left out; {chosen.name}: only {chosen.what}")
    return failures.exit_code()


def _noted(failures: "Failures", paths: list[str]) -> "Iterator[Coding]":
    """The codings of files and ledgers, each noted as passed or failed."""
    from communique.ask import Ledger
    from communique.show.cli.codings import codings_of

    for path in paths:
        found = Ledger.open(path).codings() if _is_ledger(path) else codings_of([path], settings_from(None, None, None), None)
        for coding in failures.readable(found):
            failures.check(coding)
            yield coding


def _is_ledger(path: str) -> bool:
    """True for a file that begins as DuckDB's do."""
    if not Path(path).is_file():
        return False
    with Path(path).open("rb") as file:
        return file.read(12)[8:] == b"DUCK"


@contextmanager
def _opened(out: Path | None, is_binary: bool) -> Iterator[IO[bytes]]:
    """The file to write, or standard output. Raises UsageError where that is closed, or a terminal that bytes would upset."""
    if out:
        with out.open("wb") as file:
            yield file
    elif sys.stdout is None or (is_binary and sys.stdout.isatty()):
        raise UsageError("standard output is closed, or a terminal, which cannot show this format: give a file, --out FILE")
    else:
        yield sys.stdout.buffer


def _checked(chosen: "Export", by: str | None) -> "Export":
    """The format itself. Raises UsageError where --by has nothing to count."""
    if by is not None:
        raise UsageError(f"--by {by} counts dyads: add --dyads, or leave --by out")
    return chosen


def _counting(chosen: "Export", by: str | None) -> "Export":
    """The format with a table of dyads in place of the events. Raises UsageError where it cannot hold one or the period is none."""
    from communique.export import PERIODS, dyads

    period = by or "month"
    if period not in PERIODS:
        raise UsageError(f"--by {by}: use one of {', '.join(PERIODS)}")
    write = dyads.WRITERS.get(chosen.name)
    if write is None:
        raise UsageError(f"--dyads makes a table of its own, which {chosen.name} has no columns for: use {', '.join(dyads.WRITERS)}")
    return chosen._replace(
        name=f"dyads by {period}", takes=dyads.takes, what=dyads.TAKES, write=lambda events, file: write(events, period, file)
    )
