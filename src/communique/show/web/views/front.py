"""What the ledger holds: sources, gaps in time, versions, how old the newest data are."""

from datetime import UTC, date, datetime

import msgspec

from communique.ask import Ledger
from communique.ask.corpus import Gap, Month, Run, Source, Version, gaps, months, runs, sources, versions
from communique.show.web.asking import Opened, Remembered
from communique.show.web.view import Table, View

OLD = 30  # days after which the newest article is called old


class Front(msgspec.Struct, frozen=True):
    """The corpus as a whole.

    tables       current rows of each table of the ledger
    recorded     the same with those that were superseded
    first, last  days of the earliest and the latest article
    age          days since the latest; None where no day is known
    is_old       whether that is long
    sources      the outlets with most articles
    gaps         days without articles
    """

    tables: dict[str, int]
    recorded: dict[str, int]
    outlets: int
    first: date | None
    last: date | None
    age: int | None
    is_old: bool
    bytes: int
    sources: tuple[Source, ...]
    months: tuple[Month, ...]
    gaps: tuple[Gap, ...]
    versions: tuple[Version, ...]
    runs: tuple[Run, ...]


def front(ledger: Opened, kept: Remembered) -> Front:
    """What the ledger holds, how old it is, and what is missing."""
    return kept("front", lambda: _front(ledger))


def _front(ledger: Ledger) -> Front:
    stats = ledger.stats()
    age = (datetime.now(UTC).date() - stats.last).days if stats.last else None
    return Front(
        stats.tables, stats.recorded, stats.outlets, stats.first, stats.last, age, age is not None and age > OLD, stats.bytes,
        sources(ledger), months(ledger), gaps(ledger), versions(ledger), runs(ledger),
    )  # fmt: skip


def _table(page: Front) -> Table:
    return Table(Source.__struct_fields__, (msgspec.structs.astuple(one) for one in page.sources))


VIEW = View("front", "/", front, title=lambda page: "What this ledger holds", menu="Corpus", table=_table)
