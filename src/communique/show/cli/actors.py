"""`communique actors`: who takes part in what a ledger holds; tables of who held which office, learned from articles."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated

import typer

from communique.errors import UsageError
from communique.show.cli.asking import Bounds, Shown, asking
from communique.show.cli.options import Errors, Format, LexiconFolder, Pipeline, Without, settings_from

if TYPE_CHECKING:
    from pathlib import Path

    from communique.model import Coding
    from communique.settings import Settings
    from communique.show.cli.terminal.failures import Failures

LEARN = "learn"
SHOWN = ("name", "country", "roles", "titles", "statements", "events", "articles", "outlets", "origins", "first", "last")

Name = Annotated[str | None, typer.Argument(metavar="[NAME]", hidden=True)]
Paths = Annotated[list[str] | None, typer.Argument(metavar="[PATH]", hidden=True)]
Least = Annotated[int, typer.Option("--least", metavar="COUNT", min=1, help="Only who is named so in at least so many articles.")]
Unbounded = Annotated[
    bool, typer.Option("--unbounded", help="Leave `from` and `to` empty: the entry then counts on every day, not only between those seen.")
]


@asking
def actors(
    name: Name = None,
    paths: Paths = None,
    least: Least = 1,
    unbounded: Unbounded = False,
    errors: Errors = None,
    format: Format = None,
    lexicon: LexiconFolder = None,
    pipeline: Pipeline = None,
    without: Without = None,
    bounds: Bounds = Bounds(),
    shown: Shown = Shown(),
) -> int:
    """
    \b
      communique actors
      communique actors Ravouvou --since 2021-01-01
      communique actors learn codings.jsonl > words/actors.csv
      communique actors learn news/ --least 3 > words/actors.csv

    Shows who speaks or acts in a ledger, those of most articles first: names with words of NAME, or all who speak or act for a state or
    organisation. People of one name and two countries are two; how often, as what, and from when to when.

    On a terminal: a table. In a pipe, or with --jsonl: one JSON line a name.

    learn: reads each PATH (a file, a directory, - for standard input), which holds codings or articles, which are coded first, and
    prints CSV: every person named in full with an office and its country, first and last day seen, number of articles, and where.

    The table is fed back with --lexicon words/. An entry counts from the first to the last day seen, unless --unbounded is given.
    Left out, and named on standard error: persons whom articles give to two countries, those seen in no dated article.
    """
    if name == LEARN:
        return _learn(paths or [], least, unbounded, errors, format, settings_from(pipeline, lexicon, without))
    if paths:
        near = get_close_matches(name or "", [LEARN], n=1, cutoff=0.5)
        raise UsageError(f"actors takes one NAME, or learn and files; not {name!r} and more." + (" Did you mean learn?" if near else ""))
    with shown.open() as opened:
        shown.show(opened.actors(name, **bounds._asdict()), SHOWN)
    return 0


def _learn(paths: list[str], least: int, unbounded: bool, errors: "Path | None", format: str | None, settings: "Settings") -> int:
    """Prints the table of offices that the articles show; returns the exit code."""
    from communique.resolve.learned import learn
    from communique.show.cli.codings import codings_of
    from communique.show.cli.exits import say
    from communique.show.cli.learning import table_of
    from communique.show.cli.terminal.failures import Failures
    from communique.show.cli.terminal.output import write_bytes
    from communique.show.cli.terminal.progress import Progress

    if not paths:
        raise UsageError("actors learn: name files, directories, or - for standard input. Try: communique actors --help")
    with Failures(errors) as failures, Progress() as progress:
        found = progress.over(failures.readable(codings_of(paths, settings, format)))
        learned = learn(_checked(found, failures), least)
    table, left_out = table_of(learned.offices, unbounded=unbounded)
    for conflict in learned.conflicts:
        say(f"left out, two countries: {conflict}")
    if left_out:
        say(f"left out, no dated article names them: {', '.join(left_out)}; --unbounded keeps them")
    write_bytes(table)
    return failures.exit_code()


def _checked(codings: "Iterable[Coding]", failures: "Failures") -> "Iterator[Coding]":
    """The codings, each counted as one that passed or failed."""
    for coding in codings:
        failures.check(coding)
        yield coding
