"""`communique search`: statements in which words stand."""

from typing import Annotated

import typer

from communique.show.cli.asking import Bounds, Outlet, Shown, asking

Words = Annotated[list[str], typer.Argument(metavar="WORDS", hidden=True)]
Limit = Annotated[int, typer.Option("--limit", metavar="COUNT", min=1, help="At most so many statements.")]
SHOWN = ("day", "speaker_names", "speaker_countries", "marked", "outlet", "id")
PRIVATE = ("\ue000", "\ue001")  # marks that no text is likely to have; a terminal shows bold type instead


@asking
def search(
    words: Words,
    outlet: Outlet = None,
    limit: Limit = 20,
    bounds: Bounds = Bounds(),
    shown: Shown = Shown(),
) -> None:
    """
    \b
      communique search "UN Charter"
      communique search net ban --since 2021-01-01 --limit 5

    Finds statements whose content has all of WORDS, in any form of them (ban, bans, banned), the most fitting first (BM25).

    On a terminal: a table, the words in bold. In a pipe, or with --jsonl: one JSON line a statement, the words between ** in `marked`.
    """
    from communique.ask import MARKS

    marks = PRIVATE if shown.listed.is_table and not shown.parquet else MARKS
    with shown.open() as opened:
        found = opened.search(" ".join(words), outlet=outlet, marks=marks, **bounds._replace(limit=limit)._asdict())
        shown.show(found, SHOWN, marks)
