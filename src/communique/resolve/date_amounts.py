"""Times counted from the article's date: "three years ago", "within 30 days", "in the coming weeks", "soon"; and durations."""

from datetime import date
from math import ceil
from typing import NamedTuple

from communique.resolve.calendar import Interval, Unit, around, days, shifted
from communique.resolve.date_periods import unit_at
from communique.resolve.date_reader import Named, Reader

HOURS_IN_A_DAY = 24
RANKED_WITHIN = 7  # tokens
MOST = 3000  # units; more is no time that news would count


class Amount(NamedTuple):
    """So many units: `number` is None where it is vague ("a few weeks", "weeks"); `word` as written."""

    end: int
    number: int | None
    unit: Unit
    word: str


def amount_at(r: Reader, i: int) -> Amount | None:
    """ "30 days", "a few weeks", "several months", "48 hours", or a bare plural."""
    if number := r.number(i):
        amount = _counted(r, number.end, int(number.value)) if len(number.value) < 6 else None
        if amount:
            return amount
    few = r.take("few", i)
    return _counted(r, few.end if few else i, None) if few or r.word(i).endswith("s") else None


def _counted(r: Reader, i: int, count: int | None) -> Amount | None:
    unit, short, word = unit_at(r, i), r.value("short unit", i), r.word(i)
    if short == "fortnight":
        return Amount(i + 1, None if count is None else 2 * count, "week", "weeks")
    if short == "hour":
        in_days = None if count is None else ceil(count / (HOURS_IN_A_DAY if word.startswith("hour") else HOURS_IN_A_DAY * 60))
        return Amount(i + 1, in_days, "day", word)
    if unit is None or unit == "half" or (count is not None and count > MOST):
        return None
    return Amount(i + 1, count, unit, word)


def counted(r: Reader, i: int) -> Named | None:
    """An amount and what makes a time of it: "ago", "from now", a preposition before; without, it is a duration or nothing."""
    amount = amount_at(r, i)
    if amount is None:
        return None
    if ago := r.take("ago", amount.end):
        return _ago(r, amount, ago.end, i)
    if hence := r.take("hence", amount.end):
        return _hence(r, amount, hence.end)
    if r.word(amount.end) in ("earlier", "later", "before", "after", "afterwards"):
        return Named(amount.end + 1, "elsewhere", open="the time it is counted from")
    preposition = r.before("preposition", _start(r, i)) or r.before("preposition", i)
    return _by_preposition(r, amount, preposition.value, i) if preposition else None


def _start(r: Reader, i: int) -> int:
    """The token before which the preposition stands: "more than", "about" and "the" left out."""
    while True:
        more = r.before("more", i) or r.before("nearly", i)
        at = more.end if more else i - 1 if r.word(i - 1) in ("the", "another") else i
        if at == i:
            return i
        i = at


def _ago(r: Reader, amount: Amount, end: int, i: int) -> Named:
    """The day, week, month, year so long ago; "more than" leaves its beginning open."""
    if amount.number is None:
        return Named(end, "ago.vague", latest=r.today, floats=True, open="how long ago")
    when = around(shifted(r.today, -amount.number, amount.unit), amount.unit)
    if amount.word.startswith(("hour", "minute")):
        when = Interval(days(r.today, -amount.number), r.today)
    if r.before("more", i):
        return Named(end, "ago.more", latest=when.latest, floats=True, open="how long ago")
    return Named(end, "ago", when, floats=True)


def _hence(r: Reader, amount: Amount, end: int) -> Named:
    """The day, week, month, year so long from now."""
    if amount.number is None:
        return vague(r, amount, end, "hence.vague")
    return Named(end, "hence", around(shifted(r.today, amount.number, amount.unit), amount.unit), floats=True)


def _by_preposition(r: Reader, amount: Amount, preposition: str, i: int) -> Named | None:
    if preposition == "within":
        return _within(r, amount, i)
    if preposition == "in":
        return _in(r, amount, i)
    if preposition in ("for", "over", "during", "after", "through"):
        return _duration(amount) if amount.number is not None or preposition in ("for", "over") else None
    return None


def _within(r: Reader, amount: Amount, i: int) -> Named:
    """From the article's date on; in reports of the past, and "of" something, from another time."""
    if r.word(amount.end) == "of" or _is_ranked(r, i) or r.direction(i) == "past":
        return Named(amount.end, "elsewhere", open="the time it is counted from")
    return ahead(r, amount, "within")


def _in(r: Reader, amount: Amount, i: int) -> Named:
    """ "will leave in two weeks", "in the weeks ahead"; else how long it took."""
    if behind := r.take("ahead", amount.end):
        return ahead(r, amount, "stretch.future")._replace(end=behind.end)
    if r.word(i - 1) == "the" or not _is_to_come(r, amount, i):
        return _duration(amount)
    return _hence(r, amount, amount.end)._replace(rule="hence.in")


def _is_to_come(r: Reader, amount: Amount, i: int) -> bool:
    """True for "will leave in two weeks"; not for "in a day"."""
    return not _is_ranked(r, i) and not (amount.number == 1 and r.word(i) in ("a", "an")) and r.direction(i) == "future"


def _is_ranked(r: Reader, i: int) -> bool:
    """True for "the first in ten years", "the worst in decades"."""
    return any(r.value("ranking", at) or r.word(at).endswith("est") for at in range(max(i - RANKED_WITHIN, 0), i))


def _duration(amount: Amount) -> Named:
    return Named(amount.end, "duration", is_duration=True)


def ahead(r: Reader, amount: Amount, rule: str) -> Named:
    """From the article's date on, for so long."""
    if amount.number is None:
        return vague(r, amount, amount.end, f"{rule}.vague")
    return Named(amount.end, rule, Interval(r.today, shifted(r.today, amount.number, amount.unit)), floats=True)


def vague(r: Reader, amount: Amount, end: int, rule: str) -> Named:
    """From the article's date on, nobody says for how long: an estimate."""
    value = r.words.values["assumed"].get(amount.word)
    assumed = assumed_day(r.today, value) if value else None
    return Named(end, rule, earliest=r.today, assumed=assumed, floats=True, open="how long")


def assumed_day(today: date, value: str) -> date:
    """The day an estimate of the lexicon gives ("6 month")."""
    count, _, name = value.partition(" ")
    unit: Unit = {"day": "day", "week": "week", "month": "month", "year": "year", "decade": "decade"}[name]  # type: ignore[assignment]
    return shifted(today, int(count), unit)


def stretch(r: Reader, i: int) -> Named | None:
    """ "the coming weeks", "the next six months", "the past year", "recent days"."""
    taken = r.take("stretch", i)
    if taken is None:
        return None
    amount = amount_at(r, taken.end) or _single(r, taken.end, i)
    if amount is None or r.word(taken.end) in ("a", "an"):
        return None
    if taken.value == "future":
        return ahead(r, amount, "stretch.future")
    if amount.number is None:
        return Named(amount.end, "stretch.past.vague", latest=r.today, floats=True, open="how long")
    return Named(amount.end, "stretch.past", Interval(shifted(r.today, -amount.number, amount.unit), r.today), floats=True)


def _single(r: Reader, at: int, i: int) -> Amount | None:
    """One unit behind an article ("over the past year", "the coming week"); "last year" without one is a calendar year."""
    unit = unit_at(r, at)
    is_rolling = r.word(i) in ("coming", "past", "upcoming") or (r.word(i - 1) == "the" and r.word(i) in ("last", "next"))
    return Amount(at + 1, 1, unit, r.word(at)) if unit and unit != "half" and is_rolling else None


def soon(r: Reader, i: int) -> Named | None:
    """ "soon", "in the near future"; not "too soon" or "soon after"."""
    taken = r.take("soon", i)
    if taken is None:
        return None
    before, behind = r.value("no soon", i - 1), r.value("no soon", taken.end)
    if before == "before" or behind == "behind":
        return None
    return Named(taken.end, "soon", earliest=r.today, assumed=assumed_day(r.today, taken.value), floats=True, open="how soon")
