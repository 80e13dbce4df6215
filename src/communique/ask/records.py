"""Rows of the ledger's tables as the records they were made of."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from communique.model import (
    Article,
    Commitment,
    Dateline,
    Deadline,
    Event,
    EventDate,
    Layout,
    Location,
    Participant,
    Position,
    Relay,
    Span,
    Spans,
    Speaker,
    Statement,
    Texts,
)

Row = dict[str, Any]


def article_of(row: Row) -> Article:
    """The article of a row of `articles`; the day of its dateline stands in its column `day`."""
    own = {name: row[name] for name in ("id", "text_sha256", "text", "url", "title", "outlet", "byline", "published", "language")}
    dateline = Dateline(span_of(row["dateline"]), row["place"], row["agency"], iso(row["day"])) if row["dateline"] else None
    layout = Layout(**{part: _spans(row["layout"][part]) for part in Layout.__struct_fields__})
    return Article(dateline=dateline, layout=layout, **own)


def statement_of(row: Row, relays: Iterable[Row] = ()) -> Statement:
    """The statement of a row of `statements`, with those of `relays` that are its own, in their order."""
    own = {name: row[name] for name in ("id", "kind", "manner", "act", "parent", "rule", "confidence")}
    spans: Row = {name: maybe_span(row[name]) for name in ("source", "cue", "addressee")}
    via = tuple(Relay(one["name"], span_of(one["span"])) for one in relays)
    return Statement(content=_spans(row["content"]), speaker=_speaker(row), via=via, targets=tuple(row["targets"] or ()), **spans, **own)


def _speaker(row: Row) -> Speaker | None:
    if row["speaker_rule"] is None:
        return None
    return Speaker(
        _alone(row["speaker_names"]), _alone(row["speaker_countries"]), row["speaker_role"], row["speaker_title"], row["actor_id"],
        row["speaker_rule"], _spans(row["speaker_evidence"]),
    )  # fmt: skip


def _alone(texts: Sequence[str | None] | None) -> Texts:
    """One text as it is, several as a tuple."""
    return (texts[0] if len(texts) == 1 else tuple(texts)) if texts else None


def position_of(row: Row) -> Position:
    """The position of a row of `positions`."""
    own = {name: row[name] for name in ("id", "issue", "stance", "rule", "confidence")}
    grounds, kinds = _spans(row["grounds"]), tuple(row["ground_kinds"] or ())
    return Position(
        holder=tuple(row["holder"]), evidence=span_of(row["evidence"]), grounds=grounds,
        ground_kinds=kinds if len(kinds) == len(grounds) else (None,) * len(grounds), statement=row["statement_id"], **own,
    )  # fmt: skip


def commitment_of(row: Row) -> Commitment:
    """The commitment of a row of `commitments`."""
    own = {name: row[name] for name in ("id", "beneficiary", "strength", "rule", "confidence")}
    return Commitment(
        committer=tuple(row["committer"]), action=span_of(row["action"]), condition=maybe_span(row["condition"]),
        deadline=_deadline(row), statement=row["statement_id"], **own,
    )  # fmt: skip


def _deadline(row: Row) -> Deadline | None:
    """By when; a deadline that somebody gave in a judgement has no words, and points at the action's."""
    earliest, latest, assumed = (iso(row[f"deadline_{end}"]) for end in ("earliest", "latest", "assumed"))
    if row["deadline"] is None and earliest is latest is None:
        return None
    return Deadline(span_of(row["deadline"] or row["action"]), earliest, latest, assumed, row["deadline_rule"] or "judged")


def event_of(row: Row) -> Event:
    """The event of a row of `events`; a side that somebody gave in a judgement has no words, and points at the trigger's."""
    sides = {part: tuple(_participant(side, row["trigger"]) for side in row[part] or ()) for part in ("actor", "recipient")}
    when, where = row["date_rule"], row["location"]
    return Event(
        id=row["id"], event=row["event"], mode=tuple(row["mode"]), context=tuple(row["context"]), cameo=row["cameo"],
        trigger=span_of(row["trigger"]), **sides,
        date=EventDate(iso(row["date_earliest"]), iso(row["date_latest"]), when) if when else None,
        location=Location(span_of(where), row["location_name"], row["location_country"]) if where else None,
        auxiliary=tuple(row["auxiliary"]), statement=row["statement_id"], rule=row["rule"], confidence=row["confidence"],
    )  # fmt: skip


def _participant(side: Row, trigger: Row) -> Participant:
    return Participant(span_of(side["span"] or trigger), side["name"], side["country"], side["sector"])


def span_of(stretch: Row) -> Span:
    """A span of the ledger's own type."""
    return Span(stretch["start"], stretch["end"])


def maybe_span(stretch: Row | None) -> Span | None:
    """The same where there is one."""
    return span_of(stretch) if stretch else None


def iso(day: date | None) -> str | None:
    """A day as ISO 8601 writes it."""
    return day.isoformat() if day else None


def _spans(stretches: Iterable[Row] | None) -> Spans:
    return tuple(map(span_of, stretches or ()))
