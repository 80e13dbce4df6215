"""Two sides along time: what each is reported to have done to the other, by kind, and the evidence."""

import re
from calendar import monthrange
from datetime import date
from typing import Annotated, Literal

import msgspec
from litestar.params import QueryParameter

from communique.ask import dyad as asked
from communique.ask.dyad import QUADS, Counted, Deed
from communique.ask.parties import called, country
from communique.errors import UsageError
from communique.show.web.asking import SIZE, MaybeText, Opened, Page, Text, window
from communique.show.web.pictures import Picture, bars, fullest, named, steps
from communique.show.web.places import dyad_url
from communique.show.web.view import Table, View

WHEN = re.compile(r"(\d{4})(?:-(\d\d))?")
COUNTS = {"reports": "every report", "origins": "stories, reprints counted once", "days": "one a day"}
UNITS = {"reports": "reports", "origins": "stories", "days": "days with such an event"}
Count = Annotated[Literal["reports", "origins", "days"], QueryParameter(description="What is counted.")]
Quad = Annotated[int | None, QueryParameter(ge=1, le=4, description="Quad class of the events listed.")]


class TwoSides(msgspec.Struct, frozen=True):
    """Two sides and the events between them.

    counted  by month, direction and type
    count    which number is drawn
    deeds    a page of the events, the latest first, of the period `when` (a year or a month) and of the quad class
    """

    one: str
    other: str
    counted: tuple[Counted, ...]
    count: str
    when: str | None
    quad: int | None
    deeds: tuple[Deed, ...]
    page: int
    has_more: bool


def dyad(
    ledger: Opened, one: Text, other: Text, count: Count = "reports", when: MaybeText = None, quad: Quad = None, page: Page = 1
) -> TwoSides:
    """What two states or organisations are reported to have done to each other."""
    first, second = _code(one), _code(other)
    since, until = _stretch(when)
    found = asked.deeds(ledger, first, second, since=since, until=until, quad=quad, **window(page))
    counted = asked.months(ledger, first, second)
    return TwoSides(first, second, counted, count, when, quad, found[:SIZE], page, len(found) > SIZE)


def _code(written: str) -> str:
    found = country(written, "side")
    if not found:
        raise UsageError("a dyad has two sides: name two states or organisations, as one=FJI and other=WSM")
    return found


def _stretch(when: str | None) -> tuple[date | None, date | None]:
    """The first and the last day of a year or a month. Raises UsageError where it is none."""
    if not when:
        return None, None
    match = WHEN.fullmatch(when)
    try:
        year, month = (int(match[1]), int(match[2] or 0)) if match else (0, 0)
        return date(year, month or 1, 1), date(year, month or 12, monthrange(year, month or 12)[1])
    except ValueError:
        raise UsageError(f"when {when}: write a month as 2020-02, or a year") from None


def charts(page: TwoSides) -> list[Picture]:
    """A chart for each direction, of the same months and of one scale."""
    sides = [(_counts(page, is_one), names) for is_one, names in ((True, (page.one, page.other)), (False, (page.other, page.one)))]
    most = max(fullest(counts) for counts, _ in sides)
    return [_chart(page, counts, most, f"{called(one)} towards {called(other)}") for counts, (one, other) in sides]


def _counts(page: TwoSides, is_one: bool) -> dict[date, dict[str, int]]:
    """Of one direction, by month, then by quad class; months without are there too, so that both charts have the same."""
    shown = _shown(page)
    found: dict[date, dict[str, int]] = {one.month: {} for one in shown}
    for one in (one for one in shown if one.is_one == is_one and one.quad):
        kinds = found[one.month]
        kinds[f"quad{one.quad}"] = kinds.get(f"quad{one.quad}", 0) + getattr(one, page.count)
    return found


def _shown(page: TwoSides) -> tuple[Counted, ...]:
    """What is drawn: all, or one year by months where all are too many to be drawn by month."""
    if not page.when or steps({one.month for one in page.counted})[1]:
        return page.counted
    return tuple(one for one in page.counted if one.month.year == int(page.when[:4]))


def _chart(page: TwoSides, counts: dict[date, dict[str, int]], most: int, title: str) -> Picture:
    along, is_month = steps(counts)
    to = {step: f"{dyad_url(page.one, page.other, count=page.count, when=named(step, is_month))}#evidence" for step in along}
    return bars(title, counts, UNITS[page.count], most=most, to=to)


def totals(page: TwoSides) -> list[tuple[str, list[int]]]:
    """For each direction how often there was something of each quad class."""
    ways = ((True, f"{called(page.one)} towards {called(page.other)}"), (False, f"{called(page.other)} towards {called(page.one)}"))
    return [
        (title, [sum(getattr(one, page.count) for one in page.counted if one.is_one == is_one and one.quad == quad) for quad in QUADS])
        for is_one, title in ways
    ]


def _every(
    ledger: Opened, one: Text, other: Text, count: Count = "reports", when: MaybeText = None, quad: Quad = None, page: Page = 1
) -> Table:
    """All the events."""
    since, until = _stretch(when)
    found = asked.deeds(ledger, _code(one), _code(other), since=since, until=until, quad=quad, most=1_000_000, skip=0)
    return Table((*Deed.__struct_fields__, "quad"), ((*msgspec.structs.astuple(deed), deed.quad) for deed in found))


VIEW = View(
    "dyad", "/dyad", dyad, title=lambda page: f"{called(page.one)} and {called(page.other)}", every=_every,
    draws={"charts": charts, "totals": totals, "COUNTS": lambda: COUNTS, "QUADS": lambda: QUADS},
)  # fmt: skip
