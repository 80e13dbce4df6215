"""Phrases given to `communique actor`, and what is told of each."""

import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from communique.settings import Settings


class Phrase(NamedTuple):
    """A phrase with the id it was given, else its number, and the day (YYYY-MM-DD) it is of."""

    id: Any
    text: str
    date: str | None


class Malformed(NamedTuple):
    """A line of standard input that gives no phrase."""

    where: str
    message: str


class Told(NamedTuple):
    """What is known of a phrase's actor: a line of output. Evidence: spans [start, end] in the text."""

    id: Any
    text: str
    name: str | None
    country: str | None
    role: str | None
    title: str | None
    rule: str | None
    evidence: list[list[int]]


def phrases_of(given: list[str], date: str | None) -> Iterator[Phrase | Malformed]:
    """The phrases of the arguments, numbered from 1; of "-" the lines of standard input that are not blank."""
    number = 0
    for argument in given:
        for line, text in enumerate(_lines(), start=1) if argument == "-" else ((0, argument),):
            number += 1
            yield _parsed(text, line, number, date) if line and text.lstrip().startswith("{") else Phrase(number, text, date)


def _lines() -> Iterator[str]:
    text = (line.decode("utf-8", "replace").strip("\ufeff\r\n") for line in sys.stdin.buffer)
    return (line for line in text if line.strip())


def _parsed(line: str, at: int, number: int, date: str | None) -> Phrase | Malformed:
    """The phrase of a JSON line."""
    from communique.resolve.holding import is_day

    where, form = f"standard input, line {at}", 'write {"id": ..., "text": "...", "date": "YYYY-MM-DD"}; only text is needed'
    try:
        row = json.loads(line)
    except ValueError as error:
        return Malformed(where, f"not valid JSON ({error}); {form}")
    if not isinstance(row.get("text"), str):
        return Malformed(where, f"no text under `text`; {form}")
    day = row.get("date") or date
    if day is not None and not (isinstance(day, str) and is_day(day[:10])):
        return Malformed(where, f"`date` is {day!r}; {form}")
    return Phrase(row.get("id", number), row["text"], day and day[:10])


def read(phrase: Phrase, settings: "Settings", codes: str) -> Told:
    """What the coder tells of a phrase, in our codes or PLOVER's."""
    from communique.coder import read_phrase
    from communique.resolve import in_plover

    found = read_phrase(phrase.text, settings, phrase.date)
    speaker = found.speaker
    name, title, rule = (speaker.name, speaker.title, speaker.rule) if speaker else (None, None, None)
    country, role = in_plover(found) if codes == "plover" else (speaker.country, speaker.role) if speaker else (None, None)
    evidence = [[span.start, span.end] for span in speaker.evidence] if speaker else []
    return Told(phrase.id, phrase.text, _text(name), _text(country), role, title, rule, evidence)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
