"""Whether a judgement makes sense in itself, wherever it comes from."""

from collections.abc import Callable
from datetime import UTC, datetime

import msgspec

from communique.errors import UsageError
from communique.ledger.judging.fields import checked
from communique.ledger.judging.judgement import RECORDS, VERDICTS, Judgement, id_of, signed
from communique.ledger.judging.rulings import division_of


def check(judgement: Judgement) -> None:
    """Raises UsageError where a judgement says what nobody can decide of such a record."""
    if not judgement.judge.strip():
        raise UsageError("a judgement is signed: say who judges (--by NAME)")
    if judgement.verdict not in VERDICTS:
        raise UsageError(f"a judgement does not say {judgement.verdict!r}, but {', '.join(VERDICTS)}")
    CHECKS[judgement.verdict](judgement)


def read_judgement(line: bytes) -> Judgement:
    """A judgement from a line of an export; one without an id is signed. Raises UsageError where it is none, or was altered."""
    try:
        judgement = msgspec.json.decode(line, type=Judgement)
        told = datetime.fromisoformat(judgement.judged_at)
    except (msgspec.MsgspecError, ValueError) as error:
        raise UsageError(f"no judgement: {error}; `communique judge export` writes them") from error
    if judgement.id and judgement.id != id_of(judgement):
        raise UsageError(f"judgement {judgement.id} was altered after it was signed: take its id away to sign it anew")
    in_utc = told.astimezone(UTC).replace(tzinfo=None) if told.tzinfo else told
    judgement = judgement if judgement.id else signed(msgspec.structs.replace(judgement, judged_at=stamp(in_utc)))
    check(judgement)
    return judgement


def stamp(time: datetime) -> str:
    """A time of UTC as judgements write it."""
    return time.replace(tzinfo=None).isoformat(timespec="microseconds")


def _of(*records: str) -> Callable[[Judgement], None]:
    def check_record(judgement: Judgement) -> None:
        if judgement.record not in records:
            raise UsageError(f"{judgement.verdict} is said of {' or '.join(records)}, not of {judgement.record}")

    return check_record


def _correct(judgement: Judgement) -> None:
    _of(*RECORDS)(judgement)
    checked(judgement.record, judgement.field, judgement.value)


def _merge(judgement: Judgement) -> None:
    _of("actor", "issue")(judgement)
    _name(judgement)
    if judgement.value == judgement.record_id:
        raise UsageError(f"{judgement.record_id} cannot be merged with itself")


def _rename(judgement: Judgement) -> None:
    _of("actor")(judgement)
    _name(judgement)


def _name(judgement: Judgement) -> None:
    if not isinstance(judgement.value, str) or not judgement.value.strip() or not judgement.record_id.strip():
        raise UsageError(f"{judgement.verdict}: give the name or id of one {judgement.record} and of the other")


def _split(judgement: Judgement) -> None:
    _of("actor")(judgement)
    try:
        division = division_of(judgement)
    except msgspec.ValidationError as error:
        raise UsageError(f"split: {error}") from error
    if not division.records or division.into in ("", judgement.record_id):
        raise UsageError("split: name the statements of the other actor, and an id of its own for it")


def _undo(judgement: Judgement) -> None:
    if not judgement.revokes:
        raise UsageError("undo: name the judgement that is taken back")


def _comment(judgement: Judgement) -> None:
    if not judgement.note:
        raise UsageError("comment: write one (--note TEXT)")


CHECKS: dict[str, Callable[[Judgement], None]] = {
    "accept": _of(*RECORDS), "reject": _of(*RECORDS), "correct": _correct, "comment": _comment, "merge": _merge, "split": _split,
    "rename": _rename, "kept": _of("commitment"), "broken": _of("commitment"), "undo": _undo,
}  # fmt: skip
