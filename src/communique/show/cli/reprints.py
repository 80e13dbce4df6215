"""`communique reprints`: which articles repeat one another."""

from typing import Annotated

import typer

from communique.show.cli.options import LEDGER, Debug, JsonLines, LedgerFile

Id = Annotated[str | None, typer.Argument(metavar="[ID]", hidden=True)]


def reprints(id: Id = None, ledger: LedgerFile = LEDGER, jsonl: JsonLines = False, debug: Debug = False) -> None:
    """
    \b
      communique reprints
      communique reprints ARTICLE

    Shows the stories that were printed several times, those with the most reports first: the articles of each, how alike they are, the
    article taken to be the first (origin) and what told so, the wire they come from. With the ID of an article or a statement, its story.
    What is not clear is left open.

    On a terminal: a table. In a pipe, or with --jsonl: one JSON line an article.
    """
    from communique.ask.reprints import reprints as asked
    from communique.ledger import Ledger
    from communique.show.cli.terminal.rows import show_rows

    with Ledger.open(ledger) as opened:
        columns, rows = asked(opened, id)
        show_rows(columns, rows, jsonl=jsonl)
