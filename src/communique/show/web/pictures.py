"""Charts as data: where each mark stands, what it says and where it leads. The template pictures.html draws them.

Colours are classes of the style sheet, so that charts are dark in the dark; what a colour tells a mark's words tell too.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

WIDE, LEFT, RIGHT = 1160, 48, 12  # pixels of a chart's width, and of it left free at its sides
FULLEST = 240  # months a chart shows one by one
QUADS = {1: "verbal co-operation", 2: "material co-operation", 3: "verbal conflict", 4: "material conflict"}


class Mark(NamedTuple):
    """A rectangle: place and size in pixels, class, what it says, and where it leads."""

    x: float
    y: float
    width: float
    height: float
    kind: str
    told: str
    to: str | None = None


class Label(NamedTuple):
    """A line of text that begins, ends or is centred (`anchor`) at a place."""

    x: float
    y: float
    words: str
    anchor: str = "middle"


class Picture(NamedTuple):
    """A chart: its size, marks, labels and lines across (at heights), and what it shows in words."""

    height: float
    marks: tuple[Mark, ...]
    labels: tuple[Label, ...]
    lines: tuple[float, ...]
    title: str
    summary: str
    wide: float = WIDE
    left: float = LEFT


Counts = Mapping[date, Mapping[str, int]]  # by month, then by kind


def months_between(first: date, last: date) -> list[date]:
    """The first days of all months from one to the other."""
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    return [date(first.year + (first.month - 1 + n) // 12, (first.month - 1 + n) % 12 + 1, 1) for n in range(count)]


def steps(counts: Iterable[date], by_month: bool | None = None) -> tuple[list[date], bool]:
    """The periods of a time axis without gaps, and whether they are months; years where there are too many months."""
    found = sorted(counts)
    if not found:
        return [], True
    months = months_between(found[0], found[-1])
    if by_month or (by_month is None and len(months) <= FULLEST):
        return months, True
    return [date(year, 1, 1) for year in range(found[0].year, found[-1].year + 1)], False


def named(step: date, is_month: bool) -> str:
    """A period as people write it."""
    return f"{step:%Y-%m}" if is_month else f"{step.year}"


def bars(
    title: str, counts: Counts, what: str, *, tall: float = 90, most: int | None = None, to: Mapping[date, str] | None = None
) -> Picture:
    """Stacked bars along time, a kind on the other. `most` is the count at full height, `to` where the bar of a period leads."""
    along, is_month = steps(counts)
    sums = _summed(counts, is_month)
    top = most or fullest(counts)
    marks = [
        mark for place, step in enumerate(along)
        for mark in _stack(sums.get(step, {}), place, len(along), tall, top, f"{named(step, is_month)}: {{}} {what}", (to or {}).get(step))
    ]  # fmt: skip
    labels = [Label(LEFT - 6, 14, f"{top:,}", "end"), Label(LEFT - 6, tall + 8, "0", "end"), *axis(along, is_month, tall + 26)]
    return Picture(tall + 34, tuple(marks), tuple(labels), (tall + 8,), title, told(sums, what, is_month))


def fullest(counts: Counts) -> int:
    """The height of the highest bar; 1 where there is none."""
    return max((sum(kinds.values()) for kinds in _summed(counts, steps(counts)[1]).values()), default=0) or 1


def _summed(counts: Counts, is_month: bool) -> dict[date, dict[str, int]]:
    found: dict[date, dict[str, int]] = {}
    for month, kinds in sorted(counts.items()):
        step = found.setdefault(month if is_month else date(month.year, 1, 1), {})
        for kind, count in kinds.items():
            step[kind] = step.get(kind, 0) + count
    return found


def _stack(kinds: Mapping[str, int], place: int, of: int, tall: float, top: int, what: str, to: str | None) -> Iterator[Mark]:
    """The marks of one period, from below; `what` is a template of what each says."""
    width, y = wide(of), tall + 8
    for kind, count in sorted(kinds.items()):
        height = tall * count / max(top, 1)
        y -= height
        said = what.format(f"{count:,}") + (f" ({words(kind)})" if kind else "")
        yield Mark(_px(LEFT + place * width), _px(y), _px(max(width - min(2, width / 4), 0.8)), _px(height), kind, said, to)


def wide(of: int) -> float:
    """How wide one of so many periods is."""
    return min((WIDE - LEFT - RIGHT) / max(of, 1), 60)


def axis(along: Sequence[date], is_month: bool, y: float, left: float = LEFT, width: float | None = None) -> Iterator[Label]:
    """Labels of a time axis: years where it is long, months where it is short."""
    width = width or wide(len(along))
    every = next((n for n in ((1, 2, 3, 6, 12, 24, 60, 120, 240) if is_month else (1, 2, 5, 10, 20, 50)) if n * width >= 52), 240)
    for place, step in enumerate(along):
        position = step.year * 12 + step.month - 1 if is_month else step.year
        if position % every == 0:
            yield Label(_px(min(left + (place + 0.5) * width, WIDE - 28)), y, named(step, is_month and every < 12))


def words(kind: str) -> str:
    """What a class of a mark means."""
    return QUADS[int(kind[-1])] if kind.startswith("quad") else kind


def told(sums: Counts, what: str, is_month: bool) -> str:
    """What bars show, in words."""
    totals = {step: sum(kinds.values()) for step, kinds in sums.items()}
    if not totals:
        return f"No {what}."
    fullest = max(totals, key=lambda step: (totals[step], step))
    span = f"from {named(min(totals), is_month)} to {named(max(totals), is_month)}"
    return f"{sum(totals.values()):,} {what} of a known day {span}, most in {named(fullest, is_month)} ({totals[fullest]:,})."


def _px(size: float) -> float:
    return round(size, 1)
