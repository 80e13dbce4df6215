"""Who did what to whom: event by event, or counted by period."""

from communique.ask.days import Day, day, moment
from communique.ask.parties import dyad as sides_of
from communique.ask.question import asked
from communique.errors import UsageError
from communique.ledger import Ledger
from communique.ledger.answer import Answer
from communique.lexicon.ontology import cameo_codes, event_types

PERIODS = {"day": "%Y-%m-%d", "month": "%Y-%m", "year": "%Y"}


def events(
    ledger: Ledger,
    *,
    dyad: str | None = None,
    by: str | None = None,
    type: str | None = None,
    outlet: str | None = None,
    since: Day = None,
    until: Day = None,
    recorded: Day = None,
    limit: int | None = None,
) -> Answer:
    """Events, the earliest first; `by` a period, how many articles and outlets report each type between each two sides.

    dyad  "RUS-USA": what either does to the other, a row for each direction
    by    day, month or year in which it happened, that of the article where the text does not tell; counted is only what is reported as a
          fact, of known sides
    type  of PLOVER, or a root of CAMEO ("01", "02") where PLOVER has none
    """
    if by is not None and by not in PERIODS:
        raise UsageError(f"by {by}: use one of {', '.join(PERIODS)}")
    one, other = sides_of(dyad) if dyad else (None, None)
    mutual_types = [code for code, kind in event_types().items() if kind.mutual]
    mutual_codes = [code for code, kind in cameo_codes().items() if kind.mutual]
    return asked(
        ledger, "event_counts" if by else "events", one=one, other=other, type=_known(type), outlet=outlet, since=day(since, "since"),
        until=day(until, "until"), recorded=moment(recorded, "recorded"), most=limit, mutual_types=mutual_types, mutual_codes=mutual_codes,
        **({"period": PERIODS[by]} if by else {}),
    )  # fmt: skip


def _known(type: str | None) -> str | None:
    """A type of PLOVER's, or CAMEO's root of one. Raises UsageError where there is none such."""
    if type is None or type in ("01", "02"):
        return type
    if type.upper() not in event_types():
        raise UsageError(f"type {type}: use one of {', '.join(event_types())}, or CAMEO's 01, 02")
    return type.upper()
