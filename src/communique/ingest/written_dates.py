"""Dates as pages and feeds write them become ISO 8601; what is ambiguous stays unread."""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

LONGEST = 80  # characters: longer values are no dates
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = rf"(?P<month>{'|'.join(MONTHS)})[a-z]*\.?"
# "May 5, 2030", "5 May 2030", "Monday, 5th of May 2030 at 10:15"
IN_WORDS = (
    re.compile(rf"\b{MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})\b", re.IGNORECASE),
    re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)?(?: of)?[ -]{MONTH},?[ -](?P<year>\d{{4}})\b", re.IGNORECASE),
)
# "2030/05/05", "2030.5.5", "20300505", each with or without a time behind it
YEAR_FIRST = re.compile(r"(?P<year>(?:19|20)\d\d)(?P<mark>[-/.]?)(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)")
# "05/13/2030", "13.05.2030": read only where one of the first two numbers can be no month, or a dot says that the day is first
YEAR_LAST = re.compile(r"(?P<first>\d{1,2})(?P<mark>[-/.])(?P<second>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)\b")
EPOCH = re.compile(r"(?P<seconds>\d{10})(?:\d{3})?$")
ZONE_NAME = re.compile(r"\s+(?:UTC|GMT|Z)$")


def iso_date(written: str) -> str | None:
    """ISO 8601 date, or date and time where the zone is known or the value was ISO already; None for what is no date or ambiguous."""
    text = " ".join(written.split())
    if not text or len(text) > LONGEST:
        return None
    return _iso(text) or _epoch(text) or _mail(text) or _day(text)


def _iso(text: str) -> str | None:
    text = ZONE_NAME.sub("+00:00", text)
    if not YEAR_FIRST.match(text):
        return None
    try:
        if len(text) == 10:
            return date.fromisoformat(text).isoformat()
        return datetime.fromisoformat(text).isoformat(timespec="seconds") if len(text) > 10 else None
    except ValueError:
        return None


def _epoch(text: str) -> str | None:
    match = EPOCH.match(text)
    return datetime.fromtimestamp(int(match["seconds"]), UTC).isoformat() if match else None


def _mail(text: str) -> str | None:
    """Dates of mail and feeds: "Mon, 05 May 2030 10:15:00 GMT"."""
    try:
        found = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return found.isoformat() if found.tzinfo and re.match(r"[A-Za-z]{3}, |\d{1,2} [A-Z]", text) else None


def _day(text: str) -> str | None:
    """The day of a date written with or without a time."""
    match = YEAR_FIRST.match(text)
    if match:
        return _checked(match["year"], match["month"], match["day"])
    for pattern in IN_WORDS:
        match = pattern.search(text)
        if match:
            return _checked(match["year"], MONTHS.index(match["month"][:3].lower()) + 1, match["day"])
    match = YEAR_LAST.match(text)
    return _year_last(match) if match else None


def _year_last(match: re.Match[str]) -> str | None:
    first, second = int(match["first"]), int(match["second"])
    if match["mark"] == "." or first > 12 or first == second:
        return _checked(match["year"], second, first)
    return _checked(match["year"], first, second) if second > 12 else None


def _checked(year: str, month: str | int, day: str | int) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
