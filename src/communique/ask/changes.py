"""What changed between two runs, a page at a time, and how much."""

from typing import Literal

import msgspec

from communique.ask.question import query_of, rows_of
from communique.errors import UsageError
from communique.ledger import Ledger

Kind = Literal["statement", "position", "commitment", "event"]
Way = Literal["added", "dropped", "changed"]
PAGE = "SELECT * FROM ({diff}) WHERE ($record IS NULL OR record = $record) AND ($change IS NULL OR change = $change)"
ORDER = " ORDER BY article_id, record, id LIMIT $most OFFSET $skip"


class Change(msgspec.Struct, frozen=True):
    """A record that the ledger had after one run and not, or otherwise, after another: the runs of its readings `before` and `after`."""

    record: str
    change: str
    words: str | None
    columns: tuple[str, ...]
    article_id: str
    id: str
    before: int | None
    after: int | None


class Changed(msgspec.Struct, frozen=True):
    """How many records of a kind changed in a way."""

    record: str
    change: str
    records: int


def changes(
    ledger: Ledger, first: int, second: int, *, record: Kind | None = None, change: Way | None = None, most: int = 50, skip: int = 0
) -> tuple[Change, ...]:
    """The records that differ, by article. Raises UsageError where there is no such run."""
    _check(ledger, first, second)
    given = {"first": first, "second": second, "record": record, "change": change, "most": most, "skip": skip}
    return msgspec.convert(rows_of(ledger, PAGE.format(diff=query_of("diff")) + ORDER, **given), tuple[Change, ...])


def changed(ledger: Ledger, first: int, second: int) -> tuple[Changed, ...]:
    """How many records differ, by kind and way. Raises UsageError where there is no such run."""
    _check(ledger, first, second)
    query = f"SELECT record, change, count(*) AS records FROM ({query_of('diff')}) GROUP BY ALL ORDER BY ALL"
    return msgspec.convert(rows_of(ledger, query, first=first, second=second), tuple[Changed, ...])


def _check(ledger: Ledger, *runs: int) -> None:
    known = {run for (run,) in ledger.sql("SELECT run FROM runs").fetchall()}
    if unknown := [run for run in runs if run not in known | {0}]:
        raise UsageError(f"no run {unknown[0]}: the page of runs lists them, up to {max(known, default=0)}")
