"""What two states do to each other along time: a bar a period and direction, up from the middle for one, down for the other."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from math import ceil

from communique.export.plots.svg import box, cut, document, line, text
from communique.lexicon.ontology import cameo_codes, event_types

Row = Sequence[object]  # period, actor, recipient, event, reports, outlets, origins
LEFT, TOP, HALF, BELOW, NARROWEST, WIDEST = 60, 70, 150, 70, 6, 46
MOST = 180  # bars; of more, days become months and months years
QUADS = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}
COLOURS = {1: "#7fbf9b", 2: "#2b7a4b", 3: "#e09a92", 4: "#b5382e"}
Bars = dict[tuple[str, str], Counter[int]]


def dyad_timeline(rows: Iterable[Row]) -> str:
    """The picture; rows are those that `events --dyad ONE-OTHER --by PERIOD` gives."""
    bars: Bars = {}
    directions: list[tuple[str, str]] = []
    for period, actor, recipient, event, reports, *_ in rows:
        direction = (str(actor), str(recipient))
        directions = directions if direction in directions else sorted([*directions, direction])
        quad = quad_of(str(event))
        if quad:
            bars.setdefault((str(period), f"{actor} to {recipient}"), Counter())[quad] += int(str(reports))
    return _drawn(_fitting(bars), [f"{one} to {other}" for one, other in directions])


def _fitting(bars: Bars) -> Bars:
    """The bars by the finest period of which there are not too many for one picture."""
    while len(_periods(sorted({period for period, _ in bars}))) > MOST and max(len(period) for period, _ in bars) > len("2025"):
        coarser: Bars = {}
        for (period, direction), bar in bars.items():
            coarser.setdefault((period.rpartition("-")[0] or period, direction), Counter()).update(bar)
        bars = coarser
    return bars


def quad_of(event: str) -> int | None:
    """The quad class of a type of PLOVER's, or of a root of CAMEO's."""
    kind, code = event_types().get(event), cameo_codes().get(event)
    return kind.quad if kind else code.quad if code else None


def _drawn(bars: Bars, directions: list[str]) -> str:
    periods = _periods(sorted({period for period, _ in bars}))
    most = max((sum(bar.values()) for bar in bars.values()), default=1)
    width = min(max(600 / max(len(periods), 1), NARROWEST), WIDEST)
    name = " and ".join(sorted({side for one in directions for side in one.split(" to ")})) or "No events"
    parts = [
        text(12, 24, f"{name}: reports of events by {_span(periods)}, a half's height is {most}", bold=True),
        line(LEFT, TOP + HALF, LEFT + width * len(periods), TOP + HALF),
    ]
    for way, direction in enumerate(directions):
        parts.append(text(12, TOP - 14 if way == 0 else TOP + 2 * HALF + 18, direction))
        for place, period in enumerate(periods):
            parts += _bar(bars.get((period, direction), Counter()), LEFT + place * width, width, most, way, f"{period}, {direction}")
    every = ceil(70 / width)
    parts += [
        text(LEFT + place * width, TOP + 2 * HALF + 38, cut(period, 10)) for place, period in enumerate(periods) if place % every == 0
    ]
    height = TOP + 2 * HALF + BELOW
    legend = [text(12 + 160 * place, height - 10, QUADS[quad], colour=COLOURS[quad]) for place, quad in enumerate(QUADS)]
    return document(max(LEFT + width * len(periods) + 40, 660), height, f"{name}: reports of events", _summary(bars), [*parts, *legend])


def _periods(found: list[str]) -> list[str]:
    """The periods from the first to the last, those without events too; of what is no ISO date only those found."""
    try:
        first, last = (date.fromisoformat(f"{period}-01-01"[:10]) for period in (found[0], found[-1]))
    except (IndexError, ValueError):
        return found
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return list(dict.fromkeys(day.isoformat()[: len(found[0])] for day in days))


def _span(periods: list[str]) -> str:
    return {4: "year", 7: "month", 10: "day"}.get(len(periods[0]) if periods else 0, "period")


def _bar(bar: Counter[int], x: float, width: float, most: int, way: int, told: str) -> list[str]:
    """The parts of one bar, from the middle outward."""
    parts, reached = [], 0.0
    for quad, kind in QUADS.items():
        size = HALF * bar[quad] / most
        y = TOP + HALF - reached - size if way == 0 else TOP + HALF + reached
        if bar[quad]:
            parts.append(box(x + 1, y, width - 2, size, COLOURS[quad], f"{told}: {kind}, {bar[quad]} reports"))
        reached += size
    return parts


def _summary(bars: Bars) -> str:
    """What the picture shows, in words."""
    told = [
        f"{period}, {direction}: " + ", ".join(f"{bar[quad]} {QUADS[quad]}" for quad in QUADS if bar[quad])
        for (period, direction), bar in sorted(bars.items())
    ]
    return f"Reports by period, direction and kind. {'; '.join(told)}." if told else "No events."
