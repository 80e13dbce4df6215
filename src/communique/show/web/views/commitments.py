"""Commitments due: what was promised by when, how that day is known, what is overdue; whether it was kept only people say."""

from datetime import date
from typing import Annotated, Literal

import msgspec
from litestar.params import QueryParameter

from communique.ask.days import TODAY, day
from communique.ask.due import STATUSES, Due, due, due_counts
from communique.show.web.asking import SIZE, Least, MaybeText, Opened, Page, Remembered, window
from communique.show.web.view import Table, View

Status = Annotated[Literal["overdue", "open", "kept", "broken"] | None, QueryParameter(description="Only those of this status.")]
Dated = Annotated[bool, QueryParameter(description="Only those of which the last day is known or estimated.")]
ALL = 1_000_000


class Commitments(msgspec.Struct, frozen=True):
    """A page of commitments as they stand `on` a day, and how many there are of each status."""

    commitments: tuple[Due, ...]
    counts: dict[str, int]
    on: date
    status: str | None
    committer: str | None
    is_dated: bool
    least: float
    page: int
    has_more: bool


def commitments(
    ledger: Opened, kept: Remembered, status: Status = None, committer: MaybeText = None, on: MaybeText = None, dated: Dated = True,
    least: Least = 0.5, page: Page = 1,
) -> Commitments:  # fmt: skip
    """Commitments, those nearest to their last day first."""
    today, who = day(on or TODAY, "on"), committer or None
    assert today is not None
    found = due(ledger, on=today, status=status, committer=who, is_dated=dated, least=least, **window(page))
    counts = due_counts(ledger, on=today, committer=who, least=least)
    return Commitments(found[:SIZE], counts, today, status, who, dated, least, page, len(found) > SIZE)


def _every(
    ledger: Opened, kept: Remembered, status: Status = None, committer: MaybeText = None, on: MaybeText = None, dated: Dated = True,
    least: Least = 0.5, page: Page = 1,
) -> Table:  # fmt: skip
    """All of them."""
    found = due(ledger, on=on or None, status=status, committer=committer or None, is_dated=dated, least=least, most=ALL)
    return Table(Due.__struct_fields__, (msgspec.structs.astuple(one) for one in found))


def derived(one: Due) -> str:
    """How the last day is known, in words."""
    if one.deadline is None:
        return "no deadline is named"
    if one.latest:
        return f"named: “{one.deadline}”"
    return f"estimated from “{one.deadline}”: nothing becomes overdue by it" if one.assumed else f"open: “{one.deadline}”"


def late(one: Due, on: date) -> str | None:
    """How many days are left or past; None where no last day is named."""
    if one.latest is None or one.status in ("kept", "broken"):
        return None
    days = (one.latest - on).days
    told = f"{abs(days):,} day{'' if abs(days) == 1 else 's'}"
    return f"{told} ago" if days < 0 else f"in {told}" if days else "today"


VIEW = View(
    "commitments", "/commitments", commitments, title=lambda page: "Commitments", menu="Commitments", every=_every,
    draws={"derived": derived, "late": late, "STATUSES": lambda: STATUSES},
)  # fmt: skip
