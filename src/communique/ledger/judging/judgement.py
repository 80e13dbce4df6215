"""One judgement, as the ledger keeps it and as it is exported: a JSON line."""

import base64
import hashlib
from typing import Any

import msgspec

from communique.record.tables import Stretches

RECORDS = ("statement", "position", "commitment", "event")  # what is read off articles
VERDICTS = ("accept", "reject", "correct", "comment", "merge", "split", "rename", "kept", "broken", "undo")
LENGTH = 16  # base32 characters of an id, as those of records


class Judgement(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A decision of somebody about a record, an actor or an issue.

    id           hash of all that follows: what was altered is told by it, and the same judgement is recorded once
    record       statement, position, commitment, event, actor or issue
    record_id    its id; an actor's actor_id, an issue's name
    verdict      accept, reject, correct, comment, merge, split, rename, kept, broken or undo
    field        what is corrected
    value        what it should hold; whom an actor or issue is merged with; an actor's name
    note         the reason given
    judge        who decided
    judged_at    when, UTC, as 2026-03-31T12:00:00.000000
    judged_run   the run of the reading that was judged, in the ledger where that was done
    anchor       spans by which the record is known again, and
    anchor_text  their words; null where a whole actor or issue is judged
    claim        hash of what the reading claimed
    revokes      the judgement that an undo takes back
    """

    id: str = ""
    record: str
    record_id: str
    verdict: str
    field: str | None = None
    value: Any = None
    note: str | None = None
    judge: str
    judged_at: str
    judged_run: int | None = None
    anchor: Stretches = ()
    anchor_text: str | None = None
    claim: str | None = None
    revokes: str | None = None


def signed(judgement: Judgement) -> Judgement:
    """The judgement with its id."""
    return msgspec.structs.replace(judgement, id=id_of(judgement))


def id_of(judgement: Judgement) -> str:
    """The id that its content gives it, the same on every machine."""
    bare = msgspec.structs.replace(judgement, id="")
    digest = hashlib.sha256(msgspec.json.encode(bare, order="sorted")).digest()
    return base64.b32encode(digest)[:LENGTH].decode("ascii").lower()
