"""Who speaks: people, states and organisations, those of most statements first."""

import msgspec

from communique.ask.speakers import Speaks, speakers
from communique.show.web.asking import SIZE, MaybeText, Opened, Page, Remembered, window
from communique.show.web.view import Table, View


class Actors(msgspec.Struct, frozen=True):
    """A page of actors; `name` is what they were looked for by."""

    actors: tuple[Speaks, ...]
    name: str | None
    page: int
    has_more: bool


def actors(ledger: Opened, kept: Remembered, name: MaybeText = None, page: Page = 1) -> Actors:
    """Actors: all, or those of a name, or who speak for a state or organisation."""
    given = name or None
    first = given is None and page == 1
    found = kept("speakers", lambda: speakers(ledger, **window(1))) if first else speakers(ledger, given, **window(page))
    return Actors(found[:SIZE], given, page, len(found) > SIZE)


def _every(ledger: Opened, kept: Remembered, name: MaybeText = None, page: Page = 1) -> Table:
    """All of them."""
    found = speakers(ledger, name or None, most=1_000_000_000)
    return Table(Speaks.__struct_fields__, (msgspec.structs.astuple(one) for one in found))


VIEW = View("actors", "/actors", actors, title=lambda page: "Actors", menu="Actors", every=_every)
