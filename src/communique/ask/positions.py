"""Where holders stand."""

from communique.ask.days import Day, day, moment
from communique.ask.issues import issues
from communique.ask.parties import party
from communique.ask.question import asked
from communique.errors import UsageError
from communique.ledger import Ledger
from communique.ledger.answer import Answer

STANCES = ("support", "oppose", "mixed")


def positions(
    ledger: Ledger,
    *,
    holder: str | None = None,
    issue: str | None = None,
    stance: str | None = None,
    outlet: str | None = None,
    as_of: Day = None,
    since: Day = None,
    until: Day = None,
    recorded: Day = None,
    limit: int | None = None,
) -> Answer:
    """Positions, the earliest first; with `as_of` only the last that each holder took on each issue up to that day."""
    if stance is not None and stance not in STANCES:
        raise UsageError(f"stance {stance}: use one of {', '.join(STANCES)}")
    who, what = party(holder), issues(issue)
    return asked(
        ledger, "positions", holder_code=who.code, holder_name=who.name, issues=what.names, issue_words=what.words, stance=stance,
        outlet=outlet, as_of=day(as_of, "as of"), since=day(since, "since"), until=day(until, "until"),
        recorded=moment(recorded, "recorded"), most=limit,
    )  # fmt: skip
