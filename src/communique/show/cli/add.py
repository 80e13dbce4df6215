"""`communique add`: codings, or articles which are coded first, into a ledger."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from communique.show.cli.options import (
    LEDGER,
    Debug,
    Errors,
    Format,
    JsonLines,
    LedgerFile,
    LexiconFolder,
    MinConfidence,
    Paths,
    Pipeline,
    RulesAlone,
    Without,
    settings_from,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from communique.ledger import Writer
    from communique.model import Article, Coding
    from communique.settings import Settings
    from communique.show.cli.terminal.failures import Failures

Again = Annotated[bool, typer.Option("--again", help="Make readings current again that were superseded by later ones.")]


def add(
    paths: Paths,
    ledger: LedgerFile = LEDGER,
    again: Again = False,
    jsonl: JsonLines = False,
    errors: Errors = None,
    format: Format = None,
    pipeline: Pipeline = None,
    lexicon: LexiconFolder = None,
    without: Without = None,
    min_confidence: MinConfidence = None,
    rules: RulesAlone = False,
    debug: Debug = False,
) -> int:
    """
    \b
      communique add codings.jsonl
      communique add news/ --ledger news.duckdb
      communique add coded/
      cat codings.jsonl | communique add -

    Records what each PATH holds (a file, a directory, the folder of a run, - for standard input): codings as they are; articles are
    coded first, unless the ledger has what the same coder makes of them. A ledger is made where there is none.

    What is there already is left as it is, so that the same command again goes on where one broke off. A changed reading supersedes
    the one before, which stays to be asked for. Whoever reads the ledger sees it as before until the end, or for a minute.

    On a terminal: a line. In a pipe, or with --jsonl: the counts as JSON.
    """
    from communique.ledger import Ledger
    from communique.show.cli.codings import codings_of
    from communique.show.cli.exits import say
    from communique.show.cli.terminal.added import show_added
    from communique.show.cli.terminal.failures import Failures
    from communique.show.cli.terminal.progress import Progress

    settings = settings_from(pipeline, lexicon, without, min_confidence, rules)
    try:
        with Failures(errors) as failures, Progress() as progress, Ledger.open(ledger).writer("add") as writer:
            known = Known(writer, settings)
            found = progress.over(failures.readable(codings_of(paths, settings, format, known)))
            added = writer.add(_checked(found, failures), again=again)
    except KeyboardInterrupt:
        say(f"stopped; what was read is in {ledger}, and the same command goes on from there")
        raise
    show_added(ledger, added, known.count, jsonl=jsonl)
    return failures.exit_code()


class Known:
    """Tells the articles of which the ledger has what the coder of these settings makes of them; counts them."""

    def __init__(self, writer: "Writer", settings: "Settings") -> None:
        self.writer, self.settings = writer, settings
        self.coded: frozenset[bytes] | None = None
        self.count = 0

    def __call__(self, article: "Article") -> bool:
        from communique.coder import coder_of, prepared
        from communique.record import hash_of

        if self.coded is None:
            self.coded = self.writer.coded_by(coder_of(self.settings))
        is_known = bool(self.coded) and bytes.fromhex(hash_of(prepared(article, self.settings))) in self.coded
        self.count += is_known
        return is_known


def _checked(codings: "Iterable[Coding]", failures: "Failures") -> "Iterator[Coding]":
    """The codings, each counted as one that passed or failed."""
    for coding in codings:
        failures.check(coding)
        yield coding
