"""ICEWS: 20 columns, tab-separated, a row for each pair of source and target; names and sectors in its words, codes in CAMEO's."""

from collections.abc import Iterable, Iterator
from typing import IO

from communique.export.codes import icews_country, icews_name, icews_sector
from communique.export.found import Found, Side, number_of
from communique.export.tables import Row, Value, write_tsv
from communique.lexicon.ontology import cameo_codes

TAKES = "events with a CAMEO code that happened"
COLUMNS = (
    *("Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code", "Intensity"),
    *("Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher"),
    *("City", "District", "Province", "Country", "Latitude", "Longitude"),
)


def takes(found: Found) -> bool:
    """True for what has a CAMEO code and is reported as a fact."""
    return found.cameo is not None and found.has_happened


def write(events: Iterable[Found], out: IO[bytes]) -> None:
    """The header, then a row a pair."""
    write_tsv((row for found in events for row in rows_of(found)), out, COLUMNS)


def rows_of(found: Found) -> Iterator[Row]:
    """The rows of an event; sentences are not numbered, and whether a place is a city is not known."""
    story, place = number_of(found.article.id), found.event.location
    code = cameo_codes().get(found.cameo or "")
    for number, (source, target) in enumerate(found.pairs):
        yield (
            *(number_of(found.event.id, number), found.day, *_side(found, source)),
            *(code.says if code else None, found.cameo, found.goldstein),
            *(*_side(found, target), story, None, found.article.outlet),
            *(None, None, None, icews_country(place.country) if place else None, None, None),
        )


def _side(found: Found, side: Side) -> tuple[Value, ...]:
    """Name, sectors, country."""
    return icews_name(side, found.words(side)), icews_sector(side), icews_country(side.country if side else None)
