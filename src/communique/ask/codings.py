"""Articles with the events that were read in them, as codings again, for exports."""

from collections.abc import Iterator

from communique.ask.days import Day, day, moment
from communique.ask.question import asked
from communique.ask.records import Row, event_of, iso, span_of
from communique.ledger import Ledger
from communique.model import Article, Coder, Coding, Dateline


def codings(ledger: Ledger, *, since: Day = None, until: Day = None, recorded: Day = None) -> Iterator[Coding]:
    """A coding for each article in which events were read: the article and its events, without layout, statements and the rest."""
    answer = asked(ledger, "codings", since=day(since, "since"), until=day(until, "until"), recorded=moment(recorded, "recorded"))
    for row in answer.rows():
        yield _coding(dict(zip(answer.columns, row, strict=True)))


def _coding(row: Row) -> Coding:
    coder = Coder(*(row[name] for name in ("version", "lexicon_sha256", "pipeline_sha256", "settings_sha256", "kernel", "weights_sha256")))
    return Coding(_article(row), (), (), (), tuple(map(event_of, row["events"])), (), coder)


def _article(row: Row) -> Article:
    """The article; of its dateline the day only where it is another than that of publication."""
    is_told = row["day"] and not (row["published"] or "").startswith(str(row["day"]))
    dateline = (
        Dateline(span_of(row["dateline"]), row["place"], row["agency"], iso(row["day"]) if is_told else None) if row["dateline"] else None
    )
    own = {name: row[name] for name in ("text_sha256", "text", "url", "title", "outlet", "byline", "published", "language")}
    return Article(id=row["article_id"], dateline=dateline, **own)
