"""How far two people who judged the same records agree, and each of them with the machine.

Who accepted a record as it is holds every field of it to be right; who corrected some holds the others to be right. A rejected record has,
to who rejected it, no spans. Only what both judged is counted, and of each only what was not taken back and is about the reading that is
current.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from communique.ask.measures import Estimate, Pair, Spans, f1_of, kappa_of, share_of
from communique.errors import UsageError
from communique.ledger import Judgement, Ledger, Standing, columns_of

MACHINE = "machine"
UNKNOWN = "–"
CATEGORIES = {
    "statement": ("kind", "manner", "act", "speaker_names", "speaker_countries", "targets"),
    "position": ("holder", "issue", "stance"),
    "commitment": ("committer", "beneficiary", "strength", "deadline_latest"),
    "event": ("event", "mode", "context", "cameo", "auxiliary"),
}
SPANS = {
    "statement": ("source", "cue", "content"), "position": ("evidence", "grounds"), "commitment": ("action", "condition"),
    "event": ("trigger",),
}  # fmt: skip

Key = tuple[str, str]  # kind and id of a record


class Agreement(NamedTuple):
    """One measure: of two coders, a kind of record and a field; `n` records in so many `articles`, and the interval from `low` to `high`.

    measure  agreement (share), kappa (Cohen's), f1 (of spans with the same borders) or f1_characters (of the characters they cover)
    value    None where it is not defined, as kappa is where both always say the same one thing
    """

    one: str
    other: str
    record: str
    field: str
    measure: str
    n: int
    articles: int
    value: float | None
    low: float | None
    high: float | None


class View(NamedTuple):
    """What one coder holds a record to be: verdict, and its columns, empty where it was rejected."""

    verdict: str
    columns: Mapping[str, object]


class Read(NamedTuple):
    """A record as read: its article and its columns."""

    article: str
    columns: Mapping[str, object]


def agreement(ledger: Ledger, one: str, other: str | None = None) -> tuple[Agreement, ...]:
    """Of two coders, and of the machine with each; with one name of the machine with them. Raises UsageError where one judged nothing."""
    standings = ledger.standing()
    names = [name for name in (one, other) if name]
    read = _read(ledger, {(s.judgement.record, s.judgement.record_id) for s in standings})
    views = {name: _views(name, standings, read) for name in names}
    views[MACHINE] = {key: View("accept", found.columns) for key, found in read.items()}
    pairs = [*([(one, other)] if other else []), *((MACHINE, name) for name in names)]
    return tuple(row for a, b in pairs for row in _between(a, b, views, read))


def _between(one: str, other: str, views: Mapping[str, Mapping[Key, View]], read: Mapping[Key, Read]) -> Iterable[Agreement]:
    for kind in CATEGORIES:
        both = {key: (views[one][key], views[other][key]) for key in sorted(views[one].keys() & views[other].keys()) if key[0] == kind}
        if both:
            yield from _on_kind((one, other, kind), both, read)


def _on_kind(names: tuple[str, str, str], both: Mapping[Key, tuple[View, View]], read: Mapping[Key, Read]) -> Iterable[Agreement]:
    kind = names[2]
    verdicts = [(read[key].article, (a.verdict, b.verdict)) for key, (a, b) in both.items()]
    yield from _of_categories(names, "verdict", verdicts)
    kept = {key: pair for key, pair in both.items() if pair[0].columns and pair[1].columns}
    for field in CATEGORIES[kind]:
        named = [(read[key].article, (_named(a.columns[field]), _named(b.columns[field]))) for key, (a, b) in kept.items()]
        yield from _of_categories(names, field, named)
    for field in SPANS[kind]:
        spans = [(read[key].article, (_spans(a.columns.get(field)), _spans(b.columns.get(field)))) for key, (a, b) in both.items()]
        for measure, borders in (("f1", True), ("f1_characters", False)):
            yield _row(names, field, measure, [article for article, _ in spans], f1_of(spans, borders=borders))


def _of_categories(names: tuple[str, str, str], field: str, pairs: list[tuple[str, Pair]]) -> Iterable[Agreement]:
    if pairs:
        articles = [article for article, _ in pairs]
        yield _row(names, field, "agreement", articles, share_of(pairs))
        yield _row(names, field, "kappa", articles, kappa_of(pairs))


def _row(names: tuple[str, str, str], field: str, measure: str, articles: list[str], found: Estimate) -> Agreement:
    return Agreement(*names, field, measure, len(articles), len(set(articles)), *found)


def _views(name: str, standings: Iterable[Standing], read: Mapping[Key, Read]) -> dict[Key, View]:
    """What a coder, by the latest of their own judgements, holds each record to be that they accepted, rejected or corrected."""
    own: dict[Key, list[Judgement]] = defaultdict(list)
    for state, judgement in ((one.state, one.judgement) for one in standings):
        if judgement.judge == name and state in ("holds", "overruled") and judgement.verdict in ("accept", "reject", "correct"):
            own[judgement.record, judgement.record_id].append(judgement)
    if not own:
        raise UsageError(f"nothing that {name!r} judged is current: communique judge list shows who judged what")
    return {key: _view(judgements, read[key].columns) for key, judgements in own.items()}


def _view(judgements: Iterable[Judgement], columns: Mapping[str, object]) -> View:
    """From judgements of one record by one coder, oldest first."""
    verdict, corrected = "accept", dict[str, object]()
    for one in judgements:
        if one.verdict == "correct":
            corrected |= columns_of(one.record, one.field, one.value)
        else:
            verdict = one.verdict
    if verdict == "reject":
        return View("reject", {})
    return View("correct" if corrected else "accept", {**columns, **corrected})


def _read(ledger: Ledger, keys: Iterable[Key]) -> dict[Key, Read]:
    """The machine's current reading of records."""
    found: dict[Key, Read] = {}
    ids = [id for _, id in keys]
    for kind, fields in CATEGORIES.items():
        names = ", ".join(f'"{name}"' for name in (*fields, *SPANS[kind]))
        query = f"SELECT id, article_id, {names} FROM history.{kind}s WHERE superseded_by IS NULL AND list_contains($ids, id)"
        columns, rows = ledger.rows(query, {"ids": ids})
        for id, article, *values in rows:
            found[kind, str(id)] = Read(str(article), dict(zip(columns[2:], values, strict=True)))
    return found


def _named(value: object) -> str:
    """A category: lists without regard to their order."""
    if isinstance(value, list | tuple):
        return ", ".join(sorted(UNKNOWN if one is None else str(one) for one in value)) or UNKNOWN
    return UNKNOWN if value is None else str(value)


def _spans(value: object) -> Spans:
    listed = value if isinstance(value, list | tuple) else [value]
    return frozenset((one["start"], one["end"]) for one in listed if isinstance(one, dict))
