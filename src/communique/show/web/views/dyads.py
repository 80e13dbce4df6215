"""Which two sides have most to do with each other, and a form to name two."""

import msgspec

from communique.ask.dyad import Dyad
from communique.ask.dyad import dyads as asked
from communique.show.web.asking import Opened, Remembered
from communique.show.web.view import Table, View


class Dyads(msgspec.Struct, frozen=True):
    """The dyads with most events."""

    dyads: tuple[Dyad, ...]


def dyads(ledger: Opened, kept: Remembered) -> Dyads:
    """The dyads with most events."""
    return Dyads(kept("dyads", lambda: asked(ledger)))


def _table(page: Dyads) -> Table:
    return Table(Dyad.__struct_fields__, (msgspec.structs.astuple(one) for one in page.dyads))


VIEW = View("dyads", "/dyads", dyads, title=lambda page: "Dyads", menu="Dyads", table=_table)
