"""Options that commands share, and the one place where Settings are made of them."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from communique.errors import UsageError

if TYPE_CHECKING:
    from communique.settings import Settings

# arguments are hidden from the lists of --help, where typer would call them <list[str]>; each command's text says what they are
Paths = Annotated[list[str], typer.Argument(metavar="PATH", hidden=True)]
Format = Annotated[
    str | None,
    typer.Option(
        "--format", metavar="NAME", help="Read all inputs as one format (docs/how-to/read-files.md); otherwise told by their content."
    ),
]
Map = Annotated[
    str | None,
    typer.Option("--map", metavar="FIELD=NAME,...", help="What columns or keys are called: text=body,date=pubdate."),
]
Errors = Annotated[Path | None, typer.Option("--errors", metavar="FILE", help="Write what failed there, as JSON Lines.")]
JsonLines = Annotated[bool, typer.Option("--jsonl", help="JSON Lines on a terminal too, as in a pipe.")]
LedgerFile = Annotated[
    Path,
    typer.Option("--ledger", metavar="FILE", envvar="COMMUNIQUE_LEDGER", show_envvar=True, help="The ledger (default: ledger.duckdb)."),
]
LEDGER = Path("ledger.duckdb")
Debug = Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")]

Pipeline = Annotated[
    str | None,
    typer.Option(
        "--pipeline", metavar="NAME", help="Another spaCy pipeline, package or folder; only the default one gives the same bytes."
    ),
]
LexiconFolder = Annotated[Path | None, typer.Option("--lexicon", metavar="DIR", help="Merge the lexicon files of this folder over ours.")]
Without = Annotated[list[str] | None, typer.Option("--without", metavar="RULE", help="Switch a rule off; may be given again.")]
MinConfidence = Annotated[
    float | None,
    typer.Option("--min-confidence", metavar="0..1", help="Leave out statements of less confidence (default: the scorer's threshold)."),
]
RulesAlone = Annotated[bool, typer.Option("--rules", help="Let the rules choose with their hand weights, not the learned scorer.")]


def settings_from(
    pipeline: str | None, lexicon: Path | None, without: list[str] | None, min_confidence: float | None = None, rules: bool = False
) -> "Settings":
    """The settings that the options ask for. Raises UsageError where a rule does not exist or a confidence lies outside 0..1."""
    from communique.settings import DEFAULT_PIPELINE, Settings

    switched_off = tuple(map(_existing_rule, without or ()))
    if min_confidence is not None and not 0 <= min_confidence <= 1:
        raise UsageError(f"--min-confidence {min_confidence}: give a number from 0 to 1")
    return Settings(
        pipeline=pipeline or DEFAULT_PIPELINE,
        lexicon=lexicon,
        without=switched_off,
        min_confidence=min_confidence,
        scorer="rules" if rules else "learned",
    )


def columns_from(mapped: str | None) -> dict[str, str] | None:
    """The columns that --map names, by field. Raises UsageError where it is not written as "field=name,field=name"."""
    if mapped is None:
        return None
    pairs = [pair.partition("=") for pair in mapped.split(",")]
    if bad := [field for field, _, name in pairs if not (field.strip() and name.strip())]:
        raise UsageError(f"--map {mapped}: {bad[0]!r} names no column; write --map text=body,date=pubdate")
    return {field.strip(): name.strip() for field, _, name in pairs}


def day_from(written: str | None) -> str | None:
    """The day on which deadlines are judged, None for no judgement. Raises UsageError where it is no day."""
    if written is None:
        return None
    try:
        return date.fromisoformat(written).isoformat()
    except ValueError:
        raise UsageError(f"--as-of {written}: not a day; write it as 2025-03-31") from None


def _existing_rule(name: str) -> str:
    from communique.show.cli.terminal.rules import SPEAKERS, nearest, rule_named

    found = rule_named(name)
    if found is None or found in SPEAKERS:  # who speaks is told in one way, which has no parts to switch off
        raise UsageError(f"--without {name}: no such rule. {nearest(name)}")
    return found
