"""Times named in a text as intervals [earliest, latest], each with its span and the rule that read it.

The interval is the one named: a preposition does not open it ("by March" and "until March" are March) but is kept. What has to be
inferred is inferred from the article's date, never from today's.
"""

from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache

from communique.lexicon import Lexicon
from communique.lexicon.entries import DateSort
from communique.model import DateExpression, Direction, Span
from communique.resolve import date_amounts as amounts
from communique.resolve import date_periods as periods
from communique.resolve import date_phrases as phrases
from communique.resolve.calendar import Interval, joined, year
from communique.resolve.date_reader import ANCHOR, Named, Partial, Reader
from communique.resolve.date_words import DateWords, Tokens, date_words_of, tokens

Rule = Callable[[Reader, int], Named | None]
# Which sorts of words a rule's phrases begin with. A token's rules are tried in this order; the first that reads words there has them.
RULES: tuple[tuple[Rule, tuple[DateSort, ...]], ...] = (
    (periods.fixed, ("fixed",)),
    (periods.holiday, ("holiday", "movable")),
    (periods.named_day, ("named day", "elsewhere")),
    (periods.rest, ("rest",)),
    (periods.ordinal, ("ordinal",)),
    (periods.code, ("quarter code", "half code")),
    (amounts.soon, ("soon",)),
    (amounts.stretch, ("stretch",)),
    (periods.modified, ("modifier",)),
    (periods.part, ("part",)),
    (periods.early, ("early",)),
    (periods.possessive, ("unit",)),
    (periods.ending, ("unit",)),
    (periods.fiscal, ("fiscal",)),
    (periods.decade_or_century, ("decade",)),
    (phrases.written_date, ("month", "short month", "weekday", "short weekday", "ordinal")),
    (periods.season_named, ("season",)),
    (amounts.counted, ("few", "number", "unit", "short unit")),
)
OF_DIGITS: tuple[Rule, ...] = (
    periods.ordinal, periods.fiscal, periods.decade_or_century, phrases.written_date, amounts.counted, phrases.year_alone,
)  # fmt: skip
REACH = 7  # tokens between the first of a time and the first that tells that it is one


def find_dates(
    text: str, start: int, end: int, anchor: Interval | date | None, lexicon: Lexicon, direction: Direction | None = None
) -> tuple[DateExpression, ...]:
    """The times named in `text[start:end]`, in order and without overlap.

    anchor     when it was written: the day, the interval that day lies in, or None; relative times are counted from it
    direction  what the caller knows of weekdays and months without year: past or to come; None: the verbs and prepositions tell
    """
    found, words = tokens(text, start, end), date_words_of(lexicon)
    if isinstance(anchor, Interval) and anchor.earliest == anchor.latest:
        anchor = anchor.earliest
    if not isinstance(anchor, Interval):
        return tuple(_expressions(found, words, anchor, direction, lexicon.language))
    early = _expressions(found, words, anchor.earliest, direction, lexicon.language)
    late = {seen.span: seen for seen in _expressions(found, words, anchor.latest, direction, lexicon.language)}
    return tuple(_widened(seen, late[seen.span]) for seen in early if seen.span in late)


def _widened(early: DateExpression, late: DateExpression) -> DateExpression:
    """A time seen from the first and the last day on which an article may have been written."""
    if (early.earliest, early.latest) == (late.earliest, late.latest):
        return early
    earliest = early.earliest and late.earliest and min(early.earliest, late.earliest)
    latest = early.latest and late.latest and max(early.latest, late.latest)
    assumed = early.assumed_latest and late.assumed_latest and max(early.assumed_latest, late.assumed_latest)
    return DateExpression(early.span, earliest, latest, assumed, early.rule, early.preposition, early.is_duration, early.open or late.open)


def _expressions(
    found: Tokens, words: DateWords, anchor: date | None, direction: Direction | None, language: str
) -> Iterator[DateExpression]:
    reader, at, free = Reader(found, words, anchor, direction), 0, 0
    for i in _places(found.lower, words):
        if i < at:
            continue
        if skipped := reader.take("no date", i):
            at = skipped.end
        elif named := _named_at(reader, i):
            at = named.end
            yield _expression(reader, named, i, free, language)
            free = at


def _places(lower: list[str], words: DateWords) -> Iterator[int]:
    """The tokens at which a time may begin: those shortly before a word that tells of time, and the word itself."""
    telling, rules, behind = words.telling, _rules_of(words), 0
    for i in [i for i, word in enumerate(lower) if word in telling or word < ":"]:  # marks and digits sort before letters
        if lower[i] in telling or (len(lower[i]) > 2 and _is_digits(lower[i])):
            yield from [at for at in range(max(behind, i - REACH), i + 1) if lower[at] in rules or _is_digits(lower[at])]
            behind = i + 1


def _is_digits(word: str) -> bool:
    """True for "24th", "1990s", "'90s"."""
    return "/" < word < ":" or "'/" < word < "':"


@lru_cache(maxsize=8)
def _rules_of(words: DateWords) -> dict[str, tuple[Rule, ...]]:
    """The rules for each word that a time may begin with, and for the words with which none may."""
    rules: dict[str, tuple[Rule, ...]] = dict.fromkeys(words.tables["no date"], ())
    for rule, sorts in RULES:
        for word in {word for sort in sorts for word in words.tables[sort]}:
            rules[word] = (*rules.get(word, ()), rule)
    return rules


def _named_at(r: Reader, i: int) -> Named | None:
    """The time that begins at a token, or the range of two."""
    word = r.lower[i]
    rules = _rules_of(r.words).get(word, ())
    if word[0].isdecimal():
        rules = (*rules, _days_of_one_month, *OF_DIGITS)
    elif word[0] == "'":
        rules = (*rules, periods.decade_or_century)
    for rule in rules:
        if named := rule(r, i):
            return _range(r, named, i) or named
    return None


# --- Ranges -------------------------------------------------------------------------------------------------------------------------------


def _range(r: Reader, first: Named, i: int) -> Named | None:
    """ "from 2015 to 2018", "between March and May", "March 31 to April 2", "December 24-26"."""
    preposition = r.before("preposition", r.skip_back(i))
    opener = preposition.value if preposition else ""
    link = r.take("range", first.end)
    if link is None or first.is_duration or not _links(r, opener, first, link.value, first.end):
        return None
    last = _last_of(r, first, link.end, opener in ("from", "between"))
    if last is None or (last.when is None and last.open is None):
        return None
    return _joined(r, first, last)


def _links(r: Reader, opener: str, first: Named, value: str, at: int) -> bool:
    """True where a word between two times makes them a range: "and" behind "between" alone, a dash between two dates."""
    if r.word(at) == "and":
        return opener == "between"
    return opener in ("from", "between") or (first.partial is not None and value == "from")


def _last_of(r: Reader, first: Named, at: int, is_opened: bool) -> Named | None:
    """The end of a range, completed from its beginning: "24-26", "2015-18", "Monday to Friday"."""
    at = r.skip(at, "the") if is_opened else at
    p = first.partial
    if p and p.day and p.month and (day := phrases.day_at(r, at, is_second=True)) and phrases.month_at(r, r.skip(at + 1, "of")) is None:
        end, written = phrases.following_year(r, at + 1)
        return phrases.completed(r, Partial(end, written or p.year, p.month, day), at)
    if p and p.year and p.month is None:
        return _last_year(r, p.year, at)
    partial = phrases.partial_at(r, at, is_sure=True)
    if partial and first.when and partial.year is None:
        return phrases.after(r, partial, first.when, at)
    if partial:
        return phrases.completed(r, partial, at)
    return periods.period_at(r, at) if is_opened else None


def _last_year(r: Reader, first: int, at: int) -> Named | None:
    """The second year of "2015-2018", "2015-18"."""
    if named := phrases.year_named(r, at):
        return named if named.when and named.when.earliest.year >= first else None
    word = r.word(at)
    if len(word) != 2 or not word.isdecimal() or not r.tokens.touches(at) or int(word) <= first % 100:
        return None
    return Named(at + 1, "year", year(first // 100 * 100 + int(word)))


def _joined(r: Reader, first: Named, last: Named) -> Named | None:
    begin, end = first.when, last.when
    floats = last.floats or (first.floats and last.floats)
    if first.partial and first.partial.year is None and last.partial and last.partial.year and end:
        begin, floats = phrases.before(first.partial, end), False
    elif first.floats:
        floats = True
    if begin is None or end is None:
        return Named(last.end, "range", open=first.open or last.open or "both ends")
    return Named(last.end, "range", joined(begin, end), floats=floats) if begin.earliest <= end.latest else None


def _days_of_one_month(r: Reader, i: int) -> Named | None:
    """ "24-26 December 2020", "from 24 to 26 December"."""
    day = phrases.day_at(r, i)
    link = r.take("range", i + 1) if day else None
    if day is None or link is None or not phrases.day_at(r, link.end, is_second=True):
        return None
    if link.value == "between" and (not (before := r.before("preposition", i)) or before.value != "between") and r.word(i + 1) == "and":
        return None
    last = phrases.day_first(r, link.end, is_second=True)
    if last is None or last.day is None or last.day < day:
        return None
    end = phrases.completed(r, last, i)
    return end._replace(rule="range", when=end.when and Interval(end.when.earliest.replace(day=day), end.when.latest))


# --- Records ------------------------------------------------------------------------------------------------------------------------------


def _expression(r: Reader, named: Named, i: int, free: int, language: str) -> DateExpression:
    """The record of a time, its preposition and the words between taken into the span."""
    start, preposition = _beginning(r, i, free)
    span = Span(r.tokens.start(start), r.tokens.end(named.end - 1))
    rule = f"{language}.date.{named.rule}"
    if named.floats and not r.is_anchored:
        return DateExpression(span, None, None, None, rule, preposition, named.is_duration, named.open or ANCHOR)
    earliest, latest = named.when or (named.earliest, named.latest)
    open_ = None if named.when or named.is_duration else named.open or ANCHOR
    return DateExpression(span, _iso(earliest), _iso(latest), _iso(named.assumed), rule, preposition, named.is_duration, open_)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _beginning(r: Reader, i: int, free: int) -> tuple[int, str | None]:
    """The token at which the words begin with their preposition, and the preposition."""
    start = i
    while start > free and (r.word(start - 1) in ("the", "another") or (r.word(start - 1) == "year" and r.word(start).isdecimal())):
        start -= 1
    while r.number(i) and (taken := r.before("more", start) or r.before("nearly", start)) and taken.end >= free:
        start = taken.end
    preposition = r.before("preposition", start) or r.before("preposition", i)
    if preposition is None or preposition.end < free or preposition.value == "of":
        return start, None
    return preposition.end, preposition.value
