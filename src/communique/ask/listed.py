"""The articles of a ledger as a list."""

from datetime import date

import msgspec

from communique.ask.question import asked
from communique.ledger import Ledger


class Listed(msgspec.Struct, frozen=True):
    """An article, and how many statements were found in it."""

    id: str
    title: str | None
    outlet: str | None
    day: date | None
    statements: int


def listed(ledger: Ledger, outlet: str | None, *, most: int, skip: int) -> tuple[Listed, ...]:
    """Articles, the newest first; of one outlet where it is named."""
    return tuple(Listed(*row) for row in asked(ledger, "listed", outlet=outlet, most=most, skip=skip).rows())  # type: ignore[arg-type]
