"""What wrote to the ledger, run by run, and a form to compare two."""

import msgspec

from communique.ask.corpus import Run
from communique.ask.corpus import runs as asked
from communique.show.web.asking import Opened
from communique.show.web.view import Table, View

MOST = 500


class Runs(msgspec.Struct, frozen=True):
    """The latest runs."""

    runs: tuple[Run, ...]


def runs(ledger: Opened) -> Runs:
    """The latest runs."""
    return Runs(asked(ledger, MOST))


def _table(page: Runs) -> Table:
    return Table(Run.__struct_fields__, (msgspec.structs.astuple(one) for one in page.runs))


VIEW = View("runs", "/runs", runs, title=lambda page: "Runs", menu="Runs", table=_table)
