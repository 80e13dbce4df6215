"""What became of each judgement."""

from collections.abc import Iterable, Sequence
from typing import Literal

import duckdb
import msgspec

from communique.ledger.judging.judgement import RECORDS, Judgement
from communique.ledger.judging.rulings import in_force
from communique.ledger.judging.store import stored

State = Literal["holds", "overruled", "undone", "stale", "undo"]


class Standing(msgspec.Struct, frozen=True):
    """A judgement and its state.

    holds      it is applied
    overruled  somebody decided otherwise later
    undone     it was taken back
    stale      the record was re-coded, and has another span, other words, or, where it was accepted or rejected, claims something else;
               it is not applied, and is again as soon as a reading is as it was
    undo       it takes another back
    """

    judgement: Judgement
    state: State


def standing(connection: duckdb.DuckDBPyConnection) -> tuple[Standing, ...]:
    """Every judgement with its state, oldest first."""
    judgements = stored(connection)
    force = in_force(judgements)
    last = {aspect(one): one.id for one in force}
    kept, present = {one.id for one in force}, _present(connection, force)
    return tuple(Standing(one, _state(one, kept, last, present)) for one in judgements)


def aspect(judgement: Judgement) -> tuple[object, ...]:
    """Of two judgements with the same aspect the later holds."""
    record = (judgement.record, judgement.record_id, judgement.anchor, judgement.anchor_text)
    if judgement.verdict in ("comment", "split"):
        return judgement.id, *record
    if judgement.verdict in ("accept", "reject"):
        return "accept", judgement.claim, *record
    return "kept" if judgement.verdict == "broken" else judgement.verdict, judgement.field, *record


def _state(one: Judgement, kept: set[str], last: dict[tuple[object, ...], str], present: set[str]) -> State:
    if one.verdict == "undo":
        return "undo"
    if one.id not in kept:
        return "undone"
    if one.id not in present:
        return "stale"
    return "holds" if last[aspect(one)] == one.id else "overruled"


def _present(connection: duckdb.DuckDBPyConnection, force: Sequence[Judgement]) -> set[str]:
    """Those whose record is in the ledger as it was judged; actors and issues are wherever they are named."""
    found = connection.execute(
        """SELECT j.id FROM history.judgements AS j JOIN judged_by_anchor() AS t
        ON t.id = j.record_id AND t.record = j.record AND t.anchor = j.anchor AND t.anchor_text = j.anchor_text
        WHERE j.verdict NOT IN ('accept', 'reject') OR t.claim = j.claim"""
    ).fetchall()
    return {id for (id,) in found} | {one.id for one in force if one.record not in RECORDS}


def stale(standings: Iterable[Standing]) -> tuple[Judgement, ...]:
    """Those that wait for their record."""
    return tuple(one.judgement for one in standings if one.state == "stale")
