"""What was promised, and what of it is overdue."""

from communique.ask.days import TODAY, Day, day, moment
from communique.ask.parties import country, party
from communique.ask.question import asked
from communique.ledger import Ledger
from communique.ledger.answer import Answer


def commitments(
    ledger: Ledger,
    *,
    due: Day = None,
    committer: str | None = None,
    beneficiary: str | None = None,
    strength: str | None = None,
    outlet: str | None = None,
    since: Day = None,
    until: Day = None,
    recorded: Day = None,
    limit: int | None = None,
) -> Answer:
    """Commitments, the earliest first, each with its status.

    due     only those of which the last day is on or before this one and which nobody judged kept or broken, by that day
    status  kept or broken where somebody judged so; else overdue where the last day that the words name lies before the day `due`
            (today without one); else open. An estimated last day makes nothing overdue.
    """
    who = party(committer)
    return asked(
        ledger, "commitments", is_due=due is not None, today=day(due or TODAY, "due"), committer_code=who.code, committer_name=who.name,
        beneficiary=country(beneficiary, "beneficiary"), strength=strength, outlet=outlet, since=day(since, "since"),
        until=day(until, "until"), recorded=moment(recorded, "recorded"), most=limit,
    )  # fmt: skip
