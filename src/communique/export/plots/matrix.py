"""Where holders stand: a row a holder, a column an issue, in each cell the stance last taken."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from communique.export.plots.svg import box, cut, document, text
from communique.lexicon import load
from communique.lexicon.pointing import nouns_within

Row = Sequence[object]  # day, holders, issue, stance
CELL, LEFT, TOP, BELOW = 34, 270, 210, 60
LONGEST = 30  # characters of a name
MOST, WIDEST = 40, 24  # holders; issues
COLOURS = {"support": "#2b7a4b", "oppose": "#b5382e", "mixed": "#c79a1b"}
SIGNS = {"support": "+", "oppose": "–", "mixed": "±"}


class Cell(NamedTuple):
    """A holder on an issue: the stance of the last day (mixed where that day has several), that day, and how many positions there are."""

    stance: str
    day: str | None
    reports: int


Cells = dict[tuple[str, str], Cell]


def position_matrix(rows: Iterable[Row]) -> str:
    """The picture; rows are day (ISO date or None), holders, issue, stance."""
    cells = _cells(rows)
    shown = _chosen(cells)
    holders, issues = (sorted({key[side] for key in shown}) for side in (0, 1))
    width, height = LEFT + CELL * len(issues) + 150, TOP + CELL * len(holders) + BELOW
    parts = [*_heads(holders, issues), *(_drawn(*key, cell, holders, issues) for key, cell in sorted(shown.items()))]
    return document(max(width, 420), height, "Positions", _summary(cells, shown), [*parts, *_legend(height)])


def _cells(rows: Iterable[Row]) -> Cells:
    """What stands in each cell; a position without a day counts only where there is none with one."""
    found: dict[tuple[str, str], list[tuple[str, str]]] = {}
    within = nouns_within(load())  # "the move" of two articles is not one column
    for day, holders, issue, stance in rows:
        for one in holders if isinstance(holders, list | tuple) and str(issue).casefold() not in within else ():
            found.setdefault((str(one), str(issue)), []).append((str(day or ""), str(stance)))
    return {key: _last(taken) for key, taken in found.items()}


def _last(taken: list[tuple[str, str]]) -> Cell:
    day = max(day for day, _ in taken)
    stances = {stance for one, stance in taken if one == day}
    return Cell(stances.pop() if len(stances) == 1 else "mixed", day or None, len(taken))


def _chosen(cells: Cells) -> Cells:
    """What fits: issues on which several take a stance, before others; then who takes one on most of them. No row or column is empty."""
    held = Counter(issue for _, issue in cells)
    several = {issue for issue, count in held.items() if count > 1}
    some = {key: cell for key, cell in cells.items() if not several or key[1] in several}
    for side, most in ((1, WIDEST), (0, MOST)):
        kept = _most(some, side, most)
        some = {key: cell for key, cell in some.items() if key[side] in kept}
    return some


def _most(cells: Cells, side: int, most: int) -> set[str]:
    """The names of one side with most cells, among equals those with most positions."""
    count = Counter(key[side] for key in cells)
    reports = Counter[str]()
    for key, cell in cells.items():
        reports[key[side]] += cell.reports
    return set(sorted(count, key=lambda name: (-count[name], -reports[name], name))[:most])


def _heads(holders: list[str], issues: list[str]) -> list[str]:
    rows = [text(LEFT - 8, TOP + CELL * place + 22, cut(one, LONGEST), anchor="end") for place, one in enumerate(holders)]
    columns = [text(LEFT + CELL * place + 22, TOP - 8, cut(issue, LONGEST), turned=-50) for place, issue in enumerate(issues)]
    return [text(12, 24, "Positions", bold=True), *rows, *columns]


def _drawn(holder: str, issue: str, cell: Cell, holders: list[str], issues: list[str]) -> str:
    x, y = LEFT + CELL * issues.index(issue), TOP + CELL * holders.index(holder)
    tip = f"{holder}, {issue}: {cell.stance}, last {cell.day or 'on no known day'}, {cell.reports} in all"
    mark = text(x + CELL / 2, y + 22, SIGNS.get(cell.stance, "?"), anchor="middle", colour="#ffffff", bold=True)
    return box(x, y, CELL, CELL, COLOURS.get(cell.stance, "#777777"), tip) + mark


def _legend(height: float) -> list[str]:
    words = [f"{SIGNS[stance]} {stance}" for stance in COLOURS]
    return [
        text(12 + 120 * place, height - 18, told, colour=colour)
        for place, (told, colour) in enumerate(zip(words, COLOURS.values(), strict=True))
    ]


def _summary(cells: Cells, shown: Cells) -> str:
    """What the picture shows, in words."""
    if not cells:
        return "No positions."
    told = "; ".join(f"{holder} on {issue}: {cell.stance}" for (holder, issue), cell in sorted(shown.items()))
    more = f" Not shown: {len(cells) - len(shown)} of fewer positions." if len(shown) < len(cells) else ""
    return f"The stance last taken by each holder on each issue. {told}.{more}"
