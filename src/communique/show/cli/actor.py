"""`communique actor`: country and role of phrases alone."""

from typing import Annotated, Literal

import typer

from communique.errors import UsageError
from communique.show.cli.options import Debug, JsonLines, LexiconFolder, Pipeline, settings_from

Phrases = Annotated[list[str], typer.Argument(metavar="PHRASE", hidden=True)]
Codes = Annotated[
    Literal["communique", "plover"],
    typer.Option("--codes", help="plover: UNO, EUR, IGO as countries, no sector for a state as such, UNK for an unknown one."),
]
Date = Annotated[str | None, typer.Option("--date", metavar="DAY", help="YYYY-MM-DD: which entries of your actors.yaml or .csv hold.")]


def actor(
    phrases: Phrases,
    codes: Codes = "communique",
    date: Date = None,
    jsonl: JsonLines = False,
    lexicon: LexiconFolder = None,
    pipeline: Pipeline = None,
    debug: Debug = False,
) -> int:
    """
    \b
      communique actor "American warplanes" "a former Danish minister"
      communique actor - < phrases.jsonl > actors.jsonl

    Tells for whom each PHRASE speaks and in what role: from its words first, then from the listed organisations; the table of actors
    in your --lexicon folder wins over both. What the words do not tell is null: no table of office-holders comes with communique.

    With - the phrases are the lines of standard input, plain or as {"id", "text", "date"}. On a terminal: a table. In a pipe, or with
    --jsonl: one JSON line a phrase: id, text, name, country, role, title, rule, evidence.
    """
    from communique.resolve.holding import is_day
    from communique.show.cli.exits import OK, SOME_FAILED, say
    from communique.show.cli.phrases import Malformed, phrases_of, read
    from communique.show.cli.terminal.phrases import shown_with

    if date is not None and not is_day(date):
        raise UsageError(f"--date {date}: not a day; write it as YYYY-MM-DD")
    settings, failed = settings_from(pipeline, lexicon, None), False
    with shown_with(jsonl=jsonl) as show:
        for phrase in phrases_of(phrases, date):
            if isinstance(phrase, Malformed):
                failed = True
                say(f"{phrase.where}: {phrase.message}")
            else:
                show(read(phrase, settings, codes))
    return SOME_FAILED if failed else OK
