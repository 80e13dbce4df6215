"""What somebody is reported to have said, in one line."""

from datetime import date

import msgspec


class Quote(msgspec.Struct, frozen=True):
    """A statement as lists show it; `names` and `countries` are its speakers, one for each, None where not known."""

    id: str
    day: date | None
    names: tuple[str | None, ...] | None
    countries: tuple[str | None, ...] | None
    act: str | None
    targets: tuple[str, ...]
    words: str
    outlet: str | None
    article_id: str
    confidence: float
