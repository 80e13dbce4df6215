"""Days and moments as people write them in a question."""

from datetime import UTC, date, datetime, time, timedelta

from communique.errors import UsageError

TODAY = "today"
Day = str | date | None


def day(written: Day, of: str) -> date | None:
    """The day: YYYY-MM-DD, or "today" (UTC). Raises UsageError that names the option or argument `of` which it was given for."""
    if isinstance(written, datetime):
        return written.date()
    if written is None or isinstance(written, date):
        return written
    if written == TODAY:
        return datetime.now(UTC).date()
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise UsageError(f"{of} {written}: not a day; write it as 2025-03-31") from None


def moment(written: Day, of: str) -> datetime | None:
    """The moment in UTC, without zone as the ledger keeps it: a day means its end, a time without zone is UTC."""
    if isinstance(written, str) and len(written) > len("2025-03-31"):
        try:
            written = datetime.fromisoformat(written)
        except ValueError:
            raise UsageError(f"{of} {written}: not a time; write it as 2025-03-31T12:00, or a day") from None
    if isinstance(written, datetime):
        return written.astimezone(UTC).replace(tzinfo=None) if written.tzinfo else written
    whole = day(written, of)
    return datetime.combine(whole, time()) + timedelta(days=1, microseconds=-1) if whole else None
