"""`communique actors`: tables of who held which office, learned from articles."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated

import typer

from communique.errors import UsageError
from communique.show.cli.options import Debug, Errors, Format, LexiconFolder, Pipeline, Without, settings_from

if TYPE_CHECKING:
    from communique.model import Coding
    from communique.show.cli.terminal.failures import Failures

ACTIONS = ("learn",)

Action = Annotated[str, typer.Argument(metavar="learn", hidden=True)]
Paths = Annotated[list[str], typer.Argument(metavar="PATH", hidden=True)]
Least = Annotated[int, typer.Option("--least", metavar="COUNT", min=1, help="Only who is named so in at least so many articles.")]
Unbounded = Annotated[
    bool, typer.Option("--unbounded", help="Leave `from` and `to` empty: the entry then counts on every day, not only between those seen.")
]


def actors(
    action: Action,
    paths: Paths,
    least: Least = 1,
    unbounded: Unbounded = False,
    errors: Errors = None,
    format: Format = None,
    lexicon: LexiconFolder = None,
    pipeline: Pipeline = None,
    without: Without = None,
    debug: Debug = False,
) -> int:
    """
    \b
      communique actors learn codings.jsonl > words/actors.csv
      communique actors learn news/ --least 3 > words/actors.csv

    learn: reads each PATH (a file, a directory, - for standard input), which holds codings or articles, which are coded first, and
    prints CSV: every person named in full with an office and its country, first and last day seen, number of articles, and where.

    The table is fed back with --lexicon words/. An entry counts from the first to the last day seen, unless --unbounded is given.
    Left out, and named on standard error: persons whom articles give to two countries, those seen in no dated article.
    """
    from communique.resolve.learned import learn
    from communique.show.cli.codings import codings_of
    from communique.show.cli.exits import say
    from communique.show.cli.learning import table_of
    from communique.show.cli.terminal.failures import Failures
    from communique.show.cli.terminal.output import write_bytes
    from communique.show.cli.terminal.progress import Progress

    if action not in ACTIONS:
        near = get_close_matches(action, ACTIONS, n=1, cutoff=0.5)
        raise UsageError(f"actors can learn, not {action!r}." + (f" Did you mean {near[0]}?" if near else ""))
    settings = settings_from(pipeline, lexicon, without)
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
