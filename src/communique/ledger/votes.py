"""Votes into the ledger: one that is there already changes nothing, one that was corrected supersedes what was there."""

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec

from communique.ledger.connection import told
from communique.model import Vote
from communique.record import stable_id

if TYPE_CHECKING:
    from communique.ledger.ledger import Ledger

FIELDS = ("id", *Vote.__struct_fields__)
SHAPE = json.dumps([{name: "DATE" if name == "day" else "VARCHAR" for name in FIELDS}])
SAME = " AND ".join(f'old."{name}" IS NOT DISTINCT FROM fresh."{name}"' for name in FIELDS)


def record_votes(ledger: "Ledger", votes: Iterable[Vote], command: str = "import") -> int:
    """Records votes; returns how many were new or differ. Raises LedgerError as adding does."""
    rows = {key: msgspec.to_builtins(vote) | {"id": key} for vote in votes if (key := _key(vote))}
    with ledger.writer(command) as writer, told(ledger.path):
        connection, now = writer.connection, datetime.now(UTC).replace(tzinfo=None)
        connection.execute(
            f"""CREATE OR REPLACE TEMP TABLE staged_votes AS SELECT fresh.* FROM (SELECT unnest(one) FROM
            (SELECT unnest(from_json(?::JSON, '{SHAPE}')) AS one)) AS fresh WHERE NOT EXISTS (SELECT 1 FROM votes AS old WHERE {SAME})""",
            [json.dumps(list(rows.values()))],
        )
        counted = connection.execute("SELECT count(*) FROM staged_votes").fetchone()
        if counted and counted[0]:
            connection.begin()
            run = writer.begin_run(now)
            connection.execute(
                """UPDATE history.votes SET superseded_by = ?, superseded_at = ?::TIMESTAMP
                WHERE superseded_by IS NULL AND id IN (SELECT id FROM staged_votes)""",
                [run, now],
            )
            connection.execute(
                "INSERT INTO history.votes BY NAME SELECT *, ? AS run, ?::TIMESTAMP AS recorded_at FROM staged_votes", [run, now]
            )
            connection.execute("UPDATE history.runs SET records = records + ? WHERE run = ?", [counted[0], run])
            connection.commit()
    ledger.refresh()
    return int(counted[0]) if counted else 0


def _key(vote: Vote) -> str:
    return stable_id(vote.roll_call, "vote", vote.body, vote.country)
