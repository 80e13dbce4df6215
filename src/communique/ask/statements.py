"""Who said what."""

from communique.ask.days import Day, day, moment
from communique.ask.parties import country as code_of
from communique.ask.parties import party
from communique.ask.question import asked
from communique.ledger import Ledger
from communique.ledger.answer import Answer


def statements(
    ledger: Ledger,
    *,
    speaker: str | None = None,
    country: str | None = None,
    about: str | None = None,
    act: str | None = None,
    outlet: str | None = None,
    kind: str | None = None,
    manner: str | None = None,
    article: str | None = None,
    since: Day = None,
    until: Day = None,
    recorded: Day = None,
    limit: int | None = None,
) -> Answer:
    """Statements, the earliest first.

    speaker  a person or body by name, or all who speak for a state or organisation
    country  those who speak for a state or organisation
    about    a state or organisation at which the act is directed
    """
    who = party(speaker)
    return asked(
        ledger, "statements", speaker_code=who.code, speaker_name=who.name, country=code_of(country, "country"),
        target=code_of(about, "about"), act=act, outlet=outlet, kind=kind, manner=manner, article=article, since=day(since, "since"),
        until=day(until, "until"), recorded=moment(recorded, "recorded"), most=limit,
    )  # fmt: skip
