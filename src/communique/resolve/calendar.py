"""Arithmetic on intervals of days: the periods of the calendar, their parts, and shifts by whole periods."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import MAXYEAR, MINYEAR, date
from typing import Literal, NamedTuple

from communique.model import Direction

Unit = Literal["day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century"]
Part = Literal["begin", "middle", "end"]

MONTHS_IN = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
TEN_DAYS = 10  # the beginning of a month is its first ten days, its end the last ten
LAST = -1


class Interval(NamedTuple):
    """From the first day to the last, both included."""

    earliest: date
    latest: date

    def covers(self, day: date) -> bool:
        """True where a day lies in the interval."""
        return self.earliest <= day <= self.latest

    def distance(self, day: date) -> int:
        """Days from the interval to a day outside, 0 inside."""
        return max((self.earliest - day).days, (day - self.latest).days, 0)


def on(day: date) -> Interval:
    """One day."""
    return Interval(day, day)


def joined(first: Interval, last: Interval) -> Interval:
    """From the beginning of one interval to the end of another; the shortest that covers both."""
    return Interval(min(first.earliest, last.earliest), max(first.latest, last.latest))


def day_in(year: int, month: int, day: int) -> date | None:
    """A day of the calendar, None where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def days(first: date, count: int) -> date:
    """The day so many days later; the calendar's first or last where it ends."""
    return date.fromordinal(min(max(first.toordinal() + count, date.min.toordinal()), date.max.toordinal()))


def months_from(year: int, month: int, count: int) -> Interval:
    """So many months from the first of one; `month` may run over the ends of the year."""
    first, last = year * 12 + month - 1, year * 12 + month - 2 + count
    return Interval(_first_of(first), _last_of(last))


def _first_of(index: int) -> date:
    return date(min(max(index // 12, MINYEAR), MAXYEAR), index % 12 + 1, 1)


def _last_of(index: int) -> date:
    first = _first_of(index)
    return first.replace(day=monthrange(first.year, first.month)[1])


def month(year: int, number: int) -> Interval:
    """A month of a year."""
    return months_from(year, number, 1)


def year(number: int) -> Interval:
    """A calendar year."""
    return months_from(number, 1, 12)


def decade(first: int) -> Interval:
    """Ten years from one that ends in 0."""
    return months_from(first, 1, 120)


def century(number: int) -> Interval:
    """The 18th century is 1701 to 1800."""
    return months_from(number * 100 - 99, 1, 1200)


def season(year: int, first_month: int) -> Interval:
    """Three months from the season's first, named by the year it begins in (winter 2024: from December 2024)."""
    return months_from(year, first_month, 3)


def fiscal_year(number: int) -> Interval:
    """The fiscal year of the United States, named by the year it ends in."""
    return months_from(number - 1, 10, 12)


def around(day: date, unit: Unit) -> Interval:
    """The period of the calendar that holds a day: a week runs from Monday to Sunday, a season counts as the quarter."""
    if unit == "day":
        return on(day)
    if unit == "week":
        return Interval(days(day, -day.weekday()), days(day, 6 - day.weekday()))
    if unit == "weekend":
        return Interval(days(day, 5 - day.weekday()), days(day, 6 - day.weekday()))
    if unit == "century":
        return century((day.year + 99) // 100)
    if unit == "decade":
        return decade(day.year // 10 * 10)
    length = MONTHS_IN[unit]
    return months_from(day.year, (day.month - 1) // length * length + 1, length)


def shifted(day: date, count: int, unit: Unit) -> date:
    """The day so many units later; the last of its month where that is shorter; the first or last day there is beyond the calendar."""
    if unit in ("day", "week", "weekend"):
        return days(day, count * (1 if unit == "day" else 7))
    year = (day.year * 12 + day.month - 1 + count * MONTHS_IN[unit]) // 12
    if not MINYEAR <= year <= MAXYEAR:
        return date.min if year < MINYEAR else date.max
    target = month(day.year, day.month + count * MONTHS_IN[unit])
    return days(target.earliest, min(day.day, target.latest.day) - 1)


def neighbour(day: date, count: int, unit: Unit) -> Interval:
    """The period of the calendar so many after the one that holds a day: 1 is the next, -1 the last."""
    return around(shifted(around(day, unit).earliest, count, unit), unit)


def part_of(whole: Interval, part: Part) -> Interval:
    """Beginning, middle or end: a year's is a month (its middle two), a month's ten days, of longer ones a third."""
    length = len_in_months(whole)
    if length == 0:
        return _days_of(whole, part)
    if length == 1:
        ends = {"begin": (0, TEN_DAYS), "middle": (TEN_DAYS, 2 * TEN_DAYS)}
        first, last = ends.get(part, (-TEN_DAYS, 0))
        return whole if (whole.latest - whole.earliest).days < TEN_DAYS else _slice(whole, first, last)
    edge = length // 36 * 12 if length >= MONTHS_IN["decade"] else 1
    return _months_of(whole, part, length, edge)


def _months_of(whole: Interval, part: Part, length: int, edge: int) -> Interval:
    first, year = whole.earliest.month, whole.earliest.year
    if part == "begin":
        return months_from(year, first, edge)
    if part == "end":
        return months_from(year, first + length - edge, edge)
    side = edge if length >= MONTHS_IN["decade"] else (length - 1) // 2
    return months_from(year, first + side, length - 2 * side)


def _days_of(whole: Interval, part: Part) -> Interval:
    """Of a week: Monday and Tuesday, Wednesday, Friday to Sunday; of other stretches a third."""
    length = (whole.latest - whole.earliest).days + 1
    if length < 3:
        return whole
    if length == 7:
        begin, end = {"begin": (0, 1), "middle": (2, 2), "end": (4, 6)}[part]
        return Interval(days(whole.earliest, begin), days(whole.earliest, end))
    third = length // 3
    return {"begin": _slice(whole, 0, third), "middle": _slice(whole, third, length - third)}.get(part, _slice(whole, -third, 0))


def _slice(whole: Interval, first: int, last: int) -> Interval:
    """Days counted from the beginning, or with negative numbers (and 0) from behind the end."""
    if first < 0:
        return Interval(days(whole.latest, first + 1), days(whole.latest, last))
    return Interval(days(whole.earliest, first), days(whole.earliest, last - 1))


def len_in_months(whole: Interval) -> int:
    """Whole calendar months, 0 where the interval is not made of them."""
    after = days(whole.latest, 1)
    if whole.earliest.day != 1 or (after.day != 1 and whole.latest != date.max):
        return 0
    return (whole.latest.year - whole.earliest.year) * 12 + whole.latest.month - whole.earliest.month + 1


def half_of(whole: Interval, number: int) -> Interval:
    """The first (1) or second half: whole months where their number is even, fifteen days of a month, else days."""
    length = len_in_months(whole)
    if length and length % 2 == 0:
        return months_from(whole.earliest.year, whole.earliest.month + (0 if number == 1 else length // 2), length // 2)
    middle = 15 if length == 1 else ((whole.latest - whole.earliest).days + 1) // 2 or 1
    return _slice(whole, 0, middle) if number == 1 else Interval(days(whole.earliest, middle), whole.latest)


def nth_of(whole: Interval, number: int, unit: Unit, count: int = 1) -> Interval | None:
    """The `number`th unit (LAST: the last) of a period, or so many units there; a month's weeks are counted from its first day.

    None where the period has fewer.
    """
    if unit == "half":
        return half_of(whole, 2 if number == LAST else number) if number in (1, 2, LAST) else None
    size = {"day": 1, "week": 7}.get(unit)
    if size:
        found = _slice(whole, -size * count, 0) if number == LAST else _slice(whole, size * (number - 1), size * (number - 1 + count))
        return found if whole.covers(found.earliest) else None
    return _nth_months(whole, number, MONTHS_IN[unit], count) if unit in MONTHS_IN else None


def _nth_months(whole: Interval, number: int, size: int, count: int) -> Interval | None:
    length = len_in_months(whole)
    if length < size * count:
        return None
    start = length - size * count if number == LAST else size * (number - 1)
    found = months_from(whole.earliest.year, whole.earliest.month + start, size * count)
    return found if found.latest <= whole.latest else None


def nth_weekday(whole: Interval, number: int, weekday: int) -> Interval | None:
    """The third Thursday of a month; None where there is none."""
    if number == LAST:
        return on(days(whole.latest, -((whole.latest.weekday() - weekday) % 7)))
    found = days(whole.earliest, (weekday - whole.earliest.weekday()) % 7 + 7 * (number - 1))
    return on(found) if found <= whole.latest else None


def weekday_near(day: date, weekday: int, direction: Direction | None) -> date:
    """The weekday before a day or on it (past, and where nothing tells), after it or on it (future)."""
    if direction == "future":
        return days(day, (weekday - day.weekday()) % 7)
    return days(day, -((day.weekday() - weekday) % 7))


def choose(candidates: Iterable[Interval], day: date, direction: Direction | None) -> Interval | None:
    """Of the same period in several years: the last begun by a day (past), the first not over (future), the nearest (None)."""
    ordered = sorted(candidates)
    if direction == "past":
        return next((c for c in reversed(ordered) if c.earliest <= day), None)
    if direction == "future":
        return next((c for c in ordered if c.latest >= day), None)
    return min(ordered, key=lambda c: (c.distance(day), c.earliest > day), default=None)
