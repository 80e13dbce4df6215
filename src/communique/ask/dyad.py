"""Two sides: what each is reported to have done to the other, month by month, and the events themselves."""

from collections.abc import Sequence
from datetime import date

import msgspec

from communique.ask.question import structs
from communique.ledger import Ledger
from communique.lexicon.ontology import cameo_codes, event_types

QUADS = {1: "verbal co-operation", 2: "material co-operation", 3: "verbal conflict", 4: "material conflict"}


class Counted(msgspec.Struct, frozen=True):
    """Events of a type in a month: done by the first of the two, else by the other.

    kind      type of PLOVER's; CAMEO's root where it has none
    reports   articles that tell of such events
    origins   stories that do not repeat each other
    days      days on which such a thing happened: one a day
    """

    month: date
    is_one: bool
    kind: str
    reports: int
    origins: int
    days: int

    @property
    def quad(self) -> int | None:
        """Its quad class."""
        return quad_of(self.kind)


class Deed(msgspec.Struct, frozen=True):
    """An event between the two; `is_one` done by the first to the other, `is_other` the other way, both where it is mutual."""

    id: str
    when: date | None
    kind: str | None
    cameo: str | None
    words: str
    outlet: str | None
    article_id: str
    title: str | None
    confidence: float
    is_one: bool
    is_other: bool

    @property
    def quad(self) -> int | None:
        """Its quad class."""
        return quad_of(self.kind)


class Dyad(msgspec.Struct, frozen=True):
    """Two sides with events between them."""

    one: str
    other: str
    events: int
    first: date | None
    last: date | None


def months(ledger: Ledger, one: str, other: str) -> tuple[Counted, ...]:
    """Events of a known day between two codes, counted."""
    return structs(ledger, "dyad_months", Counted, one=one, other=other, **_mutual())


def deeds(
    ledger: Ledger, one: str, other: str, *, since: date | None, until: date | None, quad: int | None, most: int, skip: int
) -> tuple[Deed, ...]:
    """The events, the latest first; of a quad class, from a day to a day."""
    kinds = kinds_of(quad) if quad else None
    return structs(
        ledger, "dyad_events", Deed, one=one, other=other, since=since, until=until, kinds=kinds, most=most, skip=skip, **_mutual()
    )


def dyads(ledger: Ledger, most: int = 100) -> tuple[Dyad, ...]:
    """Those with most events."""
    return structs(ledger, "dyads", Dyad, most=most)


def quad_of(kind: str | None) -> int | None:
    """The quad class of a type of PLOVER's, or of a root of CAMEO's."""
    found, code = event_types().get(kind or ""), cameo_codes().get(kind or "")
    return found.quad if found else code.quad if code else None


def kinds_of(quad: int) -> Sequence[str]:
    """The types, and roots of CAMEO's, of a quad class."""
    return [kind for kind in (*event_types(), *cameo_codes()) if quad_of(kind) == quad]


def _mutual() -> dict[str, Sequence[str]]:
    return {
        "mutual_types": [code for code, kind in event_types().items() if kind.mutual],
        "mutual_codes": [code for code, kind in cameo_codes().items() if kind.mutual],
    }
