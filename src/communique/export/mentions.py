"""GDELT's table of mentions: 16 columns, tab-separated, no header; the three offsets count the characters of the article's text."""

from collections.abc import Iterable, Iterator
from typing import IO

from communique.export.found import Found, Side, number_of, stamp
from communique.export.tables import Row, write_tsv
from communique.lexicon.ontology import cameo, plover

WEB, CITATION = 1, 2  # what MentionIdentifier is: an address, or a citation
NOT_FOUND = -1
COLUMNS = (
    *("GLOBALEVENTID", "EventTimeDate", "MentionTimeDate", "MentionType", "MentionSourceName", "MentionIdentifier", "SentenceID"),
    *("Actor1CharOffset", "Actor2CharOffset", "ActionCharOffset", "InRawText", "Confidence", "MentionDocLen", "MentionDocTone"),
    *("MentionDocTranslationInfo", "Extras"),
)


def takes(found: Found) -> bool:
    """True for what is reported as a fact."""
    return found.has_happened


def write(events: Iterable[Found], out: IO[bytes]) -> None:
    """A row a pair."""
    write_tsv((row for found in events for row in rows_of(found)), out)


def rows_of(found: Found) -> Iterator[Row]:
    """The rows of an event; sentences are not numbered and tone is not measured. Confidence is in steps of ten, as theirs."""
    article, event = found.article, found.event
    times = stamp(found.day), stamp(article.published) or stamp(found.published)
    kind = (WEB, article.outlet, article.url) if article.url else (CITATION, article.outlet, article.id)
    for number, (one, other) in enumerate(found.pairs):
        yield (
            *(number_of(event.id, number), *times, *kind, None),
            *(_offset(one), _offset(other), event.trigger.start, 1, round(event.confidence * 10) * 10, len(article.text), None),
            *(None, extras(found)),
        )


def extras(found: Found) -> str:
    """Our own id and codes, with the versions of the ontologies."""
    return f"id={found.event.id};plover={found.event.event or ''};cameo={found.cameo or ''};versions={plover().version},{cameo().version}"


def _offset(side: Side) -> int:
    return side.span.start if side else NOT_FOUND
