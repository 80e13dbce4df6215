"""`communique cite`: a record as a citation."""

from typing import Annotated, Literal

import typer

from communique.show.cli.options import LEDGER, Debug, LedgerFile

Id = Annotated[str, typer.Argument(metavar="ID", hidden=True)]
Style = Annotated[Literal["text", "bibtex", "csl"], typer.Option("--format", help="A sentence, BibTeX or CSL-JSON.")]


def cite(id: Id, format: Style = "text", ledger: LedgerFile = LEDGER, debug: Debug = False) -> None:
    """
    \b
      communique cite jd2eypnwtkrsgsey
      communique cite jd2eypnwtkrsgsey@2 --format bibtex >> sources.bib

    Cites a statement, position, commitment or event by its ID: which outlet reported it of whom, when, where in the text. ID@RUN cites
    one reading of it, which stays what it was; ID alone the last.
    """
    from communique.ask import Ledger
    from communique.export.citations import CITATIONS
    from communique.show.cli.terminal.output import write_line

    with Ledger.open(ledger) as opened:
        write_line(CITATIONS[format](opened.cite(id)).encode("utf-8", "replace"))
