"""Who speaks, each once: a list that leads to the pages of actors."""

from datetime import date

import msgspec

from communique.ask.parties import party
from communique.ask.question import structs
from communique.ledger import Ledger


class Speaks(msgspec.Struct, frozen=True):
    """An actor: its id; the latest name (None for a state or organisation as such) and title, for whom it speaks, how often."""

    id: str
    name: str | None
    country: str | None
    title: str | None
    statements: int
    first: date | None
    last: date | None


def speakers(ledger: Ledger, named: str | None = None, /, *, most: int = 50, skip: int = 0) -> tuple[Speaks, ...]:
    """Those of most statements; `named` is a name, words of one, or a state or organisation for which they speak."""
    who = party(named)
    return structs(ledger, "speakers", Speaks, code=who.code, name=who.name, most=most, skip=skip)
