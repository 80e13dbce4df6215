"""Who said what before, and voted how."""

from collections.abc import Iterator
from datetime import date
from importlib.resources import files

import msgspec

from communique.ask.issues import issues
from communique.ask.parties import country
from communique.ledger import Ledger

WITHIN = 365  # days before a vote in which what was said counts


class SaidAndVoted(msgspec.Struct, frozen=True):
    """A vote beside what its state said last on the issue before it.

    voted     what the vote says of the issue; None for an abstention, an absence, or a resolution on no known issue
    said      the stance taken on `said_day`; None where none was, or reports of that day differ
    agrees    whether the two are the same; None where either is unknown
    words     those that show the stance, of one of the `positions`
    reports, outlets, origins   articles that tell it, their outlets, and stories that do not repeat each other
    """

    holder: str
    issue: str | None
    day: date
    resolution: str | None
    vote: str
    voted: str | None
    said: str | None
    said_day: date | None
    agrees: bool | None
    words: str | None
    reports: int
    outlets: int
    origins: int
    positions: tuple[str, ...]


def said_and_voted(ledger: Ledger, *, holder: str | None = None, issue: str | None = None, within: int = WITHIN) -> Iterator[SaidAndVoted]:
    """Every vote, by day, with what was said in the `within` days before it. Raises UsageError where `holder` is no state."""
    query, what = files("communique.ask").joinpath("votes.sql").read_text("utf-8"), issues(issue)
    asked = {"holder": country(holder, "--holder"), "issues": what.names, "words": what.words, "within": within}
    _, rows = ledger.rows(query, asked)
    return (msgspec.convert(dict(zip(SaidAndVoted.__struct_fields__, row, strict=True)), SaidAndVoted) for row in rows)
