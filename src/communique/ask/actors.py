"""Who takes part."""

from communique.ask.days import Day, day, moment
from communique.ask.parties import party
from communique.ask.question import asked
from communique.ledger import Ledger
from communique.ledger.answer import Answer


def actors(
    ledger: Ledger,
    name: str | None = None,
    *,
    since: Day = None,
    until: Day = None,
    recorded: Day = None,
    limit: int | None = None,
) -> Answer:
    """Those who speak or act, those of most articles first: under each name and country roles and titles, how often, from when to when.

    name  a name, or words of one; a state or organisation means all who speak or act for it
    """
    who = party(name)
    return asked(
        ledger, "actors", code=who.code, name=who.name, since=day(since, "since"), until=day(until, "until"),
        recorded=moment(recorded, "recorded"), most=limit,
    )  # fmt: skip
