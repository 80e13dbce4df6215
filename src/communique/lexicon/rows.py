"""The user's actors as CSV: rows -> the plain values that a YAML file would give, and what may be wrong with an entry's dates and codes."""

import csv
from collections.abc import Iterator
from datetime import date
from io import StringIO
from typing import Any

from communique.errors import LexiconError
from communique.lexicon.entries import KnownActor
from communique.lexicon.files import Source

COLUMNS = ("name", "aliases", "country", "role", "from", "to")
TOLD = ("title", "first_seen", "last_seen", "articles", "evidence", "note")  # may stand beside them: where an entry comes from
BETWEEN = ";"  # parts the aliases in their cell


def parse(text: str, source: Source) -> list[dict[str, Any]]:
    """The entries of a CSV file with a header; an empty cell is a field not given. Raises LexiconError where header or row do not fit."""
    lines = list(_lines(text, source))
    if not lines:
        raise LexiconError(f"{source.path}: empty; its first line must name the columns: {','.join(COLUMNS)}")
    header = [name.strip() for name in lines[0][1]]
    _check_header(header, source)
    return [_entry(header, cells, line, source) for line, cells in lines[1:]]


def line_of(text: str, index: int) -> int:
    """The line on which a row ends, for error messages."""
    return list(_numbered(text))[index + 1][0]


def _numbered(text: str) -> Iterator[tuple[int, list[str]]]:
    """Rows that are not blank, with their line."""
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    return ((reader.line_num, cells) for cells in reader if any(cell.strip() for cell in cells))


def _lines(text: str, source: Source) -> Iterator[tuple[int, list[str]]]:
    try:
        yield from _numbered(text)
    except csv.Error as error:
        raise LexiconError(f"{source.path}: not valid CSV ({error}); save it as CSV with commas and double quotes") from None


def _check_header(header: list[str], source: Source) -> None:
    allowed = f"allowed: {', '.join((*COLUMNS, *TOLD))}"
    if "name" not in header:
        raise LexiconError(f"{source.path}, line 1: no column `name`; the first line names the columns, parted by commas; {allowed}")
    if strays := [name for name in header if name not in (*COLUMNS, *TOLD)]:
        raise LexiconError(f"{source.path}, line 1: unknown column `{strays[0]}`; rename or drop it; {allowed}")
    if len(set(header)) < len(header):
        raise LexiconError(f"{source.path}, line 1: column `{max(header, key=header.count)}` stands twice; keep one")


def _entry(header: list[str], cells: list[str], line: int, source: Source) -> dict[str, Any]:
    if len(cells) != len(header):
        raise LexiconError(
            f"{source.path}, line {line}: {len(cells)} cells under {len(header)} columns; put commas inside a cell in quotes"
        )
    given = {name: cell.strip() for name, cell in zip(header, cells, strict=True) if name in COLUMNS and cell.strip()}
    entry: dict[str, Any] = dict(given)
    if "aliases" in given:
        entry["aliases"] = [alias.strip() for alias in given["aliases"].split(BETWEEN) if alias.strip()]
    return entry


def flaw_of(actor: KnownActor) -> str | None:
    """What is wrong with an actor's code or dates; None where all is well."""
    code = actor.country
    if code and not code.startswith("IGO:") and not (len(code) == 3 and code.isascii() and code.isalpha() and code.isupper()):
        return f"field `country` holds {code!r}; it must be ISO 3166-1 alpha-3, three capitals such as NOR, or IGO: and a code of ours"
    for field, day in (("from", actor.since), ("to", actor.until)):
        if day and not _is_day(day):
            return f"field `{field}` holds {day!r}; it must be a day as YYYY-MM-DD"
    if actor.since and actor.until and actor.until < actor.since:
        return f"field `to` ({actor.until}) lies before `from` ({actor.since}); swap them"
    return None if actor.country or actor.role else "neither `country` nor `role` is given; an entry says at least one of them"


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
