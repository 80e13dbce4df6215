"""Dates as written: days, months, weekdays and years in all English orders, and what is left out of them inferred."""

from datetime import date

from communique.resolve.calendar import Interval, choose, day_in, days, month, neighbour, on, weekday_near, year
from communique.resolve.date_reader import Named, Partial, Reader

EARLIEST_YEAR, LATEST_YEAR = 1000, 2199
CENTURY_TURNS = 50  # two-digit years from here on are 19xx
FIRST_MODERN_YEAR = 1900
NO_YEAR_AFTER = ("at", "over", "around", "on", "for", "towards", "within")
STEPS = {"next": 1, "last": -1, "this": 0}
YEARS_TRIED = 8  # leap days, and weekdays that must agree


def written_date(r: Reader, i: int) -> Named | None:
    """A date that begins at a token: a day, a month or a weekday, as written."""
    partial = partial_at(r, i)
    return completed(r, partial, i) if partial else None


def partial_at(r: Reader, i: int, is_sure: bool = False) -> Partial | None:
    """What is written of a date; `is_sure` where a date must stand, so that "May" is a month."""
    return numeric(r, i) or day_first(r, i) or month_first(r, i, is_sure) or weekday_first(r, i)


def month_at(r: Reader, i: int) -> tuple[int, int] | None:
    """A month's number and the token behind it and its point."""
    value, short = r.value("month", i), r.value("short month", i)
    if not (value or short) or not r.is_capital(i):
        return None
    return int(value or short or 0), r.skip(i + 1, ".") if short else i + 1


def year_at(r: Reader, i: int) -> int | None:
    """A year in four digits."""
    word = r.word(i)
    if len(word) != 4 or not (word.isascii() and word.isdecimal()) or not EARLIEST_YEAR <= int(word) <= LATEST_YEAR:
        return None
    return None if r.word(i + 1) == "," and r.tokens.touches(i + 1) and len(r.word(i + 2)) == 3 and r.word(i + 2).isdecimal() else int(word)


def day_at(r: Reader, i: int, is_second: bool = False) -> int | None:
    """A day of a month: "24", "24th", "first"; no time ("10:30"), percentage or part of a number, unless it is the second of "24-26"."""
    word = r.word(i)
    digits = word[:-2] if word[-2:] in ("st", "nd", "rd", "th") else word
    if not digits.isascii() or not digits.isdecimal():
        ordinal = r.value("ordinal", i)
        return int(ordinal) if ordinal and int(ordinal) > 0 else None
    if not 1 <= int(digits) <= 31 or len(digits) > 2 or (r.is_cut(i) and not is_second) or r.word(i + 1) == "%":
        return None
    goes_on = r.tokens.touches(i + 1) and r.tokens.touches(i + 2) if i + 2 < len(r.lower) else False
    return None if goes_on and r.word(i + 1) in ".,:" and r.word(i + 2).isdecimal() else int(digits)


def month_first(r: Reader, i: int, is_sure: bool = False) -> Partial | None:
    """ "December 24, 2020", "Dec. 24th", "December 2020", "December"."""
    found = month_at(r, i)
    if found is None:
        return None
    number, end = found
    if (day := day_at(r, end)) and not r.value("ordinal", end):
        end, written = following_year(r, end + 1)
        return Partial(end, written, number, day)
    end, written = following_year(r, end)
    if written is None and (r.value("short month", i) or not (is_sure or is_month(r, i, end))):
        return None
    return Partial(end, written, number)


def is_month(r: Reader, i: int, end: int) -> bool:
    """True unless a month's word is a verb or a name ("May", "March", "August") and nothing beside it shows a time."""
    if r.value("homonym", i) is None or r.word(i - 1) == "-":
        return True
    around_it = ("preposition", "modifier", "early", "stretch")
    if not any(r.before(sort, i) for sort in around_it):  # type: ignore[arg-type]
        return False
    return not r.is_capital(end) or r.is_in_capitals(end)


def following_year(r: Reader, i: int) -> tuple[int, int | None]:
    """The year behind a day or month: "2020", ", 2020", "of last year"; the token behind it."""
    at = r.skip(i, ",")
    if (written := year_at(r, at)) and not r.is_cut(at):
        return at + 1, written
    at = r.skip(i, "of", "in")
    if at > i and (written := year_at(r, at)):
        return at + 1, written
    modifier = r.take("modifier", at)
    if modifier and r.word(modifier.end) == "year" and r.is_anchored:
        return modifier.end + 1, r.today.year + STEPS[modifier.value]
    return i, None


def day_first(r: Reader, i: int, is_second: bool = False) -> Partial | None:
    """ "24 December 2020", "24th of December", "24-Dec-2020", "24 DEC 88", "24 of this month"; `is_second`: as in `day_at`."""
    day = day_at(r, i, is_second)
    if day is None:
        return None
    at = r.skip(i + 1, "of", "-")
    if (r.value("ordinal", i) and r.word(at - 1) != "of") or (found := month_at(r, at)) is None:
        return day_of_month(r, i, day)
    number, end = found
    tail = r.skip(end, "-") if r.word(i + 1) == "-" else end
    end, written = following_year(r, tail)
    if written is None and (short := short_year(r, tail, at)):
        end, written = tail + 1, short
    return Partial(end if written else found[1], written, number, day)


def short_year(r: Reader, i: int, month_token: int) -> int | None:
    """The year of "24 DEC 88": two digits behind a short month or capitals, with no noun behind that they could count."""
    word = r.word(i)
    if len(word) != 2 or not (word.isascii() and word.isdecimal()) or not _is_short(r, month_token):
        return None
    return None if r.word(i + 1).isalpha() else int(word) + (1900 if int(word) >= CENTURY_TURNS else 2000)


def _is_short(r: Reader, i: int) -> bool:
    """True for a month cut short or in capitals ("DEC", "Sept", "MAY")."""
    return len(r.word(i)) <= 4 or r.is_in_capitals(i)


def day_of_month(r: Reader, i: int, day: int) -> Partial | None:
    """ "the 24th of this month", "on 24 of last month"."""
    modifier = r.take("modifier", i + 2) if r.word(i + 1) == "of" else None
    if modifier is None or r.word(modifier.end) != "month" or not r.is_anchored or r.value("ordinal", i):
        return None
    first = neighbour(r.today, STEPS[modifier.value], "month").earliest
    return Partial(modifier.end + 1, first.year, first.month, day)


def numeric(r: Reader, i: int) -> Partial | None:
    """ "2020-12-24", "2020/12/24", "24/12/2020", "24.12.2020"; a day that may be a month is left out."""
    mark = r.word(i + 1)
    if (
        mark not in ("-", "/", ".")
        or r.word(i + 3) != mark
        or r.is_cut(i)
        or not all(r.tokens.touches(i + n) for n in range(1, 5) if i + n < len(r.lower))
    ):
        return None
    parts = [r.word(i + n) for n in (0, 2, 4)]
    if not all(part.isascii() and part.isdecimal() for part in parts):
        return None
    if len(parts[0]) == 4:
        return checked(i + 5, int(parts[0]), int(parts[1]), int(parts[2]))
    if len(parts[2]) != 4:
        return None
    first, second, last = map(int, parts)
    if first != second and first <= 12 and second <= 12:
        return Partial(i + 5, last, None, first)
    return checked(i + 5, last, min(first, second), max(first, second)) if first > 12 else checked(i + 5, last, first, second)


def checked(end: int, number: int, month_number: int, day: int) -> Partial | None:
    """A full date, None where there is no such day."""
    return Partial(end, number, month_number, day) if day_in(number, month_number, day) else None


def weekday_first(r: Reader, i: int) -> Partial | None:
    """ "Thursday", "Thursday, December 24", "Thu, 24 Dec 2020"."""
    value, short = r.value("weekday", i), r.value("short weekday", i)
    if not (value or short) or not r.is_capital(i):
        return None
    weekday = int(value or short or 0)
    at = r.skip(r.skip(r.skip(i + 1, "."), ","), "the")
    dated = numeric(r, at) or day_first(r, at) or month_first(r, at)
    if dated and dated.day:
        return dated._replace(weekday=weekday)
    return Partial(i + 1, weekday=weekday) if value else None


# --- What is left out ------------------------------------------------------------------------------------------------------------------


def completed(r: Reader, p: Partial, i: int) -> Named:
    """A written date as an interval, seen from the article's date and from the verbs about it."""
    if p.month is None:
        return _of_weekday(r, p, i) if p.year is None else Named(p.end, "numeric", open="which is the day and which the month", partial=p)
    if p.year is not None:
        return _of_year(p)
    rule = "day-month" if p.day else "month"
    candidates = yearless(p, r.today)
    if not candidates:
        return Named(p.end, rule, open="the year", partial=p)
    when = choose(candidates, r.today, r.direction(i))
    if p.day and p.weekday is None:
        when = _near(candidates, when, r.today)
    return Named(p.end, rule, when or None, floats=True, open=None if r.is_anchored else "the year", partial=p)


def _near(candidates: list[Interval], when: Interval | None, today: date) -> Interval | None:
    """A day of some weeks before or after the article wins over one that a verb would put almost a year away."""
    nearest = choose(candidates, today, None)
    if nearest and when and nearest.distance(today) <= 14 and when.distance(today) > 300:
        return nearest
    return when


def yearless(p: Partial, today: date) -> list[Interval]:
    """The years' candidates for a day or month without year, those whose weekday agrees."""
    if not p.day:
        return [month(number, p.month or 1) for number in _years(today, 1)]
    found = [day_in(number, p.month or 1, p.day) for number in _years(today, YEARS_TRIED if p.weekday is not None or p.day == 29 else 1)]
    return [on(day) for day in found if day and p.weekday in (None, day.weekday())]


def _years(today: date, reach: int) -> range:
    return range(max(today.year - reach, 1), min(today.year + reach, 9999) + 1)


def _of_year(p: Partial) -> Named:
    """A date whose year is written."""
    if p.day is None:
        return Named(p.end, "month-year", month(p.year or 1, p.month or 1), partial=p)
    day = day_in(p.year or 1, p.month or 1, p.day)
    if day is None:
        return Named(p.end, "day", open="a day that exists", partial=p)
    if p.weekday is not None and day.weekday() != p.weekday:
        return Named(p.end, "day", open="whether the weekday or the date is right", partial=p)
    return Named(p.end, "day", on(day), partial=p)


def _of_weekday(r: Reader, p: Partial, i: int) -> Named:
    """The nearest such day; "Friday next week" the one of that week."""
    weekday = p.weekday or 0
    at = r.skip(p.end, "of")
    modifier = r.take("modifier", at)
    if modifier and r.word(modifier.end) == "week":
        week = neighbour(r.today, STEPS[modifier.value], "week")
        return Named(modifier.end + 1, "weekday.of-week", on(days(week.earliest, weekday)), floats=True)
    direction = r.direction(i)
    return Named(p.end, "weekday", on(weekday_near(r.today, weekday, direction)), floats=True, partial=p)


def after(r: Reader, p: Partial, first: Interval, i: int) -> Named:
    """The end of a range that a written date closes: the first such day or month not before the range begins."""
    if p.month is None and p.weekday is not None:
        return Named(p.end, "weekday", on(weekday_near(first.earliest, p.weekday, "future")), floats=True)
    if p.year is None and p.month:
        later = [c for c in yearless(p, first.earliest) if c.earliest >= first.earliest]
        return Named(p.end, "day-month" if p.day else "month", min(later, default=None))
    return completed(r, p, i)


def before(p: Partial, last: Interval) -> Interval | None:
    """The beginning of a range whose year stands at its end alone: the last such day or month not behind it."""
    earlier = [c for c in yearless(p, last.earliest) if c.earliest <= last.latest]
    return max(earlier, default=None)


def year_named(r: Reader, i: int) -> Named | None:
    """A bare year."""
    number = year_at(r, i)
    return None if number is None else Named(i + 1, "year", year(number), partial=Partial(i + 1, number))


def year_alone(r: Reader, i: int) -> Named | None:
    """A bare year where it must be one."""
    return year_named(r, i) if is_year(r, i) else None


def is_year(r: Reader, i: int) -> bool:
    """True where digits that could be a year stand as one: behind a preposition of time or another year, and counting nothing."""
    number = year_at(r, i)
    if number is None or r.is_cut(i) or _is_counting(r, i):
        return False
    if r.word(i - 1) == "year" or (r.word(i - 1) in ("and", "or") and year_at(r, i - 2) and is_year(r, i - 2)):
        return True
    preposition = r.before("preposition", i - 1 if r.word(i - 1) == "the" else i)
    if preposition is None or preposition.value in NO_YEAR_AFTER:
        return False
    return number >= FIRST_MODERN_YEAR or preposition.value not in ("to", "of")


def _is_counting(r: Reader, i: int) -> bool:
    """True for a number before what it counts ("in 2000 villages")."""
    following = r.word(i + 1)
    is_plural = following.endswith("s") and len(following) > 4 and not r.is_capital(i + 1)
    return is_plural or following in ("%", "percent") or r.take("unit", i + 1) is not None
