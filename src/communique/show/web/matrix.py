"""Holders along time as a chart: a row a holder, in each period the stance taken, where it turned a line."""

from collections.abc import Iterator, Sequence
from datetime import date

from communique.ask.issue import Holder
from communique.ask.parties import called
from communique.show.web.pictures import WIDE, Label, Mark, Picture, axis, named, steps
from communique.show.web.places import chain_url

ROW, SIDE, LONGEST = 24, 210, 28  # height of a row, width of names, characters of one
SIGNS = {"support": "+", "oppose": "–", "mixed": "±"}


def matrix(name: str, holders: Sequence[Holder]) -> Picture:
    """The chart of an issue."""
    along, is_month = steps({one.day.replace(day=1) for holder in holders for one in holder.days if one.day})
    rows = [holder for holder in holders if any(one.day for one in holder.days)]
    width = min((WIDE - SIDE - 12) / max(len(along), 1), 60)
    marks = [mark for row, holder in enumerate(rows) for mark in _marks(holder, row, along, is_month, width)]
    names = [Label(SIDE - 10, row * ROW + 17, _short(called(holder.holder)), "end strong") for row, holder in enumerate(rows)]
    signs = [Label(mark.x + mark.width / 2, mark.y + 14, SIGNS[mark.kind], "sign") for mark in marks if mark.width >= 12]
    height, lines = len(rows) * ROW + 30, tuple(row * ROW + ROW - 0.5 for row in range(len(rows)))
    labels = (*names, *signs, *axis(along, is_month, height - 8, SIDE, width))
    return Picture(height, tuple(marks), labels, lines, f"Stances on {name} along time", told(holders), left=0)


def _marks(holder: Holder, row: int, along: Sequence[date], is_month: bool, width: float) -> Iterator[Mark]:
    """What the holder took in each period; mixed where reports of it differ."""
    taken: dict[date, set[str]] = {}
    for one in holder.days:
        if one.day:
            taken.setdefault(one.day.replace(day=1) if is_month else date(one.day.year, 1, 1), set()).update(one.stances)
    places = {step: place for place, step in enumerate(along)}
    for step, stances in taken.items():
        stance = stances.copy().pop() if len(stances) == 1 else "mixed"
        said = f"{called(holder.holder)}, {named(step, is_month)}: {' and '.join(sorted(stances))}"
        x, to = round(SIDE + places[step] * width, 1), chain_url(holder.days[0].position)
        yield Mark(x, row * ROW + 2, round(max(width - 1, 2), 1), ROW - 5, stance, said, to)


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"


def told(holders: Sequence[Holder]) -> str:
    """Who stands where now, in words."""
    sides: dict[str, list[str]] = {}
    for one in holders:
        if one.stance:
            sides.setdefault(one.stance, []).append(called(one.holder))
    parts = [f"{stance}: {', '.join(sorted(names))}" for stance, names in sorted(sides.items())]
    turned = [called(one.holder) for one in holders if one.shifts]
    known = "As last reported, " + "; ".join(parts) if parts else "No stance is clear"
    return known + ("; turned: " + ", ".join(turned) if turned else "") + "."
