"""Words that turn what another word codes: launch an attack, refuse to meet, agree to withdraw, halt aid, call for talks."""

from collections.abc import Callable
from typing import NamedTuple

from communique.extract.events.deeds import ENDED, HOSTILE, Deed, Outcome
from communique.extract.events.nominal import noun_entry, read_noun
from communique.extract.events.outcomes import MATTERS, PRISON, agreed, asked, by_matter, refused, threatened
from communique.extract.events.slots import Heads, Slots, slots_of_verb
from communique.extract.events.stage import Stage, behind, located, named, needed
from communique.lexicon import EventWord
from communique.model import Body

ReadVerb = Callable[[Stage, int], Deed | None]
_GOVERNING = ("to", "with", "of", "for", "on", "against", "about", "in")
_BINDING = ("agree", "plan")
_OF_WORDS = frozenset({"REQUEST", "AGREE"})
_DONE_TO = frozenset({"CONSULT", "RETREAT", "COERCE", "SANCTION"})
_SIDES = ("with", "to", "for", "from", "against", "on", "between", "of", "in")

_CASES = {"plan": "intend"}


class Inner(NamedTuple):
    """What a complement codes, and the heads of the verbs and nouns that make it up."""

    deed: Deed | None
    heads: Heads


def turned(stage: Stage, entry: EventWord, verb: int, slots: Slots, read_verb: ReadVerb) -> Deed | None:
    """The event of a word that turns another; None where its complement gives nothing to turn."""
    match entry.does:
        case "light":
            return _light(stage, verb, slots)
        case "suffer":
            return _suffered(stage, verb, slots)
        case "stop":
            return _ended(stage, verb, slots, read_verb)
        case "allow":
            return _allowed(stage, entry, verb, slots)
        case _:
            return _worded(stage, entry, verb, slots, read_verb)


def _nouns(stage: Stage, slots: Slots) -> list[Deed]:
    """What the objects of a verb code."""
    heads = (*slots.places.get("object", ()), *slots.places.get("retained", ()))
    return [deed for h in heads for m in stage.members(h) if (deed := read_noun(stage, m))]


def _light(stage: Stage, verb: int, slots: Slots) -> Deed | None:
    """Launch an attack on, hold talks with, impose sanctions: the noun's event by the verb's subject."""
    deeds = _nouns(stage, slots)
    if not deeds:
        return None
    deed, subject = _of_what(stage, deeds[0], slots), slots.places.get("subject", ())
    entry = noun_entry(stage, deed.head)
    places = (*entry.recipient, "dative") if entry else ()
    recipients = deed.recipients or located(stage, slots, places) or behind(stage, verb, places) or needed(stage, verb, deed.event)
    actors = deed.actors if deed.actors and not subject else subject
    if deed.event in _DONE_TO and deed.actors and subject and not set(deed.actors) <= set(subject):
        recipients = recipients or deed.actors  # attend the other's talks, order somebody's release
    words = (min(verb, deed.trigger[0]), max(verb + 1, deed.trigger[1]))
    return deed._replace(
        verb=verb, actors=actors, recipients=tuple(h for h in recipients if h not in actors), case="light",
        trigger=words if words[1] - words[0] <= 6 else deed.trigger, used=(verb, *(d.head for d in deeds)),
    )  # fmt: skip


def _of_what(stage: Stage, deed: Deed, slots: Slots) -> Deed:
    """A request or refusal with the mode of what is asked for or refused: an appeal for help, a refusal of the invitation."""
    turn = {"REQUEST": asked, "REJECT": refused}.get(deed.event)
    heads = (*stage.governed(deed.head, ("for", "to", "of")), *slots.places.get("dative", ()))
    inner = [d for h in heads if turn and not deed.mode and (d := read_noun(stage, h))]
    told = turn(inner[0]) if turn and inner else None
    return deed._replace(event=told[0], mode=told[1], cameo=told[2]) if told else deed


def _suffered(stage: Stage, verb: int, slots: Slots) -> Deed | None:
    """Come under attack by, receive aid from: the subject is who it is done to."""
    deeds = _nouns(stage, slots)
    if not deeds:
        return None
    deed = deeds[0]
    by = deed.actors or slots.first(("from", "by"))
    return deed._replace(verb=verb, actors=by, recipients=slots.places.get("subject", ()), case="suffered", used=(verb, deed.head))


def _ended(stage: Stage, verb: int, slots: Slots, read_verb: ReadVerb) -> Deed | None:
    """Halt aid, suspend talks, stop shelling, end the siege."""
    inner = _inner(stage, verb, slots, read_verb)
    subject = slots.places.get("subject", ())
    if (
        inner.deed is None
        or inner.deed.event not in ENDED
        or (inner.deed.event == "PROTEST" and any(noun_entry(stage, h) for h in subject))
    ):
        return None
    event, mode, cameo = ENDED[inner.deed.event]
    actors = slots.places.get("subject", ())
    if not actors and not slots.passive:
        return None
    recipients = inner.deed.recipients or located(stage, slots, _SIDES) or behind(stage, verb, _SIDES)
    return inner.deed._replace(
        event=event, mode=mode, cameo=cameo, verb=verb, actors=actors, recipients=tuple(h for h in recipients if h not in actors),
        mutual=False, case="ended", trigger=_joined(verb, inner.deed), used=(verb, *inner.heads),
    )  # fmt: skip


def _allowed(stage: Stage, entry: EventWord, verb: int, slots: Slots) -> Deed | None:
    """Allow somebody to do something; let inspectors in is access."""
    body = stage.body
    whole = tuple(c for c in body.dependents(verb, "ccomp") if body.tags[c].startswith("NN"))  # let [convoys into the town]
    recipients = whole or slots.first(("object", "clause"))
    moving = any(stage.is_someone(h) or _is_craft(stage, h) or stage.is_of(h, ("convoys",)) for h in recipients)
    if recipients and not moving:  # the return of aid workers
        recipients = tuple(o for h in recipients for o in stage.governed(h, ("of", "for", "to", "by")) if stage.is_named(o))
    if not recipients or entry.event is None:
        return None
    opens = any(stage.is_of(h, ("inspectors", "relief_workers", "access", "peacekeepers", "convoys")) for h in recipients)
    event, mode = ("RETREAT", ("access",)) if opens else (entry.event, entry.mode)
    used = tuple(t for c in body.dependents(verb, "ccomp", "xcomp") for t in range(*body.subtree(c)) if t not in recipients)
    actors = slots.places.get("subject", ())
    return Deed(event, mode, "086" if opens else entry.cameo, verb, (verb, verb + 1), verb, actors, recipients, False, "allowed", used)


def _is_craft(stage: Stage, head: int) -> bool:
    """ "The Danish plane"."""
    return stage.is_of(head, ("aircraft", "troops")) and stage.nationality(head) is not None


def _worded(stage: Stage, entry: EventWord, verb: int, slots: Slots, read_verb: ReadVerb) -> Deed | None:
    """Agree, refuse, threaten, warn, demand: what is agreed to, refused, threatened, wanted tells mode and code."""
    if entry.event is None:
        return None
    inner = _inner(stage, verb, slots, read_verb)
    actors = slots.places.get("subject", ())
    if entry.does == "demand" and _asserts(stage.body, verb):
        return None
    if entry.does in _BINDING and inner.deed is None and stage.body.dependents(verb, "ccomp"):
        return None  # agreed that it is late
    if entry.does in _BINDING and (not actors or not (inner.heads or inner.deed or slots.first(("with", "to", "on")))):
        return None
    if entry.does == "demand" and slots.passive and not actors:
        return None  # is expected to come
    shared = bool(slots.places.get("with")) or any(len(stage.members(h)) > 1 for h in actors)
    outcome = _outcome(entry, inner.deed, _matter(stage, verb), shared=shared)
    if outcome is None:
        return None
    event, mode, cameo = outcome
    if event == "THREATEN" and not mode and any(stage.is_of(h, ("force", "attacks")) for h in slots.places.get("with", ())):
        mode, cameo = ("violence",), "138"
    recipients = tuple(h for h in _aimed(stage, entry, verb, slots, inner) if h not in actors)
    meets = inner.deed is not None and inner.deed.event == "CONSULT" and "third-party" not in inner.deed.mode
    together = bool(slots.places.get("with")) or not recipients or meets
    mutual = entry.mutual or (event == "AGREE" and together)
    return Deed(
        event,
        mode,
        cameo,
        verb,
        (verb, verb + 1),
        verb,
        actors,
        recipients,
        mutual,
        _CASES.get(str(entry.does), str(entry.does)),
        (verb, *inner.heads),
    )


def _asserts(body: Body, verb: int) -> bool:
    """ "Insisted that the people want it": what is told, not asked for."""
    clauses = [c for c in body.dependents(verb, "ccomp") if c > verb]
    return any(body.tags[c] in ("VBZ", "VBD") and not any(body.tags[a] == "MD" for a in body.dependents(c, "aux")) for c in clauses)


def _matter(stage: Stage, verb: int) -> str | None:
    """The class of the first word behind the verb that names what is asked for, turned down or threatened."""
    behind_it = range(verb + 1, stage.body.rights[verb] + 1)
    return next((name for t in behind_it if (name := stage.class_of(t, MATTERS)) is not None), None)


def _outcome(entry: EventWord, inner: Deed | None, matter: str | None, *, shared: bool) -> Outcome | None:
    """Type, mode and code; to be bound to somebody's harm is a threat, to call for it rallies others against him."""
    assert entry.event is not None
    if entry.does == "demand" and inner is not None and not inner.actors and inner.event in ("SANCTION", "ACCUSE"):
        return "ACCUSE", ("disapprove",), "113"
    own: Outcome = (entry.event, entry.mode, entry.cameo or "")
    if entry.does in _BINDING:
        if inner is None:
            return own
        return agreed(inner) or (own if shared else threatened(inner))  # what two agree with each other is no threat
    if entry.does in ("threaten", "warn"):
        jailed: Outcome = ("THREATEN", *by_matter(entry.does, matter)) if matter == PRISON else own
        return threatened(inner) if inner is not None and inner.event in HOSTILE else jailed
    told = None if inner is None else refused(inner) if entry.does == "refuse" else asked(inner)
    if matter is not None and matter != PRISON and (told is None or (inner is not None and inner.event in _OF_WORDS)):
        mode, cameo = by_matter(str(entry.does), matter)
        return entry.event, mode, cameo
    return told or own


def _inner(stage: Stage, verb: int, slots: Slots, read_verb: ReadVerb) -> Inner:
    """What the complement of a verb codes: its clause's verb, its gerund, its object, the noun behind its preposition."""
    body = stage.body
    heads = _clause_verbs(body, verb)
    deeds = [deed for h in heads if (deed := read_verb(stage, h) or _by_copula(stage, h))]
    below = tuple(t for h in heads for t in range(*body.subtree(h)) if body.tags[t][:2] in ("VB", "NN"))
    if deeds:
        return Inner(deeds[0], below)
    places = ("object", "retained", *_GOVERNING)
    nouns = [m for p in places for h in slots.places.get(p, ()) for m in stage.members(h)]
    found = next((deed for m in nouns if (deed := read_noun(stage, m))), None)
    return Inner(found, (*below, *((found.head,) if found else ())))


def _by_copula(stage: Stage, verb: int) -> Deed | None:
    """ "Be released" is read as a verb; "be the target" is nothing."""
    return None


def _clause_verbs(body: Body, verb: int) -> Heads:
    """The verbs of a word's complements: infinitives, clauses, gerunds behind a preposition; those beside them."""
    found = [c for c in body.dependents(verb, "xcomp", "ccomp") if c > verb and body.tags[c].startswith("VB")]
    found += [c for c in body.dependents(verb, "advcl") if c > verb and body.tags[body.lefts[c]] == "TO" and not found]
    found += [g for p in body.dependents(verb, "prep") for g in body.dependents(p, "pcomp") if body.tags[g].startswith("VB")]
    for object_ in body.dependents(verb, "dobj"):
        found += [c for c in body.dependents(object_, "acl") if any(body.tags[a] == "TO" for a in body.dependents(c, "aux"))]
    return tuple(m for c in found for m in (c, *body.dependents(c, "conj")))


def _aimed(stage: Stage, entry: EventWord, verb: int, slots: Slots, inner: Inner) -> Heads:
    """At whom it is: the entry's own places, then whom the complement names."""
    if entry.does in _BINDING and any(len(stage.members(h)) > 1 for h in slots.places.get("subject", ())):
        return slots.places.get("with") or (inner.deed.recipients if inner.deed else ())  # the two have agreed with each other
    own = [h for place in entry.recipient for h in slots.places.get(place, ()) if _is_side(stage, h, inner)]
    if own:
        return tuple(own[:1])
    deed = inner.deed
    if deed is not None:
        others = entry.does == "demand" or (entry.does == "refuse" and deed.case == "nominal")
        return (deed.actors if others else ()) or deed.recipients or named(stage, verb, placed=entry.does != "demand")
    within = _within(stage, verb) if entry.does in _BINDING else ()
    return (
        within
        or (named(stage, verb, placed=entry.does != "demand") if entry.does != "plan" else ())
        or (slots.first(entry.recipient) if entry.does not in _BINDING else ())
    )


def _is_side(stage: Stage, head: int, inner: Inner) -> bool:
    """True where a head is somebody, not the deed itself."""
    is_group = bool(stage.examples(head) or stage.referents.doers(head))
    is_name = stage.body.tags[head] == "NNP" and not stage.is_time(head)
    return (inner.deed is None or head != inner.deed.head) and (stage.is_someone(head) or head in stage.mentions or is_group or is_name)


def _named_in(stage: Stage, verb: int, inner: Inner) -> Heads:
    """The first that is named behind the verb in its own phrase."""
    body = stage.body
    behind = range(verb + 1, body.rights[verb] + 1)
    return next(
        (
            (t,)
            for t in behind
            if t in stage.mentions and body.tags[t].startswith("NN") and body.deps[t] not in ("nsubj", "compound", "nmod")
        ),
        (),
    )


def _joined(verb: int, deed: Deed) -> tuple[int, int]:
    words = (min(verb, deed.trigger[0]), max(verb + 1, deed.trigger[1]))
    return words if words[1] - words[0] <= 6 else (verb, verb + 1)


def _within(stage: Stage, verb: int) -> Heads:
    """Whom the deed itself is for or with, where no word tells what deed it is: agreed to extend its stay in, to build a dam for."""
    for deed in _clause_verbs(stage.body, verb):
        slots = slots_of_verb(stage.body, deed)
        for place in ("with", "to", "dative", "for", "object"):
            if heads := tuple(h for h in slots.places.get(place, ()) if stage.is_named(h)):
                return heads
    return ()
