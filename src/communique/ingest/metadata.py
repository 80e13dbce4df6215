"""What an input says about an article besides its text."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple

from communique.ingest.decoding import without_surrogates
from communique.ingest.language import language_code
from communique.model import Problem

# field of Metadata: the keys that may give it, the first one present wins
KEYS: dict[str, tuple[str, ...]] = {
    "id": ("id",),
    "url": ("url",),
    "title": ("title", "headline"),
    "outlet": ("outlet",),
    "byline": ("byline", "author"),
    "published": ("published", "date"),
    "language": ("language", "lang"),
}
SHOWN = 60  # characters of a bad value repeated in a message


class Metadata(NamedTuple):
    """An article's metadata as given: None where the input says nothing usable.

    id, url, title, outlet, byline   as written, without surrounding white space
    published                        ISO 8601 date or date and time
    language                         ISO 639-1 code
    """

    id: str | None = None
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    language: str | None = None


def metadata_from(given: Mapping[str, object]) -> tuple[Metadata, tuple[Problem, ...]]:
    """Reads metadata off an input's fields; keys it does not know are ignored, a value of the wrong type or form is a Problem."""
    values: dict[str, str] = {}
    problems: list[Problem] = []
    for field, keys in KEYS.items():
        key = next((k for k in keys if given.get(k) not in (None, "")), None)
        if key is None:
            continue
        value, complaint = _checked(field, given[key])
        if value:
            values[field] = value
        if complaint:
            problems.append(Problem("ingest", f"{key}: {complaint}"))
    return Metadata(**values), tuple(problems)


def _checked(field: str, value: object) -> tuple[str | None, str | None]:
    """The usable value of a metadata field, and what is wrong with the one given."""
    if field == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value), None
    if not isinstance(value, str):
        return None, f"expected a string, got {type(value).__name__}; ignored"
    text, problems = without_surrogates(value.strip())
    complaint = problems[0].message if problems else None
    if field == "published" and text and not _is_iso_date(text):
        return None, f"{text[:SHOWN]!r} is no ISO 8601 date (2026-03-31); ignored"
    if field == "language" and text:
        code = language_code(text)
        return code, None if code else f"{text[:SHOWN]!r} is no ISO 639 code; the language is told from the text"
    return text or None, complaint


def _is_iso_date(text: str) -> bool:
    try:
        date.fromisoformat(text[:10])
        return text[4:5] == "-" and (len(text) == 10 or bool(datetime.fromisoformat(text)))
    except ValueError:
        return False
