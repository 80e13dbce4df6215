"""When and where an event happened, as far as its own clause tells."""

from datetime import date, timedelta

from communique.extract.events.deeds import Deed
from communique.extract.events.stage import Stage
from communique.model import DateExpression, EventDate, Location, Span

_PLACES = frozenset({"in", "at", "near", "outside"})
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


def is_historical(when: EventDate | None, day: str | None) -> bool:
    """True for what happened more than a year before the article."""
    if when is None or when.latest is None or day is None:
        return False
    return date.fromisoformat(when.latest) < date.fromisoformat(day[:10]) - timedelta(days=_YEAR)


def location_of(stage: Stage, deed: Deed) -> Location | None:
    """The first place that the deed's own words put it in: in Geneva, near the border town of X."""
    body = stage.body
    taken = {*deed.actors, *deed.recipients}
    heads = (deed.verb, deed.head, *body.dependents(deed.verb, "dobj"))
    preps = [c for h in dict.fromkeys(heads) for c in body.dependents(h, "prep") if body.lower[c] in _PLACES]
    for place in (p for c in preps for p in body.dependents(c, "pobj")):
        if body.tags[place] in ("NNP", "NNPS") and place not in taken and body.lower[place] not in stage.words["calendar"]:
            mention = stage.mentions.get(place)
            if mention is not None and mention.sort not in ("state", "name", "body"):
                continue
            tokens = mention.tokens if mention is not None else _name(stage, place)
            span = body.span(*tokens)
            return Location(span, " ".join(span.of(body.text).split()), mention.country if mention else None)
    return None


def _name(stage: Stage, head: int) -> tuple[int, int]:
    first = head
    while first > 0 and stage.body.tags[first - 1] == "NNP" and stage.body.heads[first - 1] == head:
        first -= 1
    return first, head + 1
