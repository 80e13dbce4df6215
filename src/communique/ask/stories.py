"""Stories told by several articles that repeat one another."""

from datetime import date

import msgspec

from communique.ask.question import structs
from communique.ledger import Ledger


class Story(msgspec.Struct, frozen=True):
    """A story: how many articles of how many outlets tell it, which is taken to be the first by which rule, and its wire.

    `origin` is None where it is not clear which was first; `title` is that of the earliest.
    """

    story: str
    reports: int
    outlets: int
    first: date | None
    last: date | None
    agency: str | None
    origin: str | None
    origin_rule: str | None
    title: str | None


class Report(msgspec.Struct, frozen=True):
    """An article of a story: how it is like the others, by what share of its runs of six words."""

    story: str
    article: str
    day: date | None
    outlet: str | None
    title: str | None
    likeness: str | None
    score: float | None
    origin: str | None
    origin_rule: str | None
    agency: str | None
    reports: int
    outlets: int


def stories(ledger: Ledger, most: int, skip: int = 0) -> tuple[Story, ...]:
    """Those of most articles."""
    return structs(ledger, "stories", Story, most=most, skip=skip)


def story(ledger: Ledger, id: str) -> tuple[Report, ...]:
    """The articles of the story that an article, or a statement in one, belongs to; none where nothing repeats it."""
    return structs(ledger, "reprints", Report, id=id)
