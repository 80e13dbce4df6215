"""`communique code`: the main path from files to codings."""

from collections.abc import Iterator
from itertools import chain
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from communique.show.cli.options import (
    Debug,
    Errors,
    Format,
    JsonLines,
    LexiconFolder,
    Map,
    MinConfidence,
    Paths,
    Pipeline,
    RulesAlone,
    Without,
    columns_from,
    day_from,
    settings_from,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from communique.model import Article, Coding, Explanation
    from communique.settings import Settings

Explain = Annotated[
    bool, typer.Option("--explain", help="Also show cue, source, rule and parse of each statement, and what was dropped why.")
]

Html = Annotated[
    str | None,
    typer.Option(
        "--html", metavar="FILE", help="Write the codings there too, as a web page with the evidence marked; - for standard output alone."
    ),
]


Shown = Annotated[
    str,
    typer.Option(
        "--show",
        metavar="WHAT",
        help="statements; actors: all the articles speak of; positions: who stands where on what, and why; commitments: who binds himself "
        "to what by when; events: who did what to whom, in PLOVER and CAMEO.",
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DAY", help="With --show commitments: tell which deadlines are open and which are past on this day."),
]


def code(
    paths: Paths,
    jsonl: JsonLines = False,
    show: Shown = "statements",
    as_of: AsOf = None,
    explain: Explain = False,
    html: Html = None,
    errors: Errors = None,
    format: Format = None,
    map: Map = None,
    pipeline: Pipeline = None,
    lexicon: LexiconFolder = None,
    without: Without = None,
    min_confidence: MinConfidence = None,
    rules: RulesAlone = False,
    debug: Debug = False,
) -> int:
    """
    \b
      communique code dispatch.md
      communique code news/ archive.jsonl --errors failed.jsonl > codings.jsonl
      communique code news/ --html news.html
      communique code dispatch.md --show actors
      communique code dispatch.md --show positions
      communique code news/ --show events > events.jsonl
      communique code news/ --show commitments --as-of 2025-03-31

    Reads articles from each PATH (a file, a directory, - for standard input) and records who said what, each statement with the
    characters that carry it.

    On a terminal: the text with its evidence in colour, and a table of statements. In a pipe, or with --jsonl: one JSON line an
    article, as `communique schema` describes it. Exit code 3 where some articles failed.
    """
    from communique.ingest import read_all
    from communique.show.cli.htmlfile import STDOUT, html_file
    from communique.show.cli.terminal.failures import Failures
    from communique.show.cli.terminal.progress import Progress
    from communique.show.cli.terminal.results import unseen, view

    settings = settings_from(pipeline, lexicon, without, min_confidence, rules)
    with Failures(errors) as failures, Progress() as progress, html_file(html) as draw:
        articles = failures.readable(read_all(paths, format=format, columns=columns_from(map)))
        hint = f"communique explain 1 {quote(paths[0])}" if len(paths) == 1 else None
        present = unseen if html == STDOUT else view(show, jsonl=jsonl, hint=hint, as_of=day_from(as_of))
        for coding, explanation in progress.over(coded(articles, settings, explain or show == "actors")):
            present(coding, explanation)
            draw(coding)
            failures.check(coding)
    return failures.exit_code()


def coded(articles: "Iterable[Article]", settings: "Settings", explained: bool) -> "Iterator[tuple[Coding, Explanation | None]]":
    """Codings one by one, each with its explanation where that is wanted. The coder, slow to load, waits for a first article."""
    articles = iter(articles)
    for first in articles:
        import communique.coder as coder

        articles = chain([first], articles)
        if explained:
            yield from ((explanation.coding, explanation) for explanation in (coder.explain(article, settings) for article in articles))
        else:
            yield from ((coding, None) for coding in coder.code_all(articles, settings))
