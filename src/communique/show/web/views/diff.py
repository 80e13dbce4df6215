"""What changed between two runs: records added, dropped, changed, each with the columns that differ."""

from typing import Annotated

import msgspec
from litestar.params import QueryParameter

from communique.ask.changes import Change, Changed, Kind, Way, changed, changes
from communique.show.web.asking import SIZE, Opened, Page, Remembered, window
from communique.show.web.view import Table, View

Number = Annotated[int, QueryParameter(ge=0, le=1_000_000_000, description="Number of a run; 0 is before the first.")]
OfKind = Annotated[Kind | None, QueryParameter(description="Only records of this kind.")]
InWay = Annotated[Way | None, QueryParameter(description="Only what was added, dropped or changed.")]


class Diff(msgspec.Struct, frozen=True):
    """A page of what differs between the ledger after a run and after another, and how much does."""

    first: int
    second: int
    changed: tuple[Changed, ...]
    changes: tuple[Change, ...]
    record: str | None
    change: str | None
    page: int
    has_more: bool


def diff(
    ledger: Opened, kept: Remembered, first: Number, second: Number, record: OfKind = None, change: InWay = None, page: Page = 1
) -> Diff:  # fmt: skip
    """What the ledger had after one run and not after another, or otherwise."""
    counts = kept(("diff", first, second), lambda: changed(ledger, first, second))
    found = changes(ledger, first, second, record=record, change=change, **window(page))
    return Diff(first, second, counts, found[:SIZE], record, change, page, len(found) > SIZE)


def _every(
    ledger: Opened, kept: Remembered, first: Number, second: Number, record: OfKind = None, change: InWay = None, page: Page = 1
) -> Table:  # fmt: skip
    """All of it."""
    found = changes(ledger, first, second, record=record, change=change, most=1_000_000_000)
    return Table(Change.__struct_fields__, (msgspec.structs.astuple(one) for one in found))


VIEW = View("diff", "/diff", diff, title=lambda page: f"From run {page.first} to run {page.second}", every=_every)
