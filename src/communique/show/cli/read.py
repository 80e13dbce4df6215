"""`communique read`: the parts of an article before anything is coded."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from communique.show.cli.options import Debug, Errors, Format, JsonLines, Map, Paths, columns_from

if TYPE_CHECKING:
    from communique.model import Article


def read(
    paths: Paths,
    jsonl: JsonLines = False,
    errors: Errors = None,
    format: Format = None,
    map: Map = None,
    debug: Debug = False,
) -> int:
    """
    \b
      communique read dispatch.md
      communique read archive.jsonl | jq .layout.headline

    Reads articles from each PATH (a file, a directory, - for standard input) and shows how they are laid out: headline, dateline,
    byline, caption, body, footer and furniture. Only the body is coded.

    On a terminal: each part with its span and text. In a pipe, or with --jsonl: one JSON line an article.
    """
    from communique.ingest import read_all
    from communique.show.cli.terminal.failures import Failures
    from communique.show.cli.terminal.progress import Progress

    with Failures(errors) as failures, Progress() as progress:
        show = shown_with(jsonl=jsonl)
        for article in progress.over(failures.readable(read_all(paths, format=format, columns=columns_from(map)))):
            show(article)
            failures.passed += 1
    return failures.exit_code()


def shown_with(*, jsonl: bool) -> "Callable[[Article], None]":
    """The function that shows an article."""
    from communique.show.cli.terminal.output import console, is_terminal, write_line

    if jsonl or not is_terminal():
        import msgspec

        return lambda article: write_line(msgspec.json.encode(article))
    from communique.show.cli.terminal.layout import print_layout

    screen = console()
    return lambda article: print_layout(screen, article)
