"""What a ledger holds and how it came about: sources, gaps in time, versions, runs."""

from datetime import date, datetime

import msgspec

from communique.ask.question import structs
from communique.ledger import Ledger


class Source(msgspec.Struct, frozen=True):
    """An outlet; None, where articles name none: how many articles and statements, first and last day."""

    outlet: str | None
    articles: int
    statements: int
    first: date | None
    last: date | None


class Month(msgspec.Struct, frozen=True):
    """How many articles there are of a month, named by its first day."""

    month: date
    articles: int


class Gap(msgspec.Struct, frozen=True):
    """Days without any article between two that have some."""

    first: date
    last: date
    days: int


class Version(msgspec.Struct, frozen=True):
    """What coded articles, and how many of them."""

    version: str
    lexicon_sha256: str
    pipeline_sha256: str
    weights_sha256: str | None
    articles: int
    problems: int


class Run(msgspec.Struct, frozen=True):
    """What wrote to the ledger; `ended_at` None: interrupted."""

    run: int
    command: str
    version: str
    started_at: datetime
    ended_at: datetime | None
    articles: int
    records: int


def sources(ledger: Ledger, most: int = 200) -> tuple[Source, ...]:
    """The outlets with most articles."""
    return structs(ledger, "sources", Source, most=most)


def months(ledger: Ledger) -> tuple[Month, ...]:
    """Months with articles, in their order."""
    return structs(ledger, "months", Month)


def gaps(ledger: Ledger, shortest: int = 7, most: int = 50) -> tuple[Gap, ...]:
    """The longest stretches of at least `shortest` days without an article."""
    return structs(ledger, "gaps", Gap, shortest=shortest, most=most)


def versions(ledger: Ledger) -> tuple[Version, ...]:
    """What made the current readings."""
    return structs(ledger, "versions", Version)


def runs(ledger: Ledger, most: int = 20) -> tuple[Run, ...]:
    """The latest runs."""
    return structs(ledger, "runs", Run, most=most)
