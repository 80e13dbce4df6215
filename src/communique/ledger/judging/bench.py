"""Where people judge: from a decision to the published ledger."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic, sleep
from types import TracebackType

import duckdb
import msgspec

from communique.errors import LedgerError, LedgerLockedError, UsageError
from communique.ledger.connection import told
from communique.ledger.judging.checks import check, stamp
from communique.ledger.judging.fields import SPEAKER, Who, speaker_from, value_from
from communique.ledger.judging.judgement import Judgement, signed
from communique.ledger.judging.rulings import Part, in_force
from communique.ledger.judging.store import Target, record_judgements, settle, stored, target
from communique.ledger.writer import Writer

PATIENCE = 60.0  # seconds that one judge waits for another
PAUSE = 0.05


class Taken(msgspec.Struct, frozen=True):
    """What an import did: judgements recorded, and those that were there already."""

    recorded: int
    known: int


class Bench:
    """The right to judge, a context: `with ledger.bench("A. Jansen") as bench: bench.accept("q5v...")`.

    All that is judged in one block is recorded together at its end, or not at all. Who finds another writer there waits a minute for it.
    Raises UsageError where a judgement cannot be made, LedgerLockedError and LedgerError as `Writer` does.
    """

    def __init__(self, ledger: Path, judge: str, done: Callable[[], None] = lambda: None, patience: float = PATIENCE) -> None:
        self.ledger, self.judge, self.done, self.patience = ledger, judge.strip(), done, patience
        self.made: list[Judgement] = []
        self._taken: list[Judgement] = []
        self._last = datetime.min

    def __enter__(self) -> "Bench":
        if not self.ledger.exists():
            raise LedgerError(f"no ledger at {self.ledger}: communique add PATH --ledger {self.ledger} makes one")
        self._writer = _waited_for(self.ledger, self.patience)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        try:
            if error is None and (new := (*self.made, *self._taken)):
                with told(self.ledger):
                    self._record(new)
        except BaseException as failure:
            self._writer.__exit__(type(failure), failure, failure.__traceback__)
            raise
        self._writer.__exit__(kind, error, trace)
        self.done()

    def accept(self, *ids: str, note: str | None = None) -> None:
        """Says that records are right as they were read."""
        self._on_each(ids, "accept", note)

    def reject(self, *ids: str, note: str | None = None) -> None:
        """Says that records are wrong: they and their parts leave the views until somebody accepts them."""
        self._on_each(ids, "reject", note)

    def keep(self, *ids: str, note: str | None = None) -> None:
        """Says that commitments were kept."""
        self._on_each(ids, "kept", note)

    def break_(self, *ids: str, note: str | None = None) -> None:
        """Says that commitments were broken."""
        self._on_each(ids, "broken", note)

    def comment(self, *ids: str, note: str) -> None:
        """Says something about records, and changes nothing."""
        self._on_each(ids, "comment", note)

    def correct(self, id: str, fields: Mapping[str, str], note: str | None = None) -> None:
        """Says what fields should hold, as people write it: {"stance": "support", "content": "the net ban has to stay"}."""
        found = self._target(id)
        speaker = {name: value.strip() for name, value in fields.items() if found.record == "statement" and name in SPEAKER}
        if speaker:
            who = msgspec.to_builtins(speaker_from(speaker, self._speaker_now(id)))
            self._judge(found, "correct", note, field="speaker", value=who)
        for name in fields.keys() - speaker.keys():
            value = value_from(found.record, name, fields[name], found.text)
            self._judge(found, "correct", note, field=name, value=msgspec.to_builtins(value))

    def merge_actors(self, actor: str, into: str, note: str | None = None) -> None:
        """Says that an actor is another one: what is the first's becomes the second's."""
        self._check_named("actors", "actor_id", actor)
        self._judge_named("actor", actor, "merge", into, note)

    def split_actor(self, actor: str, into: str, statements: Sequence[str], note: str | None = None) -> None:
        """Says that statements given to an actor are another's, who gets an id of their own."""
        targets = [self._target(id) for id in statements]
        for one in targets:
            if one.record != "statement" or self._actor_of(one.id) != actor:
                raise UsageError(f"{one.id} is no statement of {actor}")
        parts = [msgspec.to_builtins(Part(one.id, one.anchor, one.anchor_text)) for one in targets]
        self._judge_named("actor", actor, "split", {"into": into, "records": parts}, note)

    def rename_actor(self, actor: str, name: str, note: str | None = None) -> None:
        """Says how an actor is called."""
        self._check_named("actors", "actor_id", actor)
        self._judge_named("actor", actor, "rename", name, note)

    def merge_issues(self, issue: str, into: str, note: str | None = None) -> None:
        """Says that an issue is another one under another name."""
        self._check_named("positions", "issue", issue)
        self._judge_named("issue", issue, "merge", into, note)

    def undo(self, *ids: str, note: str | None = None) -> None:
        """Takes judgements back, one's own or another's; what they overruled holds again."""
        force = {one.id: one for one in in_force((*stored(self.connection), *self.made))}
        for id in ids:
            if id not in force:
                raise UsageError(f"no judgement {id} is in force: communique judge list shows those that are")
            one = force[id]
            undone = Judgement(
                record=one.record,
                record_id=one.record_id,
                verdict="undo",
                note=note,
                judge=self.judge,
                judged_at=self._now(),
                anchor=one.anchor,
                anchor_text=one.anchor_text,
                revokes=id,
            )
            self._sign(undone)

    def take(self, judgements: Iterable[Judgement]) -> Taken:
        """Takes in judgements made elsewhere, signed by whoever made them, in any order."""
        known = {one.id for one in stored(self.connection)}
        new: dict[str, Judgement] = {}
        count = 0
        for one in judgements:
            check(one)
            count += 1
            if one.id not in known:
                new[one.id] = one
        self._taken.extend(new.values())
        return Taken(len(new), count - len(new))

    @property
    def connection(self) -> duckdb.DuckDBPyConnection:
        """The working copy, in which what this block judges is not yet applied."""
        return self._writer.connection

    def _on_each(self, ids: Iterable[str], verdict: str, note: str | None) -> None:
        for id in ids:
            self._judge(self._target(id), verdict, note)

    def _judge(self, on: Target, verdict: str, note: str | None, field: str | None = None, value: object = None) -> None:
        made = Judgement(
            record=on.record,
            record_id=on.id,
            verdict=verdict,
            field=field,
            value=value,
            note=note,
            judge=self.judge,
            judged_at=self._now(),
            judged_run=on.run,
            anchor=on.anchor,
            anchor_text=on.anchor_text,
            claim=on.claim if verdict in ("accept", "reject") else None,
        )
        self._sign(made)

    def _judge_named(self, record: str, name: str, verdict: str, value: object, note: str | None) -> None:
        made = Judgement(record=record, record_id=name, verdict=verdict, value=value, note=note, judge=self.judge, judged_at=self._now())
        self._sign(made)

    def _sign(self, judgement: Judgement) -> None:
        check(judgement)
        self.made.append(signed(judgement))

    def _now(self) -> str:
        """The time, later than that of the judgement before."""
        self._last = max(datetime.now(UTC).replace(tzinfo=None), self._last + timedelta(microseconds=1))
        return stamp(self._last)

    def _target(self, id: str) -> Target:
        found = target(self.connection, id)
        if found is None:
            raise UsageError(f"no current record {id}: communique sql shows the ids, as in SELECT id, content_text FROM statements")
        return found

    def _speaker_now(self, id: str) -> Who:
        """The speaker of a statement as the views have it; of a rejected one as it was read."""
        columns = "speaker_names, speaker_countries, speaker_role, speaker_title, actor_id"
        for table in ("statements", "history.statements"):
            row = self.connection.execute(f"SELECT {columns} FROM {table} WHERE id = ? ORDER BY run DESC LIMIT 1", [id]).fetchone()
            if row:
                return msgspec.convert(dict(zip(Who.__struct_fields__, row, strict=True)), Who)
        return Who()

    def _actor_of(self, id: str) -> str | None:
        return self._speaker_now(id).actor_id

    def _check_named(self, table: str, column: str, name: str) -> None:
        row = self.connection.execute(f"SELECT count(*) FROM history.{table} WHERE {column} = ?", [name]).fetchone()
        if not row or not row[0]:
            raise UsageError(f"the ledger knows no {column} {name!r}: communique sql 'SELECT DISTINCT {column} FROM {table}' shows them")

    def _record(self, judgements: Sequence[Judgement]) -> None:
        """One transaction: all of the block, or nothing."""
        now, connection = datetime.now(UTC).replace(tzinfo=None), self.connection
        connection.begin()
        try:
            run = self._writer.begin_run(now)
            record_judgements(connection, judgements, run, now)
            settle(connection, run, now)
            connection.execute("UPDATE history.runs SET records = records + ? WHERE run = ?", [len(judgements), run])
        except BaseException:
            connection.rollback()
            self._writer.run = None
            raise
        connection.commit()


def _waited_for(ledger: Path, patience: float) -> Writer:
    """A writer that has its lock; waits for another one to be done."""
    began = monotonic()
    while True:
        try:
            return Writer(ledger, "judge").__enter__()
        except LedgerLockedError:
            if monotonic() - began > patience:
                raise
            sleep(PAUSE)
