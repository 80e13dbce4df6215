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
MOST = 40  # holders, and issues: those with most positions
COLOURS = {"support": "#2b7a4b", "oppose": "#b5382e", "mixed": "#c79a1b"}
SIGNS = {"support": "+", "oppose": "–", "mixed": "±"}


class Cell(NamedTuple):
    """A holder on an issue: the stance of the last day (mixed where that day has several), that day, and how many positions there are."""

    stance: str
    day: str | None
    reports: int


def position_matrix(rows: Iterable[Row]) -> str:
    """The picture; rows are day (ISO date or None), holders, issue, stance."""
    cells = _cells(rows)
    holders = _most(Counter({one: 0 for one, _ in cells}), {key: cell.reports for key, cell in cells.items()}, 0)
    issues = _most(Counter({issue: 0 for _, issue in cells}), {key: cell.reports for key, cell in cells.items()}, 1)
    shown = {key: cell for key, cell in cells.items() if key[0] in holders and key[1] in issues}
    width, height = LEFT + CELL * len(issues) + 150, TOP + CELL * len(holders) + BELOW
    parts = [*_heads(holders, issues), *(_drawn(*key, cell, holders, issues) for key, cell in sorted(shown.items()))]
    return document(max(width, 420), height, "Positions", _summary(cells, shown), [*parts, *_legend(height)])


def _cells(rows: Iterable[Row]) -> dict[tuple[str, str], Cell]:
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


def _most(counts: Counter[str], cells: dict[tuple[str, str], int], part: int) -> list[str]:
    """The names of one side with most positions, in alphabetical order."""
    for key, count in cells.items():
        counts[key[part]] += count
    return sorted(name for name, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:MOST])


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


def _summary(cells: dict[tuple[str, str], Cell], shown: dict[tuple[str, str], Cell]) -> str:
    """What the picture shows, in words."""
    if not cells:
        return "No positions."
    told = "; ".join(f"{holder} on {issue}: {cell.stance}" for (holder, issue), cell in sorted(shown.items()))
    more = f" Not shown: {len(cells) - len(shown)} of fewer positions." if len(shown) < len(cells) else ""
    return f"The stance last taken by each holder on each issue. {told}.{more}"
