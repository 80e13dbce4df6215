"""`communique publish`: a ledger's page as plain files."""

from pathlib import Path
from typing import Annotated

import typer

from communique.errors import UsageError
from communique.show.cli.options import LEDGER, Debug, LedgerFile
from communique.show.cli.serve import MISSING

Target = Annotated[Path, typer.Argument(metavar="DIR", hidden=True)]
WithText = Annotated[bool, typer.Option("--with-text", help="With the texts of the articles; mind whose they are.")]


def publish(folder: Target, ledger: LedgerFile = LEDGER, with_text: WithText = False, debug: Debug = False) -> None:
    """
    \b
      communique publish archive
      communique publish archive --ledger news.duckdb --with-text

    Writes what `communique serve` shows as plain files into DIR, a new folder: articles, records, actors, issues and the rest, linked
    with each other, with linked data beside them (.jsonld). Open DIR/index.html, deposit the folder, or put it on any web server.

    Without --with-text an article is shown by what was found in it, with no more than the words of that.
    """
    try:
        from communique.show.web.archive import publish as write
    except ImportError as error:
        raise UsageError(MISSING) from error
    from communique.show.cli.exits import say

    published = write(ledger, folder, with_text=with_text)
    say(f"{folder}: {published.pages:,} pages, {published.linked:,} files of linked data; begin at {folder / 'index.html'}")
