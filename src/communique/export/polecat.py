"""POLECAT: 40 columns, tab-separated, an event a row, the members of a list parted by ";". Scripts find columns by their place."""

from collections.abc import Iterable
from typing import IO

from communique.export.codes import cow_number, plover_country, plover_place, plover_sector, polecat_name
from communique.export.found import Found
from communique.export.tables import Row, Value, listed, write_tsv
from communique.lexicon.ontology import plover
from communique.model import Participant

TAKES = "events of PLOVER's types that happened"
SIDE = ("{0} Name", "{0} Country", "{0} COW", "Primary {0} Sector", "{0} Sectors", "{0} Title", "{0} Name Raw", "Wikipedia {0} ID")
COLUMNS = (
    *("Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts"),
    *(column.format("Actor") for column in SIDE),
    *(column.format("Recipient") for column in SIDE),
    *("Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type"),
    *("Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version"),
)


def takes(found: Found) -> bool:
    """True for what PLOVER knows and the text reports as a fact."""
    return found.is_plover and found.has_happened


def write(events: Iterable[Found], out: IO[bytes]) -> None:
    """The header, then a row an event."""
    write_tsv(map(row_of, events), out, COLUMNS)


def row_of(found: Found) -> Row:
    """An event's row; titles, Wikipedia ids, coordinates and the lists of a story are not known."""
    event, article = found.event, found.article
    return (
        *(event.id, found.day, event.event, listed(event.mode), found.intensity, found.quad, listed(event.context)),
        *_side(found, event.actor),
        *_side(found, event.recipient),
        *_place(found),
        *(article.outlet, found.published, None, None, None, article.language, version(found)),
    )


def version(found: Found) -> str:
    """What coded the event and by which ontology."""
    return f"communique {found.coding.coder.version}, PLOVER {plover().version}"


def _side(found: Found, side: tuple[Participant, ...]) -> tuple[Value, ...]:
    sectors = [plover_sector(one) for one in side]
    return (
        listed(map(polecat_name, side)),
        listed(map(plover_country, side)),
        listed(map(cow_number, side)),
        next(iter(sectors), None),
        listed(sectors),
        None,
        listed(map(found.words, side)),
        None,
    )


def _place(found: Found) -> tuple[Value, ...]:
    place = found.event.location
    if place is None:
        return (None,) * 10
    return (place.name, None, None, None, plover_place(place.country), None, None, None, place.span.of(found.article.text), None)
