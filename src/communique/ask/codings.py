"""Articles with the events that were read in them, as codings again, for exports."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from communique.ask.days import Day, day, moment
from communique.ask.question import asked
from communique.ledger import Ledger
from communique.model import Article, Coder, Coding, Dateline, Event, EventDate, Location, Participant, Span

Row = dict[str, Any]


def codings(ledger: Ledger, *, since: Day = None, until: Day = None, recorded: Day = None) -> Iterator[Coding]:
    """A coding for each article in which events were read: the article and its events, without layout, statements and the rest."""
    answer = asked(ledger, "codings", since=day(since, "since"), until=day(until, "until"), recorded=moment(recorded, "recorded"))
    for row in answer.rows():
        yield _coding(dict(zip(answer.columns, row, strict=True)))


def _coding(row: Row) -> Coding:
    coder = Coder(*(row[name] for name in ("version", "lexicon_sha256", "pipeline_sha256", "settings_sha256", "kernel", "weights_sha256")))
    return Coding(_article(row), (), (), (), tuple(map(_event, row["events"])), (), coder)


def _article(row: Row) -> Article:
    """The article; of its dateline the day only where it is another than that of publication."""
    is_told = row["day"] and not (row["published"] or "").startswith(str(row["day"]))
    dateline = (
        Dateline(_span(row["dateline"]), row["place"], row["agency"], _iso(row["day"]) if is_told else None) if row["dateline"] else None
    )
    own = {name: row[name] for name in ("text_sha256", "text", "url", "title", "outlet", "byline", "published", "language")}
    return Article(id=row["article_id"], dateline=dateline, **own)


def _event(row: Row) -> Event:
    when, where = row["date_rule"], row["location"]
    return Event(
        id=row["id"], event=row["event"], mode=tuple(row["mode"]), context=tuple(row["context"]), cameo=row["cameo"],
        trigger=_span(row["trigger"]), actor=tuple(map(_participant, row["actor"])), recipient=tuple(map(_participant, row["recipient"])),
        date=EventDate(_iso(row["date_earliest"]), _iso(row["date_latest"]), when) if when else None,
        location=Location(_span(where), row["location_name"], row["location_country"]) if where else None,
        auxiliary=tuple(row["auxiliary"]), statement=row["statement_id"], rule=row["rule"], confidence=row["confidence"],
    )  # fmt: skip


def _participant(side: Row) -> Participant:
    return Participant(_span(side["span"]), side["name"], side["country"], side["sector"])


def _span(stretch: Row) -> Span:
    return Span(stretch["start"], stretch["end"])


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
