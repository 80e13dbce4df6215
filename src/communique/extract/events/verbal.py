"""Verbs that code an event, by the entry of the lexicon whose conditions hold; adjectives such as "ready" behind their copula."""

from communique.extract.events.deeds import Deed
from communique.extract.events.nominal import noun_entry
from communique.extract.events.slots import Heads, Slots, slots_of_verb
from communique.extract.events.stage import Stage, behind, has_preposition, located, needed
from communique.extract.events.turns import turned
from communique.extract.tree import is_infinitive
from communique.lexicon import EventWord
from communique.model import Body

_ACTIVE = ("subject",)
_PREPOSITIONS = frozenset({"for", "with", "against", "to", "from", "on", "over", "as", "in", "about"})
_LEFT = frozenset({"agreement", "talks", "bodies"})


def read_verb(stage: Stage, verb: int) -> Deed | None:
    """The event that a verb codes, by the first of its entries that fits; None where none does."""
    entries = stage.vocabulary.verbs.get(stage.body.lower[verb], ())
    if not entries:
        return None
    slots = slots_of_verb(stage.body, verb)
    for entry in entries:
        rest = rest_of(stage.body, verb, entry)
        if rest is None or (not rest and has_particle(stage.body, verb)):
            continue
        own = _with_particle(stage.body, slots, rest)
        if not holds(stage, entry, verb, own):
            continue
        if entry.does == "nothing":
            return None
        deed = turned(stage, entry, verb, own, read_verb) if entry.does else plain(stage, entry, verb, own)
        if deed is not None:
            return deed._replace(trigger=(deed.trigger[0], max(deed.trigger[1], *(t + 1 for t in rest))) if rest else deed.trigger)
    return None


def has_particle(body: Body, verb: int) -> bool:
    """True for "shot up", not where the parser takes a preposition for a particle."""
    return any(not body.dependents(p, "pobj") for p in body.dependents(verb, "prt"))


def read_adjective(stage: Stage, token: int) -> Deed | None:
    """ "Is ready to", "are prepared to"."""
    body, copula = stage.body, stage.body.heads[token]
    is_predicate = body.deps[token] in ("acomp", "attr", "oprd") and body.tags[copula].startswith("VB")
    verb = copula if is_predicate else token
    if not is_predicate and not body.dependents(token, "auxpass", "nsubjpass"):
        return None
    for entry in stage.vocabulary.adjectives.get(body.lower[token], ()):
        slots = slots_of_verb(body, verb)
        own = slots_of_verb(body, token).places
        subject = slots.places.get("subject") or slots.places.get("object", ())
        deed = turned(stage, entry, token, Slots({**own, "subject": subject, "object": ()}), read_verb)
        if deed is not None:
            return deed._replace(verb=verb)
    return None


def rest_of(body: Body, verb: int, entry: EventWord) -> Heads | None:
    """The tokens of an entry's further words: right behind the verb, a lone particle also behind its object; None without them."""
    rest = tuple(entry.lemma.split()[1:])
    if not rest:
        return ()
    if body.lower[verb + 1 : verb + 1 + len(rest)] == rest:
        return tuple(range(verb + 1, verb + 1 + len(rest)))
    if len(rest) > 1:
        return _behind_object(body, verb, rest)
    labels = ("prt", "advmod") if body.dependents(verb, "dobj") else ("prt", "advmod", "prep")
    particle = next((c for c in body.dependents(verb, *labels) if c > verb and body.lower[c] == rest[0]), None)
    return None if particle is None else (particle,)


def _behind_object(body: Body, verb: int, rest: tuple[str, ...]) -> Heads | None:
    """Further words behind the object: took them into custody, set it on fire."""
    own = body.children[verb]
    if not any(body.deps[c] in ("dobj", "nsubj", "ccomp") and c > verb for c in own):
        return None
    starts = (t for t in range(verb + 2, body.rights[verb] + 2 - len(rest)) if body.lower[t : t + len(rest)] == rest)
    return next((tuple(range(t, t + len(rest))) for t in starts if body.heads[t] == verb or body.heads[body.heads[t]] == verb), None)


def _with_particle(body: Body, slots: Slots, rest: Heads) -> Slots:
    """The slots, where the last of an entry's words governs a noun that counts as the object: call on Ruritania."""
    if not rest:
        return slots
    governed = tuple(body.dependents(rest[-1], "pobj"))
    inside = set(rest)
    named = tuple(body.dependents(rest[0], "nsubj"))  # declared the envoy persona non grata
    objects = governed or tuple(h for h in slots.places.get("object", ()) if h not in inside) or named
    if slots.passive and not governed:
        return slots
    return Slots({**slots.places, "object": objects}, slots.passive)


def holds(stage: Stage, entry: EventWord, verb: int, slots: Slots) -> bool:
    """True where the conditions of an entry hold."""
    places = slots.places
    left = places.get("from", ()) if set(entry.object) <= _LEFT else ()  # withdraw from the treaty, walk out of talks
    objects = (*places.get("object", ()), *places.get("retained", ()), *left)
    if entry.object and not any(stage.is_of(h, entry.object) for h in objects):
        return False
    if entry.subject and not any(stage.is_of(h, entry.subject) for h in places.get("subject", ())):
        return False
    return not entry.needs or any(_is_there(stage.body, verb, slots, word) for word in entry.needs)


def _is_there(body: Body, verb: int, slots: Slots, word: str) -> bool:
    """True where a needed word stands behind the verb; three names ask for the form of its complement."""
    if word == "infinitive":
        clauses = body.dependents(verb, "xcomp", "ccomp", "advcl")
        return any(is_infinitive(body, c) for c in clauses if c > verb)
    if word == "bare":
        return not body.dependents(verb, "oprd", "ccomp") and not any(not is_infinitive(body, c) for c in body.dependents(verb, "xcomp"))
    if word == "intransitive":
        return not slots.places.get("object")
    if word in _PREPOSITIONS:
        return bool(slots.places.get(word)) or has_preposition(body, verb, word)
    return word in body.lower[verb + 1 : body.rights[verb] + 1] or word in _before(body, verb)


def _before(body: Body, verb: int) -> tuple[str, ...]:
    """Adverbs before a verb and what a hyphen joins to it: sexually assaulted, test-fired."""
    joined = body.lower[verb - 2 : verb - 1] if verb > 1 and body.lower[verb - 1] == "-" else ()
    return (*(body.lower[c] for c in body.dependents(verb, "advmod", "npadvmod") if c < verb), *joined)


def _whose(stage: Stage, entry: EventWord, head: int) -> Heads:
    """Those who hold what is seized or attacked, where the words tell; else what is."""
    is_thing = entry.event in ("COERCE", "ASSAULT") and not stage.is_someone(head)
    return (stage.keepers(head) if is_thing else ()) or (head,)


def _mediators(stage: Stage, head: int) -> Heads:
    """Whose mediation a meeting is under."""
    entry = noun_entry(stage, head)
    owners = (*stage.governed(head, ("of", "by")), *stage.body.dependents(head, "poss", "amod", "compound"))
    return tuple(h for h in owners if h in stage.mentions) if entry is not None and "third-party" in entry.mode else ()


def _talks(stage: Stage, entry: EventWord, slots: Slots) -> Heads:
    """The objects that name the meeting itself: broker talks."""
    return slots.places.get("object", ()) if entry.event == "CONSULT" and entry.object and "someone" not in entry.object else ()


def _listed(stage: Stage, slots: Slots, found: Heads) -> Heads:
    """The rest of a list that the parser hangs on the object: sanctions on a bank, a shipyard and three officers."""
    beside = ((o, m) for o in slots.places.get("object", ()) for m in stage.members(o) if m != o)
    rest = (m for o, m in beside if any(o < h < m for h in found))
    return tuple(m for m in rest if m not in found and (stage.is_someone(m) or stage.nationality(m)))


def plain(stage: Stage, entry: EventWord, verb: int, slots: Slots) -> Deed | None:
    """The event of a verb whose arguments are its own."""
    if entry.event is None:
        return None
    actors = slots.first(entry.actor or _ACTIVE)
    found = located(stage, slots, entry.recipient) or behind(stage, verb, entry.recipient) or needed(stage, verb, entry.event)
    if not found and entry.event == "CONCEDE":
        found = tuple(h for o in slots.places.get("object", ()) for h in stage.body.dependents(o, "poss") if stage.is_someone(h))
    mediators = tuple(m for h in slots.places.get("under", ()) for m in _mediators(stage, h)) if entry.event == "CONSULT" else ()
    held = (*found, *_listed(stage, slots, found), *mediators)
    recipients = tuple(k for h in held if h not in actors for k in _whose(stage, entry, h))
    case = "passive" if slots.passive else "verb"
    mode = ("third-party",) if mediators else entry.mode
    return Deed(
        entry.event,
        mode,
        entry.cameo,
        verb,
        (verb, verb + 1),
        verb,
        actors,
        recipients,
        entry.mutual,
        case,
        (verb, *_talks(stage, entry, slots)),
    )
