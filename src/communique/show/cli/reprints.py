"""`communique reprints`: which articles repeat one another."""

from typing import Annotated

import typer

from communique.show.cli.asking import Listed, asking

Id = Annotated[str | None, typer.Argument(metavar="[ID]", hidden=True)]
SHOWN = ("reports", "article", "day", "outlet", "title", "likeness", "origin")


@asking
def reprints(id: Id = None, shown: Listed = Listed()) -> None:
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

    with shown.open() as opened:
        columns, rows = asked(opened, id)
        shown.show(columns, rows, SHOWN)
