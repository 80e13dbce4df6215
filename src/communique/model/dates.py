"""Times that a text names, as intervals of days; bounds are ISO dates, unknown is None."""

from typing import Literal

from communique.model.base import Record
from communique.model.span import Span, Spans

Direction = Literal["past", "future"]


class DateExpression(Record, frozen=True):
    """A time named in a text: the interval named, which a preposition does not open ("by March" is March).

    span            the words with their preposition ("by the beginning of 2021")
    earliest        first day of the interval; None where it is unknown or open
    latest          last day of the interval; None where it is unknown or open
    assumed_latest  an estimate where the words are vague ("in the coming months"); never repeated in `latest`
    rule            how the words were read ("en.date.weekday")
    preposition     the one before the words, in its plainest form ("by" for "no later than"); None without one
    is_duration     how long, not when ("for two weeks"); it has no bounds
    open            what would have to be known where a bound is missing ("the year", "the article's date"); None otherwise
    """

    span: Span
    earliest: str | None
    latest: str | None
    assumed_latest: str | None
    rule: str
    preposition: str | None = None
    is_duration: bool = False
    open: str | None = None


class ArticleDate(Record, frozen=True):
    """When an article was written: one day, or the interval it lies in.

    earliest, latest  ISO dates, equal where the day is known
    rule              what it rests on ("article.url"), inferences joined by "+"
    evidence          where the text shows it; empty where it stands in the metadata
    """

    earliest: str
    latest: str
    rule: str
    evidence: Spans = ()

    @property
    def day(self) -> str | None:
        """The day as ISO date, None where only an interval is known."""
        return self.earliest if self.earliest == self.latest else None
