"""A record's fields as people write them in a correction: the other direction of fields.value_from."""

from collections.abc import Mapping
from typing import Any, get_args

from communique.ledger.judging.fields import BETWEEN, FIELDS, OFFSETS, SPEAKER, is_list, is_span
from communique.model import Role

PERIODS = ("deadline", "date")
Row = Mapping[str, Any]


def written(record: str, row: Row, text: str) -> dict[str, str]:
    """Every field of a row of the ledger that can be corrected, as a correction would write it; empty where it is unknown."""
    found: dict[str, str] = {}
    for name, shape in FIELDS[record].items():
        found |= _speaker(row) if name == "speaker" else {name: _value(name, shape, row, text)}
    return found


def choices(record: str) -> dict[str, tuple[str, ...]]:
    """The values of each field that takes but a few."""
    shapes = {name: _options(shape) for name, shape in FIELDS[record].items()}
    roles = {"role": get_args(Role)} if record == "statement" else {}
    return {name: options for name, options in (shapes | roles).items() if options}


def _value(name: str, shape: Any, row: Row, text: str) -> str:
    if name in PERIODS:
        return _period(row[f"{name}_earliest"], row[f"{name}_latest"])
    value = row[name]
    if not value:
        return ""
    if is_span(shape):
        return BETWEEN.join(_span(one, text) for one in (value if is_list(shape) else [value]))
    if name in ("actor", "recipient"):
        return ", ".join(side["country"] or side["name"] or "" for side in value)
    return ", ".join(value) if is_list(shape) else str(value)


def _span(stretch: Row, text: str) -> str:
    """Words where they stand once and on one line, offsets elsewhere."""
    words = text[stretch["start"] : stretch["end"]]
    is_plain = words == words.strip() and words.isprintable() and BETWEEN.strip() not in words and not OFFSETS.fullmatch(words)
    return words if is_plain and text.count(words) == 1 else f"{stretch['start']}-{stretch['end']}"


def _period(earliest: object, latest: object) -> str:
    return str(earliest or "") if earliest == latest else f"{earliest or ''}..{latest or ''}"


def _speaker(row: Row) -> dict[str, str]:
    names, countries = row["speaker_names"] or (), row["speaker_countries"] or ()
    each = ("; ".join(one or "" for one in names), ", ".join(one or "" for one in countries))
    return dict(zip(SPEAKER, (*each, row["speaker_role"] or "", row["speaker_title"] or "", row["actor_id"] or ""), strict=True))


def _options(shape: Any) -> tuple[str, ...]:
    if is_list(shape):
        return ()
    options = [one for part in (shape, *get_args(shape)) for one in get_args(part) if isinstance(one, str)]
    options += [one for one in get_args(shape) if isinstance(one, str)]
    return tuple(dict.fromkeys(options))
