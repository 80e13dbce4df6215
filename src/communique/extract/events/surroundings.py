"""When and where an event happened, as far as its own clause tells."""

from collections.abc import Iterator
from datetime import date, timedelta

from communique.extract.events.deeds import Deed
from communique.extract.events.stage import Stage
from communique.model import DateExpression, EventDate, Location, Span

_PLACES = frozenset({"in", "at", "near", "outside", "through", "off", "around", "across"})
_WITHIN = frozenset({"of", "in"})
_YEAR = 365


def clause_of(stage: Stage, deed: Deed) -> Span:
    """The characters of a deed's clause."""
    body = stage.body
    first, end = body.subtree(deed.verb)
    low, high = body.sentences[body.sentence_of[deed.verb]]
    return body.span(max(first, low), min(end, high))


def date_of(deed: Deed, clause: Span, stage: Stage, found: tuple[DateExpression, ...]) -> EventDate | None:
    """The time in the clause that stands nearest to the trigger."""
    at = stage.body.starts[deed.head]
    inside = [d for d in found if clause.covers(d.span) and not d.is_duration and (d.earliest or d.latest)]
    nearest = min(inside, key=lambda d: abs(d.span.start - at), default=None)
    return EventDate(nearest.earliest, nearest.latest, nearest.rule) if nearest else None


def is_of_an_era(stage: Stage, deed: Deed) -> bool:
    """True in a clause that names a past age or a distance of many years: during the World War, decades ago."""
    body = stage.body
    first, end = body.subtree(deed.verb)
    low, high = body.sentences[body.sentence_of[deed.verb]]
    words = f" {' '.join(t for t in body.lower[max(first, low) : min(end, high)] if t != 'the')} "
    return body.tags[deed.verb] in ("VBD", "VBN") and any(f" {era} " in words for era in stage.words["event_eras"])


def is_historical(when: EventDate | None, day: str | None) -> bool:
    """True for what happened more than a year before the article."""
    if when is None or when.latest is None or day is None:
        return False
    return date.fromisoformat(when.latest) < date.fromisoformat(day[:10]) - timedelta(days=_YEAR)


def location_of(stage: Stage, deed: Deed) -> Location | None:
    """The first place that the deed's own words put it in: in Geneva, on the island of X, at his house in Y, the port of Z."""
    found = (_located_at(stage, place) for place in _places(stage, deed) if place not in (*deed.actors, *deed.recipients))
    return next((place for place in found if place is not None), None)


def _places(stage: Stage, deed: Deed) -> Iterator[int]:
    """The nouns that may name where it was: behind the deed and its objects, and what stands in or of those."""
    body = stage.body
    objects = tuple(body.dependents(deed.verb, "dobj"))
    for head in dict.fromkeys((deed.verb, deed.head, *objects, *deed.recipients)):
        for prep in body.dependents(head, "prep", "prt"):
            on_land = body.lower[prep] == "on" and any(stage.is_of(p, ("territory",)) for p in body.dependents(prep, "pobj"))
            if body.lower[prep] in _PLACES or on_land:
                for place in body.dependents(prep, "pobj"):
                    yield from (place, *stage.governed(place, tuple(_WITHIN)))
    yield from (p for o in objects if stage.is_of(o, ("territory", "roads")) for p in stage.governed(o, ("of",)))


def _located_at(stage: Stage, place: int) -> Location | None:
    """The place that a noun names; its country where the name or an apposition tells it."""
    body, mention = stage.body, stage.mentions.get(place)
    if (
        body.tags[place] not in ("NNP", "NNPS")
        or body.dependents(place, "poss")
        or stage.is_time(place)
        or body.lower[place] in stage.words["months"]
    ):
        return None
    if mention is not None and mention.sort not in ("state", "name", "body"):
        return None
    tokens = mention.tokens if mention is not None else _name(stage, place)
    codes = {one.country for one in stage.who(tokens, place) if one.country} | _around(stage, place)
    country = mention.country if mention and mention.country else next(iter(codes)) if len(codes) == 1 else None
    span = body.span(*tokens)
    return Location(span, " ".join(span.of(body.text).split()), country)


def _around(stage: Stage, place: int) -> set[str]:
    """The country behind a town: "Maiduguri, Nigeria", "the Greek island of Samos"."""
    body = stage.body
    noun = body.heads[body.heads[place]] if body.deps[place] == "pobj" else place
    beside = (*body.dependents(place, "appos", "npadvmod"), *body.dependents(noun, "amod"))
    found = (stage.mentions.get(t) for t in beside)
    return {m.country for m in found if m is not None and m.country and m.sort in ("state", "adjective")}


def _name(stage: Stage, head: int) -> tuple[int, int]:
    first = head
    while first > 0 and stage.body.tags[first - 1] == "NNP" and stage.body.heads[first - 1] == head:
        first -= 1
    return first, head + 1
