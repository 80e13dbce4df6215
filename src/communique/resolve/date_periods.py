"""Periods and their parts: "next week", "early next year", "the third week of May", "mid-March", "the nineties", "year's end"."""

from datetime import MAXYEAR, MINYEAR, date
from typing import get_args

from communique.resolve.calendar import (
    LAST,
    Interval,
    Part,
    Unit,
    around,
    century,
    choose,
    day_in,
    days,
    decade,
    fiscal_year,
    month,
    neighbour,
    nth_of,
    nth_weekday,
    on,
    part_of,
    season,
    year,
)
from communique.resolve.date_phrases import EARLIEST_YEAR, STEPS, following_year, month_at, written_date, year_at, year_named
from communique.resolve.date_reader import Named, Reader

UNITS: tuple[Unit, ...] = get_args(Unit)


def period_at(r: Reader, i: int) -> Named | None:
    """What can stand behind "the beginning of": a period, a date, a year, "the month"."""
    at = r.skip(i, "the")
    return (
        ordinal(r, at) or code(r, at) or modified(r, at) or decade_or_century(r, at) or fiscal(r, at) or season_named(r, at)
        or part(r, at) or early(r, at) or year_of(r, at) or written_date(r, at) or current(r, at)
    )  # fmt: skip


def year_of(r: Reader, i: int) -> Named | None:
    """ "2021", "the year 2021"."""
    return year_named(r, r.skip(i, "year"))


def current(r: Reader, i: int) -> Named | None:
    """ "the year": the article's."""
    unit = unit_at(r, i)
    return Named(i + 1, "unit.this", around(r.today, unit), floats=True) if unit and unit != "day" and not r.word(i).endswith("s") else None


def ending(r: Reader, i: int) -> Named | None:
    """ "the year that is ending": the article's."""
    taken, named = r.take("ending", i + 1), current(r, i)
    return named._replace(end=taken.end, rule="unit.ending") if taken and named else None


def unit_at(r: Reader, i: int) -> Unit | None:
    """The unit of time a word names."""
    value = r.value("unit", i)
    return next((unit for unit in UNITS if unit == value), None)


def number_of(r: Reader, i: int) -> tuple[int, int] | None:
    """An ordinal, in words or digits, and the token behind it; the last is -1."""
    if taken := r.take("ordinal", i):
        return int(taken.value), taken.end
    word = r.word(i)
    return (
        (int(word[:-2]), i + 1)
        if word[-2:] in ("st", "nd", "rd", "th") and word[:-2].isascii() and word[:-2].isdecimal() and int(word[:-2])
        else None
    )


def ordinal(r: Reader, i: int) -> Named | None:
    """ "the 18th century", "the first quarter of 2025", "the last three months of the year", "the third Thursday of November"."""
    found = number_of(r, i)
    if found is None:
        return None
    number, end = found
    if r.word(r.skip(end, "-")) == "century" and number > 0:
        return Named(r.skip(end, "-") + 1, "century", century(number)) if number <= 30 else None
    weekday = r.value("weekday", end)
    if weekday:
        whole = _whole(r, end + 1)
        return whole and _made(whole, "weekday.nth", whole.when and nth_weekday(whole.when, number, int(weekday)))
    counted = r.number(end)
    count, end = (int(counted.value), counted.end) if counted else (1, end)
    end = end if counted else r.skip(end, "-")
    unit = unit_at(r, end)
    return _nth(r, number, count, unit, end + 1) if unit and count < 1000 else None


def _nth(r: Reader, number: int, count: int, unit: Unit, end: int) -> Named | None:
    """The nth unit of the period behind it; a quarter or a half of the year where none is named."""
    whole = _whole(r, end)
    if whole:
        return _made(whole, f"{unit}.nth", whole.when and nth_of(whole.when, number, unit, count))
    return _of_year(r, number, unit, end) if number != LAST and count == 1 else None


def _of_year(r: Reader, number: int, unit: Unit, end: int) -> Named | None:
    """A quarter or half of the year written behind it; a quarter alone is the nearest by what the verbs tell."""
    if unit not in ("quarter", "half") or number > 4:
        return None
    if written := year_at(r, end):
        return Named(end + 1, f"{unit}.nth", nth_of(year(written), number, unit))
    if unit == "half":
        return None
    candidates = [c for y in years_near(r.today) if (c := nth_of(year(y), number, unit))]
    return Named(end, f"{unit}.nth", choose(candidates, r.today, r.direction(end - 2)), floats=True)


def _whole(r: Reader, i: int) -> Named | None:
    """The period behind "of" or "in"."""
    return period_at(r, i + 1) if r.word(i) in ("of", "in") else None


def _made(whole: Named, rule: str, when: Interval | None) -> Named:
    """A part of a period: it ends where the period's words end, and floats as the period does."""
    return Named(
        whole.end, rule, when, floats=whole.floats, open=whole.open if whole.when is None else None if when else "a period that exists"
    )


def code(r: Reader, i: int) -> Named | None:
    """ "Q1 2025", "H2 of last year", "Q3"."""
    quarter, half = r.value("quarter code", i), r.value("half code", i)
    if quarter:
        return _nth(r, int(quarter), 1, "quarter", i + 1)
    return _nth(r, int(half), 1, "half", i + 1) if half else None


def modified(r: Reader, i: int) -> Named | None:
    """ "next week", "last March", "this spring", "next Friday", "the current year"."""
    modifier = r.take("modifier", i)
    if modifier is None:
        return None
    step, at = STEPS[modifier.value], modifier.end
    unit = unit_at(r, at)
    if unit and not r.word(at).endswith("s"):
        return Named(at + 1, f"unit.{modifier.value}", neighbour(r.today, step, unit), floats=True)
    if weekday := r.value("weekday", at):
        return Named(at + 1, f"weekday.{modifier.value}", on(weekday_by(r.today, int(weekday), step)), floats=True)
    return _modified_in_year(r, at, step, modifier.value)


def _modified_in_year(r: Reader, at: int, step: int, name: str) -> Named | None:
    """Months, seasons, holidays and fiscal years: the next begun after the article's date, the last over before it."""
    number = month_at(r, at)
    value, fiscal_word, holiday_word = r.value("season", at), r.take("fiscal", at), r.take("holiday", at)
    years = years_near(r.today)
    if number:
        candidates, end, sort = [month(y, number[0]) for y in years], number[1], "month"
    elif value:
        candidates, end, sort = [season(y, int(value)) for y in years], at + 1, "season"
    elif fiscal_word:
        candidates, end, sort = [fiscal_year(y) for y in years], fiscal_word.end, "fiscal-year.us-assumed"
    elif holiday_word:
        candidates, end, sort = [c for y in years if (c := _holiday(holiday_word.value, y))], holiday_word.end, "holiday"
    else:
        return None
    when = _stepped(candidates, r.today, step)
    return Named(end, f"{sort}.{name}", when, floats=True)


def years_near(today: date) -> range:
    """The year before a day's, its own, the next."""
    return range(max(today.year - 1, MINYEAR + 1), min(today.year + 2, MAXYEAR))


def _stepped(candidates: list[Interval], today: date, step: int) -> Interval | None:
    if step > 0:
        return next((c for c in candidates if c.earliest > today), None)
    if step < 0:
        return next((c for c in reversed(candidates) if c.latest < today), None)
    return choose(candidates, today, None)


def weekday_by(today: date, weekday: int, step: int) -> date:
    """The weekday after a day (1), before it (-1), or of its week (0)."""
    if step == 0:
        return days(around(today, "week").earliest, weekday)
    gap = (weekday - today.weekday()) % 7 if step > 0 else (today.weekday() - weekday) % 7
    return days(today, step * (gap or 7))


def season_named(r: Reader, i: int) -> Named | None:
    """ "spring 2021", "the summer of 2019"; without a year the nearest."""
    value = r.value("season", i)
    if value is None:
        return None
    end, written = following_year(r, i + 1)
    if written is not None and (r.word(end - 1) != "year" or r.value("homonym", i) is None):
        return Named(end, "season", season(written, int(value)))
    if r.value("homonym", i) or not _stands_alone(r, i):
        return None
    candidates = [season(y, int(value)) for y in years_near(r.today)]
    return Named(i + 1, "season", choose(candidates, r.today, r.direction(i)), floats=True)


def _stands_alone(r: Reader, i: int) -> bool:
    """True for a season behind a preposition of time ("in the spring", "by summer"), or part of one."""
    preposition = r.before("preposition", r.skip_back(i))
    is_timed = preposition is not None and preposition.value in ("in", "by", "since", "until", "before", "after", "during", "through")
    return is_timed or r.before("early", i) is not None or r.word(i - 1) == "-"


def decade_or_century(r: Reader, i: int) -> Named | None:
    """ "the 1990s", "the '90s", "the nineties"; of a decade without century the last begun."""
    word = r.word(i).lstrip("'")
    digits = word[:-1]
    if word.endswith("s") and digits.isascii() and digits.isdecimal() and digits.endswith("0"):
        if len(digits) == 4 and int(digits) >= EARLIEST_YEAR:
            return _decade(i + 1, int(digits))
        is_short = len(digits) == 2 and (r.word(i) != word or _is_definite(r, i))
        return _decade_of_century(r, i, int(digits)) if is_short else None
    value = r.value("decade", i)
    return _decade_of_century(r, i, int(value)) if value and _is_definite(r, i) else None


def _is_definite(r: Reader, i: int) -> bool:
    """True behind "the", "the early", "the mid-": "her early twenties" are no years."""
    at = i - 1 if r.word(i - 1) == "-" else i
    before = r.before("early", at)
    return r.word((before.end if before else at) - 1) == "the"


def _decade(end: int, first: int) -> Named:
    """Ten years; those of the 1900s may be a hundred."""
    if first % 100 == 0:
        return Named(end, "decade", open="whether a decade or a century")
    return Named(end, "decade", decade(first))


def _decade_of_century(r: Reader, i: int, number: int) -> Named | None:
    first = r.today.year // 100 * 100 + number
    first = first if first <= r.today.year else first - 100
    return Named(i + 1, "decade", decade(first) if first > 0 else None, floats=True)


def fiscal(r: Reader, i: int) -> Named | None:
    """ "fiscal 2024", "FY2024", "fiscal year 2024", "the 2024 fiscal year": the United States' where nothing tells."""
    taken, rule = r.take("fiscal", i), "fiscal-year.us-assumed"
    if taken and (written := year_at(r, taken.end)):
        if r.word(taken.end + 1) in ("-", "/", "–") and r.word(taken.end + 2).isdecimal():
            return Named(taken.end + 3, "fiscal-year", open="whose fiscal year")
        return Named(taken.end + 1, rule, fiscal_year(written))
    if (written := year_at(r, i)) and (behind := r.take("fiscal", i + 1)) and r.word(i + 2) == "year":
        return Named(behind.end, rule, fiscal_year(written))
    return None


def part(r: Reader, i: int) -> Named | None:
    """ "the beginning of 2021", "the end of the month", "end-March"."""
    taken = r.take("part", i)
    if taken is None:
        return None
    is_tied = r.word(taken.end) == "-" and r.tokens.touches(taken.end)
    whole = period_at(r, taken.end + 1) if is_tied or r.word(taken.end) == "of" else None
    return _part(whole, taken.value) if whole else None


def early(r: Reader, i: int) -> Named | None:
    """ "early next year", "mid-March", "late in 2025"; "early Thursday" is Thursday."""
    taken = r.take("early", i)
    if taken is None:
        return None
    at = r.skip(taken.end, "in", "-", "on")
    whole = period_at(r, at)
    return _part(whole, taken.value) if whole else None


def _part(whole: Named, value: str) -> Named:
    parts: dict[str, Part] = {"begin": "begin", "middle": "middle", "end": "end"}
    return _made(whole, f"part.{value}", whole.when and part_of(whole.when, parts[value]))


def possessive(r: Reader, i: int) -> Named | None:
    """ "year's end", "year-end", "month's end"."""
    unit = unit_at(r, i)
    if unit not in ("year", "month", "week", "quarter"):
        return None
    at = r.skip(i + 1, "'s", "-")
    taken = r.take("part", at)
    if taken is None or at == i + 1 or taken.value == "middle":
        return None
    return _part(Named(taken.end, "", around(r.today, unit), floats=True), taken.value)


def rest(r: Reader, i: int) -> Named | None:
    """ "later this year", "earlier this month", "the rest of the year", "later in the week"."""
    taken = r.take("rest", i)
    whole = period_at(r, taken.end) if taken else None
    if taken is None or whole is None or not whole.floats or whole.when is None or not whole.when.covers(r.today):
        return None
    first, last = whole.when
    when = Interval(r.today, last) if taken.value == "later" else Interval(first, r.today)
    return _made(whole, f"rest.{taken.value}", when)


def holiday(r: Reader, i: int) -> Named | None:
    """Holidays with a date of their own ("Christmas", "New Year's Day 2021"); those that move are open."""
    if (movable := r.take("movable", i)) and r.is_capital(i):
        return Named(following_year(r, movable.end)[0], "holiday.movable", open=movable.value)
    taken = r.take("holiday", i)
    if taken is None or not r.is_capital(i):
        return None
    end, written = following_year(r, taken.end)
    if written is not None:
        return Named(end, "holiday", _holiday(taken.value, written))
    candidates = [c for y in years_near(r.today) if (c := _holiday(taken.value, y))]
    return Named(end, "holiday", choose(candidates, r.today, r.direction(i)), floats=True)


def _holiday(value: str, number: int) -> Interval | None:
    found = day_in(number, int(value[:2]), int(value[3:]))
    return on(found) if found else None


def fixed(r: Reader, i: int) -> Named | None:
    """Names that are a date ("9/11")."""
    taken = r.take("fixed", i)
    return Named(taken.end, "fixed", on(date.fromisoformat(taken.value))) if taken else None


def named_day(r: Reader, i: int) -> Named | None:
    """ "yesterday", "today", "the day after tomorrow"; "the next day" is counted from another time."""
    if taken := r.take("named day", i):
        return Named(taken.end, "named-day", on(days(r.today, int(taken.value))), floats=True)
    elsewhere = r.take("elsewhere", i)
    return Named(elsewhere.end, "elsewhere", open=elsewhere.value) if elsewhere else None
