"""Roll calls of the UN General Assembly: CSV as the voting data sets and the UN's library give it -> Votes.

Which columns there may be and how votes are written is data: lexicon/world/roll_calls.yaml.
"""

import csv
from collections import Counter
from datetime import date
from pathlib import Path
from typing import NamedTuple

from communique.errors import ReadError
from communique.lexicon import Lexicon, load
from communique.lexicon.ontology import foreign_codes
from communique.lexicon.roll_calls import Resolution, RollCalls, Side, roll_calls
from communique.model import Vote, VoteCast

NEEDED = ("roll_call", "day", "country", "vote")


class Read(NamedTuple):
    """The votes of a file; the number of rows that hold none (no member, no date, a state not known), and the states not known."""

    votes: tuple[Vote, ...]
    skipped: int
    strangers: tuple[str, ...]


def read_roll_calls(path: Path, issue: str | None = None, yes: Side | None = None) -> Read:
    """The votes of a CSV file. With `issue` and `yes` all of it is about that issue, and a vote for it says `yes` of it; else titles tell.

    Raises ReadError where the file cannot be read, or a column is missing.
    """
    table = roll_calls()
    states, given = _states(load(), table), Resolution((), issue, yes) if issue and yes else None
    votes, strangers, rows = [], Counter[str](), 0
    for row in _rows(path, table):
        rows += 1
        code = next((states[name.casefold()] for name in _values(row, table, "country") if name.casefold() in states), None)
        vote = _vote(row, table, code, given)
        if vote:
            votes.append(vote)
        elif code is None:
            strangers[next(iter(_values(row, table, "country")), "")] += 1
    return Read(tuple(votes), rows - len(votes), tuple(name for name, _ in strangers.most_common()))


def _rows(path: Path, table: RollCalls) -> list[dict[str, str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            names = reader.fieldnames or ()
            if missing := [field for field in NEEDED if not set(names) & set(table.columns[field])]:
                known = "; ".join(f"{field}: {', '.join(table.columns[field])}" for field in missing)
                raise ReadError(f"{path}: no column for {', '.join(missing)}; name it as one of these: {known}")
            return list(reader)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ReadError(f"{path}: {error}; give a CSV file in UTF-8 with a header") from error


def _vote(row: dict[str, str], table: RollCalls, country: str | None, given: Resolution | None) -> Vote | None:
    """The vote of a row; None where it holds none."""
    cast, day, call = _cast(_value(row, table, "vote"), table), _day(_value(row, table, "day")), _value(row, table, "roll_call")
    if not (cast and day and call and country):
        return None
    title = _value(row, table, "title")
    about = given or table.about(title)
    stance = about.stance(cast) if about else None
    return Vote("UNGA", call, _value(row, table, "resolution"), title, day, country, cast, about.issue if about else None, stance)


def _values(row: dict[str, str], table: RollCalls, field: str) -> list[str]:
    """What the columns for a field hold, in their order."""
    return [value.strip() for name in table.columns[field] if (value := row.get(name) or "").strip()]


def _value(row: dict[str, str], table: RollCalls, field: str) -> str | None:
    return next(iter(_values(row, table, field)), None)


def _cast(written: str | None, table: RollCalls) -> VoteCast | None:
    plain = (written or "").casefold().removesuffix(".0")
    return next((vote for vote, spellings in table.votes.items() if plain in spellings), None)


def _day(written: str | None) -> str | None:
    try:
        return date.fromisoformat((written or "")[:10]).isoformat()
    except ValueError:
        return None


def _states(lexicon: Lexicon, table: RollCalls) -> dict[str, str]:
    """Codes by code, name and number of a state; names that two share are left out."""
    pairs = [(name.casefold(), one.code) for one in lexicon.countries for name in (one.code, one.name, *one.names)]
    pairs += [(str(one.cow), one.code) for one in foreign_codes().values() if one.cow and not one.sovereign and len(one.code) == 3]
    pairs += [(name.casefold(), code) for code, names in table.states.items() for name in names]
    bearers = Counter(name for name, _ in set(pairs))
    return {name: code for name, code in pairs if bearers[name] == 1}
