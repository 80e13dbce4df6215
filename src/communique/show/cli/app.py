"""The command line: a table of commands, each in a file of its own that is imported only when it runs.

A new command is a file `<name>.py` here with a function of that name, and a line in COMMANDS. `--help` imports nothing but typer.
"""

import os
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from importlib import import_module
from keyword import iskeyword
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from communique.errors import UsageError
from communique.show.cli.exits import guarded

COMMANDS = {
    "code": "read articles and record who said what (a bare PATH does this too)",
    "read": "show how an article is laid out: headline, dateline, body ...",
    "demo": "code a dispatch that comes with communique",
    "explain": "why a statement was found, or what a rule does",
    "actor": "country and role of a phrase alone",
    "actors": "who takes part in what a ledger holds; or learn from articles who holds which office",
    "lexicon": "check the words that communique knows, or try a sentence with them",
    "run": "code an archive in units, on one machine or many",
    "add": "record codings, or articles which are coded first, in a ledger",
    "positions": "where holders stand on issues, on a day or along time",
    "statements": "who said what",
    "commitments": "what was promised, and what is overdue",
    "events": "who did what to whom, or how often, by month and dyad",
    "search": "statements in which words stand, the most fitting first",
    "cite": "a record as a citation: text, BibTeX, CSL-JSON",
    "diff": "what changed in a ledger between two runs",
    "sql": "ask a ledger in SQL",
    "chain": "what a holder has said on an issue over time",
    "shifts": "who changed, softened, hardened or took back a stance",
    "reprints": "which articles repeat one another, and which was the first",
    "import": "record roll calls of the UN General Assembly",
    "votes": "who said what before, and voted how",
    "runs": "what was added to a ledger, and when",
    "stats": "what a ledger holds",
    "serve": "read a ledger in a browser, and by programs under the same addresses",
    "publish": "write a ledger's page as plain files, to be kept or put on any web server",
    "judge": "accept, reject and correct what a ledger holds, merge actors and issues, take it back",
    "agree": "how far two people who judged agree, and each with the machine",
    "verify": "check every span of a ledger against its text",
    "backup": "copy a ledger, also while it is written to",
    "restore": "put a backup in a ledger's place",
    "sample": "draw statements to be judged by hand, as CSV",
    "precision": "how often the judged statements are right, with an interval",
    "export": "write events in the files that others load: POLECAT, ICEWS, GDELT, PLOVER, CSV ...",
    "schema": "print the JSON Schema of a coding",
}

HELP = """Diplomatic news in, an auditable record out: who said what, each claim pointing at the characters that carry it.

\b
  communique demo                          see a dispatch coded
  communique dispatch.md                   code a file: text and table on a terminal, JSON Lines in a pipe
  cat news.jsonl | communique - > out.jsonl

`communique COMMAND --help` shows examples of each command."""

OF_ALL = {"--version", "--help", "-h", "--install-completion", "--show-completion"}  # what may stand in a command's place
LONE = {("commitments", "--due"): "today"}  # what an option means where no value follows it
CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 110}


class Commands(TyperGroup):
    """The commands of the table; a module is imported when its command is asked for."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        return single(cmd_name) if cmd_name in COMMANDS else None

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def single(name: str) -> Any:
    """One command, made from the function and module that bear its name; "import", a word of Python's, is `import_`."""
    called = f"{name}_" if iskeyword(name) else name
    function: Callable[..., Any] = getattr(import_module(f"communique.show.cli.{called}"), called)
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.command(name, context_settings=CONTEXT)(function)
    return typer.main.get_command(app)


def print_version(wanted: bool) -> None:
    """Prints the versions of communique and of what it rests on, and ends."""
    if wanted:
        from communique.show.cli.version import version_line

        typer.echo(version_line())
        raise typer.Exit


app = typer.Typer(cls=Commands, rich_markup_mode=None, pretty_exceptions_enable=False, context_settings=CONTEXT)


@app.callback(help=HELP, invoke_without_command=True, subcommand_metavar="COMMAND [ARGS]... | PATH...")
def _all_commands(
    ctx: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=print_version, is_eager=True, help="Show versions of communique and its pipeline.")
    ] = False,
) -> None:
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())


def run(arguments: Sequence[str]) -> int:
    """Runs the command line with these arguments; returns the exit code (0 ok, 1 could not, 2 usage, 3 some articles failed, 130 on ^C)."""

    def command() -> Any:
        return typer.main.get_command(app)(with_values(with_command(arguments)), prog_name="communique", standalone_mode=False)

    return guarded(command, debug="--debug" in arguments)


def with_command(arguments: Sequence[str]) -> list[str]:
    """The arguments with `code` put before them where they name no command: `communique dispatch.md`, `communique --jsonl -`."""
    first = arguments[0] if arguments else "--help"
    if first in COMMANDS or first in OF_ALL or first.startswith(("--install-completion=", "--show-completion=")):
        return list(arguments)
    if first.isalpha() and not os.path.exists(first) and (near := get_close_matches(first, COMMANDS, n=1, cutoff=0.7)):
        raise UsageError(f"neither a command nor a file: {first!r}. Did you mean {near[0]}?")
    return ["code", *arguments]


def with_values(arguments: Sequence[str]) -> list[str]:
    """The arguments with a value put behind options that may stand alone: `commitments --due` means today."""
    given: list[str] = []
    for place, argument in enumerate(arguments):
        given.append(argument)
        lone = LONE.get((arguments[0], argument))
        if lone and (place + 1 == len(arguments) or arguments[place + 1].startswith("-")):
            given.append(lone)
    return given
