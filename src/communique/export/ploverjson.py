"""PLOVER's own format, JSON Lines: the manual's names for what it has a name for; what is not known is left out."""

from collections.abc import Iterable
from typing import IO

import msgspec

from communique.export.codes import plover_country, plover_place, plover_sector
from communique.export.found import Found
from communique.export.polecat import version
from communique.lexicon.ontology import plover
from communique.model import Participant

TAKES = "events of PLOVER's types with a day"


class Entity(msgspec.Struct, frozen=True, omit_defaults=True):
    """An actor or recipient; `start` and `end`, which PLOVER does not have, say where it is mentioned."""

    entity_text: str
    start: int
    end: int
    code: str | None = None
    sector: str | None = None
    identifier_text: str | None = None


class TextInfo(msgspec.Struct, frozen=True):
    """Where the words stand that show the event: code points of the article's text, end exclusive."""

    start: int
    end: int


class CiteInfo(msgspec.Struct, frozen=True, omit_defaults=True):
    """The article, and by whom and by which codebook it was coded."""

    citation: str
    codebook: str
    version: str
    coder: str
    url: str | None = None
    title: str | None = None
    language: str | None = None
    publication: str | None = None


class Place(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where it happened."""

    extracted_place: str
    country_code: str | None = None


class PloverEvent(msgspec.Struct, frozen=True, omit_defaults=True):
    """One event under PLOVER's names; auxiliary modes stand among its modes."""

    id: str
    date: str
    actor: tuple[Entity, ...]
    event: tuple[str, ...]
    event_text: tuple[str, ...]
    text_info: TextInfo
    cite_info: CiteInfo
    coder: str
    comment: str
    recipient: tuple[Entity, ...] = ()
    enddate: str | None = None
    event_loc: Place | None = None
    quad_code: int | None = None
    event_scale: float | None = None
    mode: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    link: str | None = None


def takes(found: Found) -> bool:
    """True for what has a type of PLOVER's and the day that it demands."""
    return found.is_plover and found.day is not None


def write(events: Iterable[Found], out: IO[bytes]) -> None:
    """A JSON object a line."""
    for found in events:
        out.write(msgspec.json.encode(event_of(found)) + b"\n")


def event_of(found: Found) -> PloverEvent:
    """The event under PLOVER's names. No text is passed on but names and the words that show the event."""
    event, article, day = found.event, found.article, found.day or ""
    latest = event.date.latest if event.date and event.date.earliest else None
    return PloverEvent(
        id=event.id,
        date=day,
        enddate=latest if latest != day else None,
        actor=tuple(_entity(found, one) for one in event.actor),
        recipient=tuple(_entity(found, one) for one in event.recipient),
        event=(event.event or "",),
        event_text=(event.trigger.of(article.text),),
        event_loc=_place(found),
        quad_code=found.quad,
        event_scale=found.intensity,
        mode=(*event.mode, *event.auxiliary),
        context=event.context,
        link=article.url,
        text_info=TextInfo(event.trigger.start, event.trigger.end),
        cite_info=_cite_info(found),
        coder=f"communique {found.coding.coder.version}",
        comment=f"rule {event.rule}, confidence {event.confidence:.2f}" + ("" if event.date else ", date of publication"),
    )


def _entity(found: Found, one: Participant) -> Entity:
    return Entity(
        code=plover_country(one),
        sector=plover_sector(one),
        entity_text=one.span.of(found.article.text),
        identifier_text=one.name,
        start=one.span.start,
        end=one.span.end,
    )


def _place(found: Found) -> Place | None:
    place = found.event.location
    return Place(place.span.of(found.article.text), plover_place(place.country)) if place else None


def _cite_info(found: Found) -> CiteInfo:
    article = found.article
    return CiteInfo(
        citation=article.id,
        codebook=f"PLOVER {plover().version}",
        version=version(found),
        coder=f"communique {found.coding.coder.version}",
        url=article.url,
        title=article.title,
        language=article.language,
        publication=article.outlet,
    )
