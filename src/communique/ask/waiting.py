"""What waits for a judge, the least sure that most rests on first; and what a judge did last."""

from datetime import date, datetime

import msgspec

from communique.ask.question import asked, rows_of
from communique.ledger import Ledger

LEAST = 500  # records of each kind, the least sure, among which it matters how much rests on them
LAST = """SELECT id, verdict, record, record_id, field, CAST("value" AS VARCHAR) AS "value", note, judged_at FROM history.judgements AS j
    WHERE judge = $judge AND verdict IN ('accept', 'reject', 'correct', 'comment')
    AND id NOT IN (SELECT revokes FROM history.judgements WHERE revokes IS NOT NULL) ORDER BY judged_at DESC, id LIMIT 1"""

JUDGED = """SELECT count(DISTINCT record_id) AS n FROM history.judgements
    WHERE judge = $judge AND verdict IN ('accept', 'reject', 'correct')"""


class Waiting(msgspec.Struct, frozen=True):
    """A record that waits: what it is, its words, the rule that found it; `used`: records with the same words and those that rest on it."""

    record: str
    id: str
    run: int
    article_id: str
    day: date | None
    outlet: str | None
    words: str
    rule: str
    confidence: float
    used: int


class Last(msgspec.Struct, frozen=True):
    """The latest decision of a judge that is in force; `value` as JSON."""

    id: str
    verdict: str
    record: str
    record_id: str
    field: str | None
    value: str | None
    note: str | None
    judged_at: datetime


def waiting(ledger: Ledger, judge: str, other: str | None, record: str | None, *, most: int, skip: int) -> tuple[Waiting, ...]:
    """What waits for `judge`. Alone: what nobody judged. With another judge: what they judged and `judge` did not, then all the rest."""
    answer = asked(ledger, "waiting", judge=judge, other=other, record=record, least=LEAST, most=most, skip=skip)
    return tuple(msgspec.convert(dict(zip(answer.columns, row, strict=True)), Waiting) for row in answer.rows())


def last(ledger: Ledger, judge: str) -> Last | None:
    """What `judge` decided last and did not take back."""
    found = rows_of(ledger, LAST, judge=judge)
    return Last(**found[0]) if found else None


def judged_by(ledger: Ledger, judge: str) -> int:
    """How many records somebody accepted, rejected or corrected."""
    return int(rows_of(ledger, JUDGED, judge=judge)[0]["n"])
