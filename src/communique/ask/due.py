"""What is due: commitments with their status on a day, how the day was derived, who says that they were kept."""

from datetime import date, datetime

import msgspec

from communique.ask.days import TODAY, Day, day
from communique.ask.parties import party
from communique.ask.question import asked, structs
from communique.errors import UsageError
from communique.ledger import Ledger

STATUSES = ("overdue", "open", "kept", "broken")


class Due(msgspec.Struct, frozen=True):
    """A commitment.

    status     kept or broken where people judged so; else overdue where the last day that the words name is past; else open
    action     what is to be done, in the words of the article
    deadline   the words that say by when; `earliest` and `latest` are the days they name, `assumed` an estimate where they are vague
    rule       how they were read; None where there is no deadline
    found_by   the rule that found the commitment
    judge      who judged it kept or broken, when (UTC) and with what note
    """

    id: str
    status: str
    committer: tuple[str, ...]
    action: str
    beneficiary: str | None
    condition: str | None
    strength: str
    deadline: str | None
    earliest: date | None
    latest: date | None
    assumed: date | None
    rule: str | None
    day: date | None
    outlet: str | None
    article_id: str
    statement_id: str | None
    found_by: str
    confidence: float
    judge: str | None
    judged_at: datetime | None
    note: str | None


def due(
    ledger: Ledger,
    *,
    on: Day = None,
    status: str | None = None,
    committer: str | None = None,
    is_dated: bool = False,
    least: float = 0.5,
    most: int = 50,
    skip: int = 0,
) -> tuple[Due, ...]:
    """Commitments as they stand on a day (today without one), those nearest to their last day first; `is_dated`, only with one."""
    if status is not None and status not in STATUSES:
        raise UsageError(f"status {status}: use one of {', '.join(STATUSES)}")
    who = party(committer)
    return structs(
        ledger, "due", Due, today=day(on or TODAY, "on"), status=status, code=who.code, name=who.name, is_dated=is_dated, least=least,
        most=most, skip=skip,
    )  # fmt: skip


def due_counts(ledger: Ledger, *, on: Day = None, committer: str | None = None, least: float = 0.5) -> dict[str, int]:
    """How many commitments are of each status on a day."""
    who = party(committer)
    rows = asked(ledger, "due_counts", today=day(on or TODAY, "on"), code=who.code, name=who.name, least=least).rows()
    found = {str(status): int(str(count)) for status, count in rows}
    return {status: found.get(status, 0) for status in STATUSES}
