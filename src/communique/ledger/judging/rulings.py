"""What all judgements together say: a function of their set, so that neither the order in which they came nor where from matters.

A judgement is in force unless somebody took it back. Of those that concern the same thing the latest holds: accept or reject of one claim,
each field that is corrected, kept or broken, whom an actor or issue is merged with, how an actor is called. An undo is final: to take one
back, judge again.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from communique.ledger.judging.fields import columns_of
from communique.ledger.judging.judgement import Judgement
from communique.record.tables import Stretches

Key = tuple[str, str, Stretches, str | None]
MERGED = {"actor_id": "actor", "issue": "issue"}  # columns that name what can be merged


class Ruling(msgspec.Struct, frozen=True):
    """What holds for a record as anchored, an actor or an issue; fields are columns of the ledger's table."""

    record: str
    record_id: str
    anchor: Stretches
    anchor_text: str | None
    verdicts: dict[str, str]
    fields: tuple[str, ...]
    columns: dict[str, Any]
    outcome: str | None = None
    stands_for: str | None = None
    name: str | None = None


class Part(msgspec.Struct, frozen=True):
    """A record that a split gives to another actor, as anchored."""

    id: str
    anchor: Stretches
    anchor_text: str


class Division(msgspec.Struct, frozen=True):
    """The value of a split: the new actor and what is theirs."""

    into: str
    records: tuple[Part, ...]


def in_force(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Those that decide something and were not taken back, oldest first."""
    every = tuple(judgements)
    revoked = {one.revokes for one in every if one.verdict == "undo"}
    return tuple(sorted((one for one in every if one.verdict != "undo" and one.id not in revoked), key=moment))


def moment(judgement: Judgement) -> tuple[str, str]:
    """By which judgements are ordered; twins of the same moment by their ids."""
    return judgement.judged_at, judgement.id


def rulings(judgements: Iterable[Judgement]) -> tuple[Ruling, ...]:
    """All that hold, in the order of their keys."""
    force = in_force(judgements)
    ends = {kind: ends_of({one.record_id: str(one.value) for one in force if (one.record, one.verdict) == (kind, "merge")})
            for kind in MERGED.values()}  # fmt: skip
    names = {one.record_id: str(one.value) for one in force if one.verdict == "rename"}
    found = (*_on_records(force, ends), *_on_actors(ends["actor"], names), *_on_issues(ends["issue"]))
    return tuple(sorted(found, key=lambda one: (one.record, one.record_id, str(one.anchor), one.anchor_text or "")))


def ends_of(pointers: Mapping[str, str]) -> dict[str, str]:
    """Where each chain of merges ends. Who was merged in a circle is called by the first name in it, in the alphabet."""
    return {start: _end(start, pointers) for start in pointers}


def _end(start: str, pointers: Mapping[str, str]) -> str:
    passed = [start]
    while passed[-1] in pointers:
        after = pointers[passed[-1]]
        if after in passed:
            return min(passed[passed.index(after) :])
        passed.append(after)
    return passed[-1]


def _on_records(force: Sequence[Judgement], ends: Mapping[str, Mapping[str, str]]) -> Iterable[Ruling]:
    columns: dict[Key, dict[str, Any]] = defaultdict(dict)
    verdicts: dict[Key, dict[str, str]] = defaultdict(dict)
    outcomes: dict[Key, str] = {}
    for one in force:
        key = (one.record, one.record_id, one.anchor, one.anchor_text)
        if one.verdict in ("accept", "reject"):
            verdicts[key][one.claim or ""] = one.verdict
        elif one.verdict in ("kept", "broken"):
            outcomes[key] = one.verdict
        elif one.verdict == "correct":
            columns[key].update(columns_of(one.record, one.field, one.value))
        elif one.verdict == "split":
            for part in division_of(one).records:
                columns["statement", part.id, part.anchor, part.anchor_text]["actor_id"] = division_of(one).into
    for key in {**columns, **verdicts, **outcomes}:
        given = {name: _merged(name, value, ends) for name, value in sorted(columns[key].items())}
        yield Ruling(*key, dict(sorted(verdicts[key].items())), tuple(given), given, outcomes.get(key))


def _merged(column: str, value: object, ends: Mapping[str, Mapping[str, str]]) -> object:
    return ends[MERGED[column]].get(str(value), value) if column in MERGED else value


def _on_actors(ends: Mapping[str, str], names: Mapping[str, str]) -> Iterable[Ruling]:
    for actor in {**ends, **names}:
        end = ends.get(actor, actor)
        yield Ruling("actor", actor, (), None, {}, (), {}, stands_for=end, name=names.get(end))


def _on_issues(ends: Mapping[str, str]) -> Iterable[Ruling]:
    for issue, end in ends.items():
        if end != issue:
            yield Ruling("issue", issue, (), None, {}, (), {}, stands_for=end)


def division_of(split: Judgement) -> Division:
    """The value of a split."""
    return msgspec.convert(split.value, Division)
