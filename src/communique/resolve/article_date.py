"""When an article was written: from its metadata, its address, its dateline; a missing year from what the text lets one infer.

Each source that speaks must agree with the others; where they contradict each other no date is given, and a Problem lists them.
"""

import re
from collections.abc import Iterator
from datetime import MAXYEAR, MINYEAR, date
from itertools import combinations
from typing import NamedTuple

import msgspec

from communique.lexicon import Lexicon
from communique.model import Article, ArticleDate, Dateline, Problem, Span, Spans
from communique.resolve.calendar import Interval, day_in, month, on
from communique.resolve.date_phrases import partial_at
from communique.resolve.date_reader import Partial, Reader
from communique.resolve.date_words import date_words_of, tokens
from communique.resolve.holding import is_day
from communique.resolve.year_bounds import Bound, bounds_of, weekday_said

MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")  # in addresses, of any language's site
# "/2025/05/26/", "/2025-05-26", "/2025/may/26/", "/20250526/", "/2025/05/"; what stands before and behind is no digit
IN_URL = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)"
    r"(?:(?P<mark>[/-])(?P<month>0?[1-9]|1[0-2]|[a-z]{3})(?:(?P=mark)(?P<day>[0-2]?\d|3[01]))?|(?P<mmdd>[01]\d[0-3]\d))(?=[/_.?#-]|$)",
    re.IGNORECASE,
)
FILED_EARLIER, FILED_LATER = 7, 1  # days a dateline may lie before publication, and after it, since clocks differ
SHOWN = 6  # candidates in a message


class Source(NamedTuple):
    """One place that tells the date: the interval, the rule's name, where it stands in the text (None: metadata)."""

    when: Interval
    rule: str
    span: Span | None = None


def article_date(article: Article, lexicon: Lexicon) -> tuple[ArticleDate | None, tuple[Problem, ...]]:
    """When an article was written, and what spoke against it.

    The day of publication as the metadata give it, else the address's day (or month), else the dateline's. Where the dateline lacks the
    year and nothing else tells, it is inferred from weekdays and bounds in the text, and only if one year fits. None where nothing
    tells, and where sources contradict each other by more than a week.
    """
    written = _written_in(article, lexicon)
    sources = tuple(_sources(article, written))
    if clash := _clash(sources):
        return None, (clash,)
    if sources:
        first = sources[0]
        evidence = (first.span,) if first.span else ()
        return _dated(first.when, f"article.{first.rule}", evidence), ()
    return _inferred(article, written, lexicon) if written and written.month and written.day else (None, ())


def dated(article: Article, lexicon: Lexicon) -> Article:
    """The article with its dateline's date where that is certain, and the Problem where its dates contradict each other."""
    found, problems = article_date(article, lexicon)
    dateline = article.dateline
    if dateline and found and found.day and dateline.date is None:
        day = _filed(_written_in(article, lexicon), date.fromisoformat(found.day))
        dateline = msgspec.structs.replace(dateline, date=day.isoformat() if day else None)
    elif dateline and found is None and problems:
        dateline = msgspec.structs.replace(dateline, date=None)
    fresh = tuple(problem for problem in problems if problem not in article.problems)  # dated twice, told once
    return msgspec.structs.replace(article, dateline=dateline, problems=article.problems + fresh)


def _filed(written: Partial | None, published: date) -> date | None:
    """The day of a dateline: its own near publication, the day of publication where it has none."""
    if written is None or written.day is None or written.month is None:
        return published
    candidates = [day_in(number, written.month, written.day) for number in (published.year - 1, published.year, published.year + 1)]
    return next((day for day in candidates if day and -FILED_LATER <= (published - day).days <= FILED_EARLIER), None)


def _dated(when: Interval, rule: str, evidence: Spans) -> ArticleDate:
    return ArticleDate(when.earliest.isoformat(), when.latest.isoformat(), rule, evidence)


# --- What tells it ------------------------------------------------------------------------------------------------------------------------


def _sources(article: Article, written: Partial | None) -> Iterator[Source]:
    """Metadata, address, dateline, in the order in which they are trusted."""
    if article.published and is_day(article.published[:10]):
        yield Source(on(date.fromisoformat(article.published[:10])), "published")
    if article.url and (when := date_in_url(article.url)):
        yield Source(when, "url")
    if article.dateline and (filed := _filed_on(article.dateline, written)):
        yield Source(on(filed), "dateline", article.dateline.span)


def _filed_on(dateline: Dateline, written: Partial | None) -> date | None:
    """The dateline's day, where it is known or wholly written."""
    if dateline.date and is_day(dateline.date):
        return date.fromisoformat(dateline.date)
    return day_in(written.year, written.month, written.day) if written and written.year and written.month and written.day else None


def date_in_url(url: str) -> Interval | None:
    """The day or month that an address holds; None where it holds none or several."""
    path = url.split("://", 1)[-1].partition("/")[2]
    found = {when for match in IN_URL.finditer("/" + path) if (when := _in_match(match))}
    exact = {when for when in found if when.earliest == when.latest} or found
    return next(iter(exact)) if len(exact) == 1 else None


def _in_match(match: re.Match[str]) -> Interval | None:
    number, name, day, digits = int(match["year"]), match["month"], match["day"], match["mmdd"]
    if digits:
        found = day_in(number, int(digits[:2]), int(digits[2:]))
        return on(found) if found else None
    if not name.isdecimal() and name.lower() not in MONTH_NAMES:
        return None
    in_year = int(name) if name.isdecimal() else MONTH_NAMES.index(name.lower()) + 1
    if day is None:
        return month(number, in_year) if match["mark"] == "/" else None
    found = day_in(number, in_year, int(day))
    return on(found) if found else None


def _written_in(article: Article, lexicon: Lexicon) -> Partial | None:
    """The day, month and year written in the dateline."""
    if article.dateline is None:
        return None
    span = article.dateline.span
    reader = Reader(tokens(article.text, span.start, span.end), date_words_of(lexicon), None)
    found = (partial_at(reader, i) for i in range(reader.count))
    return next((partial for partial in found if partial and partial.day and partial.month), None)


def _clash(sources: tuple[Source, ...]) -> Problem | None:
    """What to say where two sources lie more than a week apart."""
    for one, other in combinations(sources, 2):
        gap = max((one.when.earliest - other.when.latest).days, (other.when.earliest - one.when.latest).days)
        if gap > FILED_EARLIER:
            named = ", ".join(f"{source.rule} {shown(source.when)}" for source in sources)
            return Problem("resolve", f"the article's dates contradict each other, none was taken: {named}", one.span or other.span)
    return None


def shown(when: Interval) -> str:
    """An interval in a message: "2020-12-24", "2020-12-01..2020-12-31"."""
    first, last = when.earliest.isoformat(), when.latest.isoformat()
    return first if first == last else f"{first}..{last}"


# --- The year -----------------------------------------------------------------------------------------------------------------------------


def _inferred(article: Article, written: Partial, lexicon: Lexicon) -> tuple[ArticleDate | None, tuple[Problem, ...]]:
    """The one year in which a dateline's day agrees with the weekdays and lies within the bounds of the text."""
    bounds = tuple(bounds_of(article, lexicon))
    lowest = max((bound for bound in bounds if bound.is_lower), key=lambda b: b.day, default=None)
    highest = min((bound for bound in bounds if not bound.is_lower), key=lambda b: b.day, default=None)
    if lowest is None or highest is None:
        return None, ()
    within = [day for day in _days(written, lowest.day.year, highest.day.year) if lowest.day <= day <= highest.day]
    weekday = weekday_said(article, lexicon)
    fitting = [day for day in within if weekday is None or (day.weekday() - weekday.number) % 7 in (0, 1)]
    if len(fitting) != 1:
        return None, _undecided(article, written, fitting, lowest, highest)
    said = (weekday.span,) if weekday else ()
    rules = ["dateline", "weekday" if said else "", f"after-{lowest.rule}", f"before-{highest.rule}"]
    assert article.dateline is not None
    evidence = (article.dateline.span, *said, lowest.span, highest.span)
    return _dated(on(fitting[0]), "article." + "+".join(filter(None, rules)), evidence), ()


def _days(written: Partial, first: int, last: int) -> list[date]:
    """The dateline's day in each of some years."""
    years = range(max(first, MINYEAR), min(last, MAXYEAR) + 1)
    return [day for number in years if (day := day_in(number, written.month or 1, written.day or 1))]


def _undecided(article: Article, written: Partial, fitting: list[date], lowest: Bound, highest: Bound) -> tuple[Problem, ...]:
    """Why the dateline's year stays open: none fits, or several do."""
    span = article.dateline.span if article.dateline else None
    limits = ", ".join(f"{name} {b.day.isoformat()} ({b.span.of(article.text)})" for name, b in (("after", lowest), ("before", highest)))
    if not fitting:
        named = ", ".join(day.isoformat() for day in _days(written, lowest.day.year - 1, highest.day.year + 1)[:SHOWN])
        return (Problem("resolve", f"the dateline's year contradicts the text: {limits}; candidates {named}", span),)
    named = ", ".join(day.isoformat() for day in fitting[:SHOWN])
    return (Problem("resolve", f"the dateline's year stays open: {limits}; candidates {named}", span),)
