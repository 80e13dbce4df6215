"""What a text betrays about when it was written: terms that are not older, years it looks back on or forward to, its weekdays."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from communique.lexicon import Lexicon
from communique.lexicon.entries import DatedTerm
from communique.model import Article, DateExpression, Span
from communique.resolve.date_reader import Reader
from communique.resolve.date_words import date_words_of, tokens
from communique.resolve.dates import find_dates

OPEN_ENDED = ("by", "until", "before", "to", "towards", "for", "within")  # "was barred until 2030" looks back on no 2030
LEAD = 3  # paragraphs in which a weekday is that of the report


class Bound(NamedTuple):
    """A day before or after which a text was written, how that was told, and where."""

    day: date
    is_lower: bool
    rule: str
    span: Span


class Weekday(NamedTuple):
    """A weekday (Monday is 0) on which something is reported to have happened."""

    number: int
    span: Span


def bounds_of(article: Article, lexicon: Lexicon) -> Iterator[Bound]:
    """All bounds that the body of an article gives."""
    yield from _terms(article, lexicon)
    for paragraph in article.layout.body:
        reader = Reader(tokens(article.text, paragraph.start, paragraph.end), date_words_of(lexicon), None)
        for expression in find_dates(article.text, paragraph.start, paragraph.end, None, lexicon):
            if bound := _bound(reader, expression):
                yield bound


def weekday_said(article: Article, lexicon: Lexicon) -> Weekday | None:
    """The first weekday of the lead about which nothing says that it is to come."""
    words = date_words_of(lexicon)
    for paragraph in article.layout.body[:LEAD]:
        reader = Reader(tokens(article.text, paragraph.start, paragraph.end), words, None)
        for i in range(reader.count):
            value = reader.value("weekday", i)
            if value and reader.is_capital(i) and not reader.before("modifier", i) and reader.direction(i) != "future":
                return Weekday(int(value), Span(reader.tokens.start(i), reader.tokens.end(i)))
    return None


def _terms(article: Article, lexicon: Lexicon) -> Iterator[Bound]:
    """The latest terms first: one is enough."""
    for since, pattern in _dated_terms(lexicon.dated_terms):
        for paragraph in article.layout.body:
            if match := pattern.search(article.text, paragraph.start, paragraph.end):
                yield Bound(since, True, "term", Span(*match.span()))
                return


@lru_cache(maxsize=8)
def _dated_terms(entries: tuple[DatedTerm, ...]) -> tuple[tuple[date, re.Pattern[str]], ...]:
    """The terms' first day and what finds them, the latest first."""
    found = [(_first_day(entry.since), rf"\b(?:{'|'.join(map(re.escape, entry.terms))})\b") for entry in entries]
    return tuple((day, re.compile(pattern)) for day, pattern in sorted(found, reverse=True))


def _first_day(since: str) -> date:
    """The first day of a day, month or year."""
    return date.fromisoformat(since + "-01-01"[len(since) - 4 :])


def _bound(reader: Reader, expression: DateExpression) -> Bound | None:
    """A year named: looked back on, a lower bound; looked forward to by somebody who speaks now, an upper one."""
    if expression.earliest is None or expression.latest is None:
        return None
    first = next(i for i in range(reader.count) if reader.tokens.end(i) > expression.span.start)
    at = next(i for i in range(first, reader.count) if reader.tokens.end(i) >= expression.span.end)
    direction = "past" if expression.preposition == "since" else reader.direction(first)
    if direction == "past" and expression.preposition not in OPEN_ENDED:
        return Bound(date.fromisoformat(expression.earliest), True, "text", expression.span)
    is_future = direction == "future" or expression.preposition == "by"
    if not is_future or _is_told(reader, first, at):
        return None
    return Bound(date.fromisoformat(expression.latest), False, "text", expression.span)


def _is_told(reader: Reader, first: int, at: int) -> bool:
    """True where a verb of the past in the sentence may make a time to come one that is over."""
    begin, end = first, at
    while begin > 0 and not reader.ends_sentence(begin - 1):
        begin -= 1
    while end + 1 < reader.count and not reader.ends_sentence(end + 1):
        end += 1
    is_past_before = any(reader.tells_past(i) for i in range(begin, first))
    return is_past_before or any(reader.value("direction", i) == "past" for i in range(at + 1, end + 1))
