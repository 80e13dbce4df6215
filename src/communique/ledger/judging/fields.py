"""What can be corrected in a record: which fields, how people write them, which columns a correction gives.

Parts that mean nothing alone are one field: a speaker's name, country, role and title; the days of a deadline. Otherwise the latest name
of one judge could meet the country of another.
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, get_args

import msgspec

from communique.errors import UsageError
from communique.model import Act, Kind, Manner, Role, Stance, Strength
from communique.record import passage_of

BETWEEN = " … "  # between parts of a content, as the ledger's columns of words have it
OFFSETS = re.compile(r"(\d+)-(\d+)")
BY_JUDGEMENT = "judgement"  # the rule of what a judgement gives
SPEAKER = ("speaker", "country", "role", "title", "actor")  # how its parts are written


class Marked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A span and the words it names."""

    start: int
    end: int
    words: str


class Who(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A speaker: names and countries are of equal length, null where unknown."""

    names: tuple[str | None, ...] | None = None
    countries: tuple[str | None, ...] | None = None
    role: Role | None = None
    title: str | None = None
    actor_id: str | None = None


class Period(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """First and last day, YYYY-MM-DD."""

    earliest: str | None
    latest: str | None


class Party(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A side of an event."""

    country: str | None
    name: str | None = None
    sector: str | None = None
    span: None = None


Codes = tuple[str, ...]
FIELDS: dict[str, dict[str, Any]] = {
    "statement": {
        "source": Marked | None, "cue": Marked | None, "content": tuple[Marked, ...], "addressee": Marked | None, "speaker": Who | None,
        "act": Act | None, "kind": Kind, "manner": Manner, "targets": Codes,
    },
    "position": {"holder": Codes, "issue": str, "stance": Stance, "evidence": Marked, "grounds": tuple[Marked, ...]},
    "commitment": {
        "committer": Codes, "action": Marked, "beneficiary": str | None, "condition": Marked | None, "deadline": Period | None,
        "strength": Strength,
    },
    "event": {
        "event": str | None, "mode": Codes, "context": Codes, "cameo": str | None, "trigger": Marked, "actor": tuple[Party, ...],
        "recipient": tuple[Party, ...], "date": Period | None, "location_country": str | None, "auxiliary": Codes,
    },
}  # fmt: skip
MAIN = ("content", "evidence", "action")  # whose words make the passage


def checked(record: str, field: str | None, value: object) -> Any:
    """A correction's value in its type. Raises UsageError where there is no such field, or the value does not fit it."""
    shapes = FIELDS.get(record, {})
    if field not in shapes:
        raise UsageError(f"a {record} has no {field!r} to correct: name one of {', '.join(shapes)}")
    try:
        made = msgspec.convert(value, shapes[field])
    except msgspec.ValidationError as error:
        raise UsageError(f"{field} cannot be {value!r}: {_allowed(shapes[field]) or error}") from error
    _check_days(field, made)
    if isinstance(made, Who) and made.names and made.countries and len(made.names) != len(made.countries):
        raise UsageError("joint speakers: give as many countries as names")
    return made


def columns_of(record: str, field: str | None, value: object) -> dict[str, object]:
    """The columns that a correction sets, with what they hold. Raises UsageError as `checked` does."""
    made = checked(record, field, value)
    name = str(field)
    if name == "speaker":
        return _speaker(made or Who())
    if name in ("deadline", "date"):
        days = made or Period(None, None)
        more: dict[str, object] = {"deadline_assumed": None} if name == "deadline" else {}
        return {f"{name}_earliest": days.earliest, f"{name}_latest": days.latest, f"{name}_rule": BY_JUDGEMENT} | more
    return _spans(name, made) if is_span(FIELDS[record][name]) else {name: msgspec.to_builtins(made)}


def value_from(record: str, field: str, written: str, text: str) -> object:
    """What a field should hold, from how people write it: words of the text or START-END for a span, codes with commas, days."""
    shape = FIELDS.get(record, {}).get(field)
    written = written.strip()
    if shape is None or not written:
        return checked(record, field, [] if is_list(shape) else None)
    if is_span(shape):
        spans = [_marked(field, part.strip(), text) for part in written.split(BETWEEN.strip())]
        return checked(record, field, msgspec.to_builtins(spans if is_list(shape) else spans[0]))
    if field in ("deadline", "date"):
        first, _, last = written.partition("..")
        return checked(record, field, {"earliest": first or None, "latest": (last or first) or None})
    codes = [code.strip() for code in written.split(",") if code.strip()]
    if field in ("actor", "recipient"):
        return checked(record, field, [{"country": code} for code in codes])
    return checked(record, field, codes if is_list(shape) else written)


def speaker_from(given: Mapping[str, str], now: Who) -> Who | None:
    """The speaker that a correction means. A name given makes a new one, of whom the rest is unknown unless given; empty: nobody known."""
    if given.get("speaker") == "" and not any(given.values()):
        return None
    made = Who() if given.get("speaker") else now
    parts: dict[str, Any] = {name: given[name] or None for name in ("role", "title") if name in given}
    if "speaker" in given:
        parts["names"] = _several(given["speaker"], ";")
    if "country" in given:
        parts["countries"] = _several(given["country"], ",")
    if "actor" in given:
        parts["actor_id"] = given["actor"] or None
    made = msgspec.structs.replace(made, **parts)
    return checked("statement", "speaker", msgspec.to_builtins(made)) if made != Who() else None


def _several(written: str, between: str) -> tuple[str | None, ...] | None:
    return tuple(part.strip() or None for part in written.split(between)) if written.strip() else None


def _speaker(who: Who) -> dict[str, object]:
    parts: dict[str, object] = {
        f"speaker_{name}": msgspec.to_builtins(getattr(who, name)) for name in ("names", "countries", "role", "title")
    }
    return parts | {"speaker_rule": BY_JUDGEMENT, "speaker_evidence": [], "actor_id": who.actor_id}


def _spans(name: str, made: Marked | tuple[Marked, ...] | None) -> dict[str, object]:
    marked = made if isinstance(made, tuple) else (made,) if made else ()
    pairs = [{"start": one.start, "end": one.end} for one in marked]
    words = [one.words for one in marked]
    if name == "grounds":
        return {"grounds": pairs, "grounds_text": words, "ground_kinds": [None] * len(words)}
    text = BETWEEN.join(words)
    columns: dict[str, object] = {name: pairs if isinstance(made, tuple) else pairs[0] if pairs else None, f"{name}_text": text or None}
    return columns | ({"passage": passage_of(text)} if name in MAIN else {})


def _marked(field: str, written: str, text: str) -> Marked:
    """The span that offsets or words mean. Raises UsageError where they lie outside, or do not stand in the text just once."""
    if offsets := OFFSETS.fullmatch(written):
        start, end = int(offsets[1]), int(offsets[2])
        if not start < end <= len(text):
            raise UsageError(f"{field}={written}: no span of a text of {len(text)} characters")
        return Marked(start, end, text[start:end])
    if (count := text.count(written)) != 1:
        found = "does not stand in the article" if not count else f"stands there {count} times"
        raise UsageError(f"{field}: {written!r} {found}: give its offsets, as {field}=12-40")
    start = text.index(written)
    return Marked(start, start + len(written), written)


def _check_days(field: str | None, made: object) -> None:
    if isinstance(made, Period):
        try:
            days = [date.fromisoformat(day) for day in (made.earliest, made.latest) if day]
        except ValueError:
            raise UsageError(f"{field}: write a day as 2021-06-30, or two as 2021-06-01..2021-06-30") from None
        if days != sorted(days):
            raise UsageError(f"{field}: the first day comes after the last")


def is_list(shape: object) -> bool:
    """True for a field that holds several."""
    return getattr(shape, "__origin__", None) is tuple


def is_span(shape: object) -> bool:
    """True for a field that holds places in the text."""
    return shape is Marked or Marked in get_args(shape)


def _allowed(shape: object) -> str:
    """The values of a field that takes a few; empty for others."""
    options = [one for part in (shape, *get_args(shape)) for one in get_args(part) if isinstance(one, str)]
    return f"it is one of {', '.join(dict.fromkeys(options))}" if options else ""
