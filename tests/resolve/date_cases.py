"""Reads the cases of tests/resolve/dates: article's date | text with the [words] that name a time | intervals."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from communique.lexicon import Lexicon
from communique.model import DateExpression
from communique.resolve import find_dates
from communique.resolve.calendar import Interval

FOLDER = Path(__file__).parent / "dates"
MARK = re.compile(r"[\[\]]")


class DateCase(NamedTuple):
    """One line: where it stands, the article's date, the text without marks, and each marked stretch with its interval."""

    where: str
    anchor: Interval | None
    text: str
    expected: tuple[tuple[int, int, str], ...]

    def found(self, lexicon: Lexicon) -> tuple[tuple[int, int, str], ...]:
        """What the resolver reads, in the form of `expected`."""
        expressions = find_dates(self.text, 0, len(self.text), self.anchor, lexicon)
        return tuple((e.span.start, e.span.end, shown(e)) for e in expressions)


def shown(expression: DateExpression) -> str:
    """An expression's interval as the cases write it."""
    if expression.is_duration:
        return "duration"
    first, last = expression.earliest or "", expression.latest or ("~" + expression.assumed_latest if expression.assumed_latest else "")
    if first and first == last:
        return first
    return f"{first}..{last}" if first or last else "-"


def read_date_cases(path: Path) -> Iterator[DateCase]:
    """The cases of a file."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            anchor, marked, intervals = (part.strip() for part in line.split("|"))
            text, spans = unmarked(marked)
            wanted = [interval.strip() for interval in intervals.split(";")] if intervals else []
            if len(wanted) != len(spans):
                raise ValueError(f"{path.name}:{number}: {len(spans)} times marked, {len(wanted)} intervals given")
            yield DateCase(f"{path.stem}:{number}", anchor_of(anchor), text, tuple((*s, w) for s, w in zip(spans, wanted, strict=True)))


def anchor_of(written: str) -> Interval | None:
    """The article's date: a day, an interval, or None."""
    if written == "?":
        return None
    first, _, last = written.partition("..")
    return Interval(date.fromisoformat(first), date.fromisoformat(last or first))


def unmarked(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without brackets, and what stood in them."""
    places = [match.start() - n for n, match in enumerate(MARK.finditer(marked))]
    return MARK.sub("", marked), list(zip(places[::2], places[1::2], strict=True))
