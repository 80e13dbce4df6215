"""The review queue: one record at a time, to be accepted, rejected, corrected, commented on or skipped; every decision can be undone."""

from typing import Annotated, Any, Literal
from urllib.parse import urlencode

import msgspec
from litestar import post
from litestar.enums import RequestEncodingType
from litestar.params import Body, QueryParameter
from litestar.response import Redirect

from communique.ask import Ledger
from communique.ask.question import rows_of
from communique.ask.record import Whole, whole
from communique.ask.waiting import Last, Waiting, judged_by, last, waiting
from communique.errors import UsageError
from communique.ledger import choices, written
from communique.show.web.asking import MaybeText, Opened
from communique.show.web.view import Table, View

NEXT = 10  # records that are shown to come
BEFORE = "field."  # what names of fields begin with in the form
SPEAKER = ("speaker", "country", "role", "title", "actor")  # who gives a new speaker gives all of them
Kinds = Literal["statement", "position", "commitment", "event"]
MaybeKind = Annotated[Kinds | Literal[""] | None, QueryParameter(description="Only records of this kind.")]
Skip = Annotated[int, QueryParameter(ge=0, le=10000, description="How many to leave for later.")]


class Review(msgspec.Struct, frozen=True):
    """What a judge has before them.

    judge, other  who judges; with whom they are compared, whose decisions are not shown
    record        the kind of records that is asked for
    skip          how many are left for later
    waiting       what is to be judged, the first of them now
    item          that one, as the machine read it
    fields        its fields as a correction writes them, and `choices`: the values of those that take but a few
    last          the latest decision of this judge, and `resting`: what rests on the statement that it rejected
    judged        how many records the judge has decided on, and `others`, the other
    """

    judge: str | None
    other: str | None
    record: str | None
    skip: int
    waiting: tuple[Waiting, ...]
    item: Whole | None
    fields: dict[str, str]
    choices: dict[str, tuple[str, ...]]
    last: Last | None
    resting: tuple[tuple[str, str], ...]
    judged: int
    others: int


def review(ledger: Opened, judge: MaybeText = None, other: MaybeText = None, record: MaybeKind = None, skip: Skip = 0) -> Review:
    """The record that a judge has to decide on, and those that come next: of the least sure, those first that most rests on."""
    name, beside = (judge or "").strip() or None, (other or "").strip() or None
    if name is None:
        return Review(None, beside, record or None, 0, (), None, {}, {}, None, (), 0, 0)
    found = waiting(ledger, name, beside, record or None, most=NEXT, skip=skip)
    item = whole(ledger, f"{found[0].id}@{found[0].run}") if found else None
    fields, few = _fields(ledger, item) if item else ({}, {})
    done = last(ledger, name)
    others = judged_by(ledger, beside) if beside else 0
    return Review(
        name, beside, record or None, skip, found, item, fields, few, done, _resting(ledger, done), judged_by(ledger, name), others
    )


def _fields(ledger: Ledger, item: Whole) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    cited = item.cited
    row = rows_of(ledger, f"SELECT * FROM history.{cited.record}s WHERE id = $id AND run = $run", id=cited.id, run=cited.run)[0]
    text = 'SELECT "text" FROM history.articles WHERE id = $id AND text_sha256 = $sha ORDER BY run DESC LIMIT 1'
    found = rows_of(ledger, text, id=cited.article_id, sha=cited.text_sha256)[0]["text"]
    return written(cited.record, row, found), choices(cited.record)


def _resting(ledger: Ledger, done: Last | None) -> tuple[tuple[str, str], ...]:
    if done is None or done.record != "statement" or done.verdict != "reject":
        return ()
    return tuple((kind, id) for kind, _, id in (one.partition(" ") for one in ledger.resting_on(done.record_id)))


def _table(page: Review) -> Table:
    return Table(Waiting.__struct_fields__, (msgspec.structs.astuple(one) for one in page.waiting))


Form = Annotated[dict[str, str], Body(media_type=RequestEncodingType.URL_ENCODED)]


@post("/review", include_in_schema=False, sync_to_thread=True)
def decide(data: Form, ledger: Opened) -> Redirect:
    """Records a decision, and leads to the next record. Raises UsageError where nothing, or nothing that makes sense, was decided."""
    judge, id, action = (data.get(name, "").strip() for name in ("judge", "id", "action"))
    if not judge:
        raise UsageError("a judgement is signed: say who judges")
    if action not in ACTIONS or not id:
        raise UsageError(f"nobody can {action!r} a record here: accept, reject, correct, comment or undo")
    with ledger.bench(judge) as bench:
        ACTIONS[action](bench, id, data, data.get("note", "").strip() or None)
    skip = (int(data["skip"]) if data.get("skip", "").isdecimal() else 0) + (action == "comment")
    kept = {name: data.get(name, "").strip() for name in ("judge", "other", "record")} | {"skip": str(skip) if skip else ""}
    return Redirect(f"/review?{urlencode({name: value for name, value in kept.items() if value})}", status_code=303)


def _correct(bench: Any, id: str, data: dict[str, str], note: str | None) -> None:
    """Corrects the fields that are not as they were shown."""
    given = {name.removeprefix(BEFORE): value.strip() for name, value in data.items() if name.startswith(BEFORE)}
    shown = {name.removeprefix("was."): value.strip() for name, value in data.items() if name.startswith("was.")}
    changed = {name: value for name, value in given.items() if value != shown.get(name)}
    if not changed:
        raise UsageError("nothing was changed: change a field, or accept the record")
    if "speaker" in changed:
        changed |= {name: given[name] for name in SPEAKER if given.get(name)}
    bench.correct(id, changed, note)


ACTIONS: dict[str, Any] = {
    "accept": lambda bench, id, data, note: bench.accept(id, note=note),
    "reject": lambda bench, id, data, note: bench.reject(id, note=note),
    "correct": _correct,
    "comment": lambda bench, id, data, note: bench.comment(id, note=note or ""),
    "undo": lambda bench, id, data, note: bench.undo(id, note=note),
}
WRITES = (decide,)
VIEW = View("review", "/review", review, title=lambda page: "Review", menu="Review", table=_table, needs_server=True)
