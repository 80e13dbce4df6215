"""What became of an actor or an issue that people merged with another."""

from datetime import datetime

import msgspec

from communique.ask.question import rows_of
from communique.ledger import Ledger

QUERY = """SELECT w.stands_for, j.judge, j.judged_at, j.note FROM rulings AS w
    LEFT JOIN judgements AS j ON j.record = w.record AND j.record_id = w.record_id AND j.verdict = 'merge'
    WHERE w.record = $kind AND w.record_id = $id AND w.stands_for <> w.record_id ORDER BY j.judged_at DESC LIMIT 1"""


class Merged(msgspec.Struct, frozen=True):
    """What stands under one name now stands under another: which, and who decided so, when and why."""

    id: str
    stands_for: str
    judge: str | None
    judged_at: datetime | None
    note: str | None


def merged(ledger: Ledger, id: str, kind: str = "actor") -> Merged | None:
    """Whom an actor, or issue, was merged with in the end; None where it stands for itself."""
    found = rows_of(ledger, QUERY, kind=kind, id=id)
    return Merged(id, **found[0]) if found else None


def merged_into(ledger: Ledger, id: str, kind: str = "actor", most: int = 100) -> tuple[str, ...]:
    """The actors, or issues, that were merged with this one."""
    query = "SELECT record_id FROM rulings WHERE record = $kind AND stands_for = $id AND record_id <> $id ORDER BY record_id LIMIT $most"
    return tuple(row["record_id"] for row in rows_of(ledger, query, kind=kind, id=id, most=most))
