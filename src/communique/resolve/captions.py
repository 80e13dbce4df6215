"""Persons introduced in captions: news often gives name, office and country under a picture and only the surname in the text."""

from communique.model import Body, Span
from communique.resolve.actors import Actor, Persons, find_persons, replaced
from communique.resolve.index import Index
from communique.resolve.marked import mark
from communique.resolve.names import may_be_one, name_words
from communique.resolve.people import find_names


def with_captions(persons: Persons, captions: Body, index: Index) -> Persons:
    """The persons of the body, the gaps of each filled from the one caption person who bears the name."""
    if not len(captions):
        return persons
    marked = mark(captions, index)
    introduced = [actor for actor in find_persons(marked, find_names(marked)).actors if actor.about.office or actor.about.country]
    told = {}
    for actor in persons.actors:
        fits = [other for other in introduced if _is_same(actor, other, index)]
        if len(fits) == 1:
            first, end = fits[0].mentions[0]
            told[actor] = _filled(actor, fits[0], captions.span(first, end))
    return replaced(persons, told) if told else persons


def _is_same(actor: Actor, other: Actor, index: Index) -> bool:
    """The same name, or the surname alone; nobody of another country."""
    if actor.sort not in ("person", "name") or (actor.country and other.country and actor.country != other.country):
        return False
    here, there = (name_words((a.name or "").split(), index.not_in_names) for a in (actor, other))
    return bool(here) and len(there) > 1 and here[-1] == there[-1] and may_be_one(here, there)


def _filled(actor: Actor, other: Actor, caption: Span) -> Actor:
    """The actor with the fuller name and what the caption says of them."""
    name = max(actor.name or "", other.name or "", key=lambda text: len(text.split()))
    offices = tuple(dict.fromkeys((*actor.offices, *other.offices)))
    return actor._replace(sort="person", name=name, about=actor.about.filled(other.about), offices=offices, told=(*actor.told, caption))
