"""Nouns that code an event: an attack by Ruritania on Graustark, talks with, the arrest of."""

from communique.extract.events.deeds import ENDED, Deed
from communique.extract.events.slots import Heads, Slots, slots_of_noun
from communique.extract.events.stage import Stage, located
from communique.extract.tree import is_infinitive
from communique.extract.undertakings import holder_of
from communique.lexicon import EventWord

_BY_OWNER = ("owner", "by")


def noun_entry(stage: Stage, noun: int) -> EventWord | None:
    """What a noun may code: the longest phrase of the lexicon that ends with it."""
    lower = stage.body.lower
    if stage.body.words[noun][0].isupper() and lower[noun] in stage.words["months"]:
        return None  # the month, no march
    for entry in stage.vocabulary.nouns.get(lower[noun], ()):
        before = tuple(entry.lemma.split()[:-1])
        if lower[max(noun - len(before), 0) : noun] == before:
            return entry
    return None


def read_noun(stage: Stage, noun: int) -> Deed | None:
    """The event that a noun names, with those whom its own phrase tells."""
    entry = noun_entry(stage, noun) if stage.body.tags[noun].startswith("NN") else None
    if entry is None:
        return None
    slots = slots_of_noun(stage.body, noun)
    if entry.does == "stop":
        return _ended(stage, entry, noun, slots)
    if entry.event is None:
        return None
    actors, recipients = _actors(stage, entry, slots), located(stage, slots, entry.recipient) or _aim(stage, noun)
    if entry.event == "CONSULT" and not actors:
        actors, recipients = _met(stage, noun, recipients)
    if entry.event in ("SANCTION", "COERCE") and not any(stage.is_named(h) for h in recipients):
        beyond = (p for h in recipients for p in stage.governed(h, ("to", "from")))
        others = (*slots.places.get("to", ()), *slots.places.get("from", ()), *beyond)
        recipients = tuple(h for h in others if stage.is_named(h)) or recipients  # a ban on exports to
    if set(actors) & set(recipients):
        recipients = ()
    first = noun + 1 - len(entry.lemma.split())
    return Deed(
        entry.event, entry.mode, entry.cameo, noun, (first, noun + 1), noun, actors, recipients, entry.mutual, "nominal", (noun,)
    )  # fmt: skip


def _met(stage: Stage, noun: int, others: Heads) -> tuple[Heads, Heads]:
    """Who meets, by the verb the noun stands beside: in a phone call X told Y, after a meeting X and Y agreed, X did it after talks with Y;
    in somebody's words, whoever speaks."""
    body = stage.body
    prep = body.heads[noun]
    if body.deps[noun] != "pobj" or body.lower[prep] not in stage.words["event_occasions"]:
        return (), others
    verb = body.heads[prep]
    holder = holder_of(body, verb) if body.tags[verb].startswith("VB") else None
    told = tuple(
        h for h in body.dependents(verb, "dobj", "dative") if body.lower[verb] in stage.words["event_telling"] and stage.is_someone(h)
    )
    if holder is not None and stage.is_someone(holder) and (others or told or len(stage.members(holder)) > 1):
        return (holder,), others or told
    number = stage.floor.inside.get(noun)
    source = stage.floor.said[number].attribution.source_head if number is not None else None
    return ((source,), others) if source is not None and others else ((), others)


def _ended(stage: Stage, entry: EventWord, noun: int, slots: Slots) -> Deed | None:
    """ "A suspension of aid to", "the lifting of sanctions on"."""
    inner = next((deed for h in slots.places.get("of", ()) if (deed := read_noun(stage, h))), None)
    if inner is None or inner.event not in ENDED:
        return None
    event, mode, cameo = ENDED[inner.event]
    recipients = inner.recipients or slots.first(("to", "on", "against", "in", "for", "with"))
    return inner._replace(
        event=event, mode=mode, cameo=cameo, head=noun, trigger=(noun, noun + 1), verb=noun, actors=_actors(stage, entry, slots),
        recipients=recipients, mutual=False, used=(noun, inner.head),
    )  # fmt: skip


def _aim(stage: Stage, noun: int) -> Heads:
    """Whom an operation "to depose" somebody is against."""
    body = stage.body
    aims = [c for c in body.dependents(noun, "acl", "relcl") if is_infinitive(body, c)]
    return tuple(o for c in aims for o in body.dependents(c, "dobj") if stage.is_someone(o))


def _actors(stage: Stage, entry: EventWord, slots: Slots) -> Heads:
    """The heads in the first place that names somebody: an adjective or noun before it only where it is a name or people."""
    for place in entry.actor or _BY_OWNER:
        heads = slots.places.get(place, ())
        if place == "owner":
            heads = tuple(dict.fromkeys(h for h in heads if _is_owner(stage, h)))
        if heads:
            return heads
    return ()


def _is_owner(stage: Stage, head: int) -> bool:
    """True for a possessor, a name, and those who act by their kind ("a police raid"); once for a name of several words."""
    mention = stage.mentions.get(head)
    if mention is not None:
        return head == mention.tokens[1] - 1
    return (
        stage.body.deps[head] == "poss"
        or bool(stage.nations(head))
        or (stage.body.lower[head] in stage.words["event_agents"] and stage.body.tags[head].startswith("NN"))
    )
